namespace PyLint.Sharp.Cli.Tests;

/// <summary>What the command line can say, files can say too; and trees are found and read by the same settings.</summary>
public class ConfiguredOptionTests : CommandLineTest
{
    private string[] Lines(params string[] args) =>
        [.. Run([.. args, "--output-format", args[0] == "check" ? "concise" : "jsonl"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    [Test]
    public void A_limit_of_size_holds_where_its_file_does()
    {
        Write("pylint-sharp.toml", "max-file-size = '1k'\n");
        Write("sub/pylint-sharp.toml", "max-file-size = 5000\n");
        foreach (var path in new[] { "a.py", "sub/b.py" })
        {
            Write(path, "bad\n" + new string('#', 3000));
        }

        Lines("check").Should().Equal(
            "a.py:1:1: error[PLS004] not checked completely: the file is longer than 1 KiB", "sub/b.py:1:1: error[PLS201] `bad` is flagged");
        Lines("check", "--max-file-size", "2k").Should().HaveCount(2).And.OnlyContain(line => line.EndsWith("longer than 2 KiB", StringComparison.Ordinal));
        Lines("ast", ".")[0].Should().Contain("the file is longer than 1 KiB");
        Lines("ast", ".")[1].Should().Contain("\"tree\"");
    }

    [Test]
    public void A_limit_of_time_can_be_configured()
    {
        Write("a.py", string.Concat(Enumerable.Repeat("x = [x]\n", 100_000)));
        Write("pylint-sharp.toml", "timeout-per-file = 0.001\n");
        Lines("check").Should().Equal("a.py:1:1: error[PLS004] not checked completely: it takes longer than 0.001 s");
        Lines("check", "--timeout-per-file", "100").Should().BeEmpty();
    }

    [Test]
    public void Extensions_can_be_configured()
    {
        Write("a.cgi", "bad\n");
        Write("pylint-sharp.toml", "extensions = ['cgi']\n");
        Lines("check").Should().Equal("a.cgi:1:1: error[PLS201] `bad` is flagged");
        Lines("check", "--extension", "other").Should().BeEmpty();
    }

    [Test]
    public void What_is_left_out_by_force_can_be_configured()
    {
        Write("build/a.py", "bad\n");
        Lines("check", "build/a.py").Should().HaveCount(1);
        Write("pylint-sharp.toml", "force-exclude = true\n");
        Lines("check", "build/a.py").Should().BeEmpty();
        Lines("check", "build/a.py", "--no-force-exclude").Should().HaveCount(1);
    }

    [Test]
    [Platform("Unix")]
    public void Links_can_be_followed_by_configuration()
    {
        Write("build/inner/a.py", "bad\n");
        Directory.CreateSymbolicLink(Path.Combine(Folder, "link"), Path.Combine(Folder, "build", "inner"));
        Lines("check").Should().BeEmpty();
        Write("pylint-sharp.toml", "follow-symlinks = true\n");
        Lines("check").Should().Equal("link/a.py:1:1: error[PLS201] `bad` is flagged");
        Lines("check", "--no-follow-symlinks").Should().BeEmpty();
    }

    [Test]
    public void How_much_text_tells_can_be_configured()
    {
        Write("a.py", "bad\nbad\n");
        Write("pylint-sharp.toml", "explain-level = 'none'\nmax-diagnostics = 1\n");
        Run("check").Output.Should().NotContain("why:").And.Contain(" 1 not shown;");
        Run("check", "--output-format", "concise:out.txt").Should().Be(
            new CommandLineResult(1, "", "pylint-sharp: warning: `concise` has the first 1 findings and lacks 1; --max-diagnostics none shows all\n"));
        File.ReadAllText(Path.Combine(Folder, "out.txt")).Split('\n').Should().HaveCount(2);
        Run("check", "--output-format", "gitlab").Output.Split("check_name").Should().HaveCount(3, "a program that reads a report gets all of it");
        Run("check", "--explain-level", "short", "--max-diagnostics", "none").Output.Should().Contain("why:").And.NotContain("not shown");
        IsTerminal = true;
        Write("a.py", string.Concat(Enumerable.Repeat("bad\n", 120)));
        Run("check", "--config", "max-diagnostics='none'").Output.Should().NotContain("not shown");
    }

    [Test]
    public void The_number_of_results_can_be_configured()
    {
        Write("a.py", "bad\nbad\n");
        Write("pylint-sharp.toml", "sarif-max-results = 1\noutput-format = 'sarif'\n");
        var result = Run("check");
        result.Output.Split("\"ruleIndex\"").Should().HaveCount(2);
        result.Error.Should().Contain("the 1 most important results");
        Run("check", "--sarif-max-results", "none").Output.Split("\"ruleIndex\"").Should().HaveCount(3);
    }

    [TestCase("max-diagnostics = 0", "`max-diagnostics` must be a whole number from 1 on, or \"none\", not `0`")]
    [TestCase("sarif-max-results = 'all'", "`sarif-max-results` must be a whole number from 1 on, or \"none\", not `all`")]
    [TestCase("explain-level = 'long'", "`explain-level` must be")]
    public void A_number_that_is_none_is_an_error(string line, string message)
    {
        Write("a.py", "");
        Write("pylint-sharp.toml", line + "\n");
        var result = Run("check");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(message);
    }

    [Test]
    public void Trees_are_found_by_the_same_settings()
    {
        foreach (var path in new[] { "a.py", "old/b.py", "build/c.py", "ignored.py" })
        {
            Write(path, "x = 1\n");
        }

        Write(".gitignore", "ignored.py\n");
        Write("pylint-sharp.toml", "extend-exclude = ['old']\n");
        foreach (var verb in new[] { "ast", "symbols" })
        {
            Lines(verb, ".").Should().ContainSingle().Which.Should().StartWith("{\"path\":\"a.py\"");
            Lines(verb, ".", "--isolated", "--no-respect-gitignore", "--exclude", "build").Should().HaveCount(3);
        }
    }

    [Test]
    public void Trees_are_read_for_the_target()
    {
        Write("a.py", "match x:\n    case 1:\n        return\n");
        Write("old/a.py", "match x:\n    case 1:\n        pass\n");
        Write("old/pyproject.toml", "[project]\nrequires-python = '>=3.8'\n[tool.pylint-sharp]\n");
        var lines = Lines("ast", ".");
        lines[0].Should().StartWith("{\"path\":\"a.py\",\"tree\"", "only the compiler refuses a `return` outside a function");
        lines[1].Should().StartWith("{\"path\":\"old/a.py\",\"errors\"").And.Contain("3.10");
        Lines("symbols", "old")[0].Should().StartWith("{\"path\":\"old/a.py\",\"errors\"").And.Contain("3.10");
        Lines("ast", ".", "--target-version", "py310")[1].Should().Contain("\"tree\"");
        Lines("ast", ".", "--target-version", "py39")[0].Should().Contain("\"errors\"");
    }

    [Test]
    public void A_configuration_with_an_error_says_nothing_of_trees_either()
    {
        Write("a.py", "x = 1\n");
        Write("sub/b.py", "x = 1\n");
        Write("sub/pylint-sharp.toml", "nonsense = 1\n");
        var result = Run("ast", ".");
        result.ExitCode.Should().Be(2);
        result.Output.Should().StartWith("{\"path\":\"a.py\"").And.NotContain("b.py");
        result.Error.Should().Contain("sub/pylint-sharp.toml:1:1: unknown key `nonsense`");
    }
}
