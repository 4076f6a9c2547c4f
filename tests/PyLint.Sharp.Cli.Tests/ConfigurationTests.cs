namespace PyLint.Sharp.Cli.Tests;

/// <summary>What configuration files do to <c>check</c>.</summary>
public class ConfigurationTests : CommandLineTest
{
    [SetUp]
    public void WriteCode() => Write("src/a.py", "bad = 1\npoor = 1\nplain = 1\n");

    [Test]
    public void A_file_selects_rules()
    {
        Write("pyproject.toml", "[tool.pylint-sharp]\nlint.select = ['PLS2']\nlint.ignore = ['toy-error']\n");
        Lines().Should().Equal("src/a.py:2:1: warning[PLS202] `poor` is flagged");
    }

    [Test]
    public void Each_file_has_the_settings_of_its_folder()
    {
        Write("pylint-sharp.toml", "lint.select = ['PLS201']");
        Write("other/pylint-sharp.toml", "lint.select = ['PLS202']");
        Write("other/b.py", "bad = 1\npoor = 1\n");
        Lines().Should().Equal("other/b.py:2:1: warning[PLS202] `poor` is flagged", "src/a.py:1:1: error[PLS201] `bad` is flagged");
    }

    [Test]
    public void Rules_are_ignored_file_by_file()
    {
        Write("src/test_b.py", "bad = 1\npoor = 1\n");
        Write("pylint-sharp.toml", "[lint.per-file-ignores]\n'test_*' = ['PLS201']\n'!src/test_*' = ['ALL']");
        Lines().Should().Equal("src/test_b.py:2:1: warning[PLS202] `poor` is flagged");
        Lines("--per-file-ignores", "*.py:PLS201,PLS202", "--isolated").Should().Equal("src/a.py:3:1: info[PLS301] `plain` is flagged");
    }

    [Test]
    public void Severities_and_the_level_that_fails_can_be_set()
    {
        Write("pylint-sharp.toml", "fail-level = 'error'\nlint.severity = { PLS201 = 'info' }");
        var result = Run("--output-format", "concise");
        result.Output.Should().StartWith("src/a.py:1:1: info[PLS201]");
        result.ExitCode.Should().Be(0);
        Run("--fail-level", "info").ExitCode.Should().Be(1);
        Run("--severity", "PLS202=error,PLS301=info").ExitCode.Should().Be(1);
        Run("--fail-level", "never", "--isolated").ExitCode.Should().Be(0);
    }

    [Test]
    public void Files_and_folders_are_left_out_unless_they_are_named()
    {
        Write("gen/b.py", "bad = 1\n");
        Write("src/c.txt", "bad = 1\n");
        Write("build/d.py", "bad = 1\n");
        Write("pylint-sharp.toml", "lint.select = ['PLS201']\nextend-exclude = ['gen', 'src/a.py']\ninclude = ['*.py', '*.txt']");
        Lines().Should().Equal("src/c.txt:1:1: error[PLS201] `bad` is flagged");
        Lines("gen/b.py").Should().Equal("gen/b.py:1:1: error[PLS201] `bad` is flagged");
        Lines("--config", "exclude=[]").Should().Equal(
            "build/d.py:1:1: error[PLS201] `bad` is flagged",
            "src/c.txt:1:1: error[PLS201] `bad` is flagged");
    }

    [Test]
    public void The_target_is_what_the_project_requires()
    {
        Write("src/a.py", "match 1:\n    case _: pass\n");
        Write("pyproject.toml", "[project]\nrequires-python = '>=3.9'\n[tool.pylint-sharp]\n");
        Lines().Should().ContainSingle().Which.Should().Contain("PLS000").And.Contain("3.10");
        Lines("--target-version", "py310").Should().BeEmpty();
    }

    [Test]
    public void The_format_is_that_of_the_current_folder()
    {
        Write("pylint-sharp.toml", "output-format = 'concise'\nlint.select = ['PLS201']");
        Run().Output.Should().Be("src/a.py:1:1: error[PLS201] `bad` is flagged\n");
        Run("--output-format", "jsonl").Output.Should().StartWith("{");
    }

    [Test]
    public void A_profile_says_what_runs()
    {
        Lines("--profile", "reviewer").Should().HaveCount(2);
        Lines("--profile", "reviewer", "--extend-select", "PLS301").Should().HaveCount(3);
    }

    [Test]
    public void A_file_can_be_named_by_option_and_by_environment()
    {
        Write("pylint-sharp.toml", "lint.select = ['PLS201']");
        Write("conf/x.toml", "lint.select = ['PLS202']");
        Lines("--config", "conf/x.toml").Should().Equal("src/a.py:2:1: warning[PLS202] `poor` is flagged");
        Set("PYLINT_SHARP_CONFIG", "conf/x.toml");
        Lines().Should().Equal("src/a.py:2:1: warning[PLS202] `poor` is flagged");
    }

    [TestCase("XDG_CONFIG_HOME", "home/conf", "home/conf/pylint-sharp/pylint-sharp.toml")]
    [TestCase("HOME", "home", "home/.config/pylint-sharp/pylint-sharp.toml")]
    public void The_user_has_a_file_for_all_else(string variable, string value, string path)
    {
        if (variable == "HOME" && OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows keeps it elsewhere");
        }

        Write(path, "lint.select = ['PLS301']");
        Set(variable, Path.Combine(Folder, value));
        Lines().Should().Equal("src/a.py:3:1: info[PLS301] `plain` is flagged");
        Lines("--isolated").Should().HaveCount(3);
    }

    [TestCase("lint.selct = []", "pylint-sharp.toml:1:6: unknown key `lint.selct`; did you mean `lint.select`?")]
    [TestCase("lint.select = ['PLS2', 'toy-eror']", "pylint-sharp.toml:1:24: unknown rule `toy-eror`; did you mean `toy-error`?")]
    [TestCase("lint.select = 'PLS2'", "pylint-sharp.toml:1:6: `select` must be a list of rules, not a string")]
    [TestCase("required-version = '<0.0.1'", "pylint-sharp.toml:1:1: this is pylint-sharp ")]
    [TestCase("extend = 'pylint-sharp.toml'", "pylint-sharp.toml:1:1: files extend each other in a circle")]
    [TestCase("extend = 'none.toml'", "pylint-sharp.toml:1:1: `extend` names `src/none.toml`, which does not exist")]
    [TestCase("x = \"", "pylint-sharp.toml:1:5: the string is not closed on its line")]
    [TestCase("x = \u202Eabc", "pylint-sharp.toml:1:5: `<U+202E>abc` is no number")]
    public void What_is_wrong_is_said_with_its_place_and_nothing_below_is_checked(string content, string error)
    {
        Write("src/pylint-sharp.toml", content.Replace("pylint-sharp.toml'", "../src/pylint-sharp.toml'", StringComparison.Ordinal));
        Write("fine.py", "bad = 1\n");
        var result = Run("--output-format", "concise");
        result.ExitCode.Should().Be(2);
        result.Output.Should().Be("fine.py:1:1: error[PLS201] `bad` is flagged\n", "the rest is checked all the same");
        result.Error.Should().StartWith($"pylint-sharp: error: src/{error}").And.Subject.Count(c => c == '\n').Should().Be(1);
    }

    [Test]
    public void A_configuration_that_is_no_text_is_an_error()
    {
        File.WriteAllBytes(Path.Combine(Folder, "pylint-sharp.toml"), [0x23, 0x0A, 0xFF, 0xFE, 0x00]);
        Run().Should().Be(new CommandLineResult(2, Run().Output, "pylint-sharp: error: pylint-sharp.toml:2:1: this is not UTF-8, as TOML must be\n"));
    }

    [Test]
    public void A_folder_of_that_name_is_no_configuration()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "pylint-sharp.toml"));
        Lines().Should().HaveCount(3);
    }

    [Test]
    public void A_configuration_that_is_a_pipe_is_never_opened()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("there are no pipes among files");
        }

        using (var make = System.Diagnostics.Process.Start("mkfifo", Path.Combine(Folder, "pylint-sharp.toml")))
        {
            make.WaitForExit();
        }

        var result = Run();
        result.ExitCode.Should().Be(2);
        result.Error.Should().Be("pylint-sharp: error: pylint-sharp.toml: cannot read it: it is a pipe, a device or a socket, not a file\n");
    }

    [Test]
    public void A_configuration_that_is_too_long_is_an_error()
    {
        Write("pylint-sharp.toml", new string('#', (10 << 20) + 1));
        Run().Error.Should().Be("pylint-sharp: error: pylint-sharp.toml: cannot read it: it is longer than 10 MiB\n");
    }

    [Test]
    public void A_configuration_that_is_deeply_nested_is_an_error()
    {
        Write("pylint-sharp.toml", "x = " + new string('[', 1_000_000));
        Run().Error.Should().Be("pylint-sharp: error: pylint-sharp.toml:1:205: more than 200 open brackets\n");
    }

    [TestCase("--config", "nowhere.toml", "nowhere.toml: no such file, or no settings for us in it")]
    [TestCase("--config", "lint.selct=[]", "--config lint.selct=[]:1:6: unknown key `lint.selct`; did you mean `lint.select`?")]
    [TestCase("--profile", "techer", "`--profile` takes candidate, reviewer, teacher or all, not `techer`; did you mean `teacher`?")]
    [TestCase("--severity", "PLS201", "`--severity` takes RULE=LEVEL with error, warning or info, not `PLS201`")]
    [TestCase("--severity", "PLS999=fatal", "`--severity` takes error, warning or info, not `fatal`")]
    [TestCase("--severity", "PLS999=eror", "`--severity` takes error, warning or info, not `eror`; did you mean `error`?")]
    [TestCase("--severity", "toy-eror=info", "unknown rule `toy-eror`; did you mean `toy-error`?")]
    [TestCase("--per-file-ignores", "a.py", "`--per-file-ignores` takes PATTERN:RULES, not `a.py`")]
    [TestCase("--per-file-ignores", "[:PLS2", "`[` is no pattern: `[` is not closed")]
    [TestCase("--extend-select", "toy-eror", "unknown rule `toy-eror`; did you mean `toy-error`?")]
    public void A_wrong_option_is_one_clear_line(string option, string value, string message)
    {
        var result = Run("check", option, value);
        result.ExitCode.Should().Be(2);
        result.Error.Should().StartWith($"pylint-sharp: error: {message}").And.Subject.Count(c => c == '\n').Should().Be(1);
    }

    private string[] Lines(params string[] args) =>
        Run(["check", "--output-format", "concise", .. args]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
