using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Cli.Tests.Distribution;

/// <summary>What pre-commit reads. It packs the repository, installs the tool, and runs the entries with paths behind them.</summary>
public class HooksFileTests : CommandLineTest
{
    private static readonly List<Dictionary<string, object>> Hooks =
        [.. ((List<object>)PlainYaml.Read(Repository.ReadText(".pre-commit-hooks.yaml"))).Cast<Dictionary<string, object>>()];

    private static IEnumerable<string> Entries => Hooks.Select(hook => (string)hook["entry"]);

    [Test]
    public void Every_hook_has_the_keys_that_pre_commit_requires()
    {
        Hooks.Select(hook => hook["id"]).Should().Equal("pylint-sharp", "pylint-sharp-fix");
        Hooks.Should().AllSatisfy(hook =>
        {
            hook.Keys.Should().BeEquivalentTo("id", "name", "description", "entry", "language", "types_or", "require_serial", "minimum_pre_commit_version");
            hook["name"].Should().BeOfType<string>().Which.Should().NotBeEmpty();
            hook["language"].Should().Be("dotnet");
            hook["types_or"].Should().BeEquivalentTo(new[] { "python", "pyi", "jupyter" });

            // Files run in parallel anyway, and two runs would each write the cache.
            hook["require_serial"].Should().Be("true");
        });
    }

    /// <summary>It installs every package that it finds, each as a tool.</summary>
    [Test]
    public void The_tool_is_the_only_package()
    {
        Repository.Files("src", "*.csproj").Concat(Repository.Files("tests", "*.csproj"))
            .Where(project => Repository.ReadText(project).Contains("<IsPackable>true", StringComparison.Ordinal))
            .Should().Equal("src/PyLint.Sharp.Cli/PyLint.Sharp.Cli.csproj");
        Repository.ReadText("Directory.Build.props").Should().Contain("<IsPackable>false</IsPackable>");
        Directory.GetFiles(Repository.Root, "*.sln*").Should().ContainSingle("`dotnet pack` takes the solution of the root, if there is one");
    }

    [TestCaseSource(nameof(Entries))]
    public void Every_entry_is_a_command_line_of_ours(string entry)
    {
        var words = entry.Split(' ');
        words[0].Should().Be("pylint-sharp");
        Write("b c.py", "x = 1\n");
        Write("bad.py", "bad = 1\n");
        Write("build/bad.py", "bad = 1\n");
        var clean = Run([.. words[1..], "b c.py"]);
        clean.Error.Should().BeEmpty();
        clean.ExitCode.Should().Be(0);
        Run([.. words[1..], "b c.py", "bad.py"]).ExitCode.Should().Be(1);

        // pre-commit names all files, those too that nobody wants checked.
        Run([.. words[1..], "b c.py", "build/bad.py"]).ExitCode.Should().Be(0);
    }

    /// <summary>What users put under <c>args</c> stands between entry and paths.</summary>
    [TestCaseSource(nameof(Entries))]
    public void Users_add_options(string entry)
    {
        Write("bad.py", "bad = 1\npoor = 1\n");
        Run([.. entry.Split(' ')[1..], "--select", "PLS202", "--output-format=concise", "bad.py"]).Output.Should().StartWith("bad.py:2:1:");
    }
}
