using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Rules;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>The way of a team that begins to use the tool on code that is there.</summary>
public class AdoptionTests : GitTest
{
    /// <summary>A mistake by its rule, in a function of some name.</summary>
    private static readonly Dictionary<string, string> Mistakes = new()
    {
        ["PLS107"] = "def NAME(item, items=[]):\n    items.append(item)\n    return items\n",
        ["PLS117"] = "def NAME():\n    return {\"a\": 1, \"a\": 2}\n",
        ["PLS201"] = "def NAME(path):\n    try:\n        return open(path)\n    except:\n        print(path)\n        return None\n",
        ["PLS211"] = "def NAME(path):\n    try:\n        return open(path)\n    except OSError:\n        raise ValueError(path)\n",
        ["PLS301"] = "def NAME(values):\n    list = values[1:]\n    return list\n",
    };

    private static readonly Dictionary<string, Action<AdoptionTests>> Edits = new()
    {
        ["nothing else"] = _ => { },
        ["a comment above everything"] = test => test.Change(code => "# What this is about.\n\n" + code),
        ["a function moved"] = test => test.Change(code =>
        {
            var first = code[..code.IndexOf("\n\ndef second", StringComparison.Ordinal)];
            return code[(first.Length + 2)..] + "\n\n" + first;
        }),
        ["a block indented"] = test => test.Change(code =>
        {
            var second = code.IndexOf("\n\ndef second", StringComparison.Ordinal);
            var (head, body) = (code[..code.IndexOf('\n', StringComparison.Ordinal)], code[(code.IndexOf('\n', StringComparison.Ordinal) + 1)..second]);
            return $"{head}\n    if True:\n{string.Join('\n', body.Split('\n').Select(line => line.Length > 0 ? "    " + line : line))}{code[second..]}";
        }),
        ["the file renamed"] = test => test.Git("mv", "src/app.py", "src/core.py"),
        ["the folder renamed"] = test => test.Git("mv", "src", "lib"),
    };

    private static IEnumerable<string> Rules => Mistakes.Keys;

    private static IEnumerable<string> EditNames => Edits.Keys;

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

    /// <summary>
    /// What was moved or indented is an edited line to git, and what was renamed is new to a baseline; both together know what is new.
    /// </summary>
    [Test]
    public void Whatever_is_edited_around_it_the_one_new_mistake_is_reported([ValueSource(nameof(Rules))] string rule, [ValueSource(nameof(EditNames))] string edit)
    {
        var old = Mistakes.Values.Append(Mistakes[rule]).Select((mistake, index) => mistake.Replace("NAME", index == 1 ? "second" : $"old{index}", StringComparison.Ordinal));
        Write("src/app.py", string.Join("\n\n", old));
        Run("init").ExitCode.Should().Be(0);
        Run("baseline", "create").ExitCode.Should().Be(0);
        Commit();
        Git("checkout", "-q", "-b", "feature");
        Edits[edit](this);
        var path = Directory.GetFiles(Folder, "*.py", SearchOption.AllDirectories).Should().ContainSingle().Subject;
        File.AppendAllText(path, "\n\n" + Mistakes[rule].Replace("NAME", "brand_new", StringComparison.Ordinal));
        var result = Run("check", "--since", "main", "--new-only", "--output-format", "jsonl", "--fail-level", "info");
        result.ExitCode.Should().Be(1);
        result.Error.Should().BeEmpty();
        var found = result.Output.Split('\n').Where(line => line.Contains("\"kind\":\"finding\"", StringComparison.Ordinal) && !line.Contains("\"baseline\":\"known\"", StringComparison.Ordinal));
        found.Should().ContainSingle().Which.Should().Contain($"\"code\":\"{rule}\"").And.Contain("\"symbol\":\"brand_new\"");
        if (edit is not ("a function moved" or "a block indented"))
        {
            Run("check", "--since", "main", "--output-format", "concise", "--fail-level", "info").Output.Should().MatchRegex($@"^[^\n]+\[{rule}\][^\n]+\n$");
        }

        if (!edit.EndsWith("renamed", StringComparison.Ordinal))
        {
            Run("check", "--new-only", "--output-format", "concise", "--fail-level", "info").Output.Should().MatchRegex($@"^[^\n]+\[{rule}\][^\n]+\n$");
        }
    }

    private void Change(Func<string, string> edit)
    {
        var path = Path.Combine(Folder, "src", "app.py");
        File.WriteAllText(path, edit(File.ReadAllText(path)));
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
