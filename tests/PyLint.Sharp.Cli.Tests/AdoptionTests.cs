using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Rules;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>The way of a team that begins to use the tool on code that is there.</summary>
public class AdoptionTests : GitTest
{
    private protected override RuleCatalog Catalog => BuiltInRules.Catalog;

    [Test]
    public void After_adopting_the_tool_exactly_the_new_mistake_is_reported()
    {
        foreach (var path in Directory.GetFiles(SamplesFolder(), "naive.py", SearchOption.AllDirectories))
        {
            Write(Path.GetRelativePath(SamplesFolder(), path), File.ReadAllText(path));
        }

        Run("init").ExitCode.Should().Be(0);
        Run("check").ExitCode.Should().Be(1, "the samples are full of mistakes");
        Run("baseline", "create").ExitCode.Should().Be(0);
        Run("check", "--new-only").ExitCode.Should().Be(0);
        Commit();
        Git("checkout", "-q", "-b", "feature");
        Write("control-flow/bfs/naive.py", "# A comment above everything.\n\n" + File.ReadAllText(Path.Combine(Folder, "control-flow/bfs/naive.py"))
            + "\n\ndef load(path):\n    try:\n        return open(path)\n    except:\n        return None\n");
        var lines = File.ReadAllLines(Path.Combine(Folder, "control-flow/bfs/naive.py"));
        var line = Array.LastIndexOf(lines, "    except:") + 1;
        string[] options = ["--select", "bare-except", "--output-format", "concise"];
        foreach (var scope in new string[][] { ["--since", "main"], ["--new-only"], ["--since", "main", "--new-only"] })
        {
            var result = Run(["check", .. options, .. scope]);
            result.ExitCode.Should().Be(1);
            result.Error.Should().BeEmpty();
            result.Output.Split('\n').Should().HaveCount(2).And.Contain(text => text.StartsWith($"control-flow/bfs/naive.py:{line}:5: warning[PLS201]", StringComparison.Ordinal));
        }

        Commit();
        Run("check", "--since", "main").ExitCode.Should().Be(1);
        Run("check", "--staged").ExitCode.Should().Be(0);
        Run("baseline", "update").ExitCode.Should().Be(0);
        Run("check", "--new-only").ExitCode.Should().Be(0);
    }

    private static string SamplesFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "samples")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the samples are not above the tests");
        }

        return Path.Combine(folder.FullName, "samples");
    }
}
