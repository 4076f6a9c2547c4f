using System.Text.Json;

namespace PyLint.Sharp.Cli.Tests;

public class ConfigVerbTests : CommandLineTest
{
    [Test]
    public void Each_setting_is_shown_with_who_says_so()
    {
        Write("pylint-sharp.toml", "\nfail-level = 'error'\n[lint]\nignore = ['PLS2']");
        var result = Run("config", "--select", "PLS3", "--profile", "teacher");
        result.ExitCode.Should().Be(0);
        result.Error.Should().BeEmpty();
        result.Output.Split('\n').Should().Contain(
            "profile = \"teacher\"  # --profile",
            "fail-level = \"error\"  # pylint-sharp.toml:2:1",
            "output-format = \"full\"  # default",
            "# target-version has no value  # default",
            "lint.select = [\"PLS3\"]  # --select",
            "lint.ignore = [\"PLS2\"]  # pylint-sharp.toml:4:1",
            "lint.severity = {}  # default");
    }

    [Test]
    public void What_is_shown_could_stand_in_a_file()
    {
        Write("pylint-sharp.toml", "lint.per-file-ignores = { 'a \"b\"/**' = ['PLS2'] }\nlint.severity = { PLS2 = 'info' }\ntarget-version = 'py312'");
        var shown = Run("config").Output;
        Write("pylint-sharp.toml", shown);
        var again = Run("config");
        again.ExitCode.Should().Be(0);
        WithoutOrigins(again.Output).Should().Be(WithoutOrigins(shown)).And.Contain("lint.per-file-ignores = { \"a \\\"b\\\"/**\" = [\"PLS2\"] }");
    }

    [Test]
    public void A_single_setting_is_explained() =>
        Run("config", "fail-level").Output.Should().Be("""
            fail-level = "warning"  # default
              From which severity on a finding makes the run end with exit code 1.
              It is `error`, `warning`, `info` or `never`; the default is "warning".

            """.ReplaceLineEndings("\n"));

    [Test]
    public void A_group_is_all_its_settings() =>
        Run("config", "lint").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(11).And.OnlyContain(line => line.Contains("lint.", StringComparison.Ordinal));

    [Test]
    public void Settings_of_another_place_can_be_asked_for()
    {
        Write("a/pylint-sharp.toml", "profile = 'all'");
        Write("a/x.py", "");
        Run("config", "profile", "--show-for", "a/x.py").Output.Should().StartWith("profile = \"all\"  # a/pylint-sharp.toml:1:1\n");
        Run("config", "profile", "--show-for", "a").Output.Should().StartWith("profile = \"all\"");
        Run("config", "profile", "--show-for", "b.py").Output.Should().StartWith("profile = \"candidate\"  # default");
    }

    [Test]
    public void The_files_that_would_be_checked_can_be_listed()
    {
        foreach (var path in new[] { "a.py", "b.txt", "old/c.py", "sub/d.py", "build/e.py", "broken/f.py" })
        {
            Write(path, "crash (\n");
        }

        Write("pylint-sharp.toml", "extend-exclude = ['old']\n");
        Write("broken/pylint-sharp.toml", "nonsense = 1\n");
        Run("config", "--files", "--extend-exclude", "broken").Should().Be(new CommandLineResult(0, "a.py\nsub/d.py\n", ""));
        Run("config", "--files", "sub", "b.txt").Output.Should().Be("b.txt\nsub/d.py\n");
        var result = Run("config", "--files");
        result.ExitCode.Should().Be(2);
        result.Output.Should().Be("a.py\nsub/d.py\n");
        result.Error.Should().Contain("unknown key `nonsense`");
        Run("config", "--files", "--output-format", "json").ExitCode.Should().Be(2);
    }

    [Test]
    public void Json_has_values_and_origins_apart()
    {
        Write("pylint-sharp.toml", "lint.severity = { PLS2 = 'info' }");
        using var json = JsonDocument.Parse(Run("config", "lint.severity", "target-version", "lint.select", "--output-format", "json").Output);
        json.RootElement.EnumerateArray().Select(setting => setting.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)).Should().Equal(
            """{"key":"lint.severity","value":{"PLS2":"info"},"origin":{"kind":"file","place":"pylint-sharp.toml","line":1,"column":6}}""",
            """{"key":"target-version","value":null,"origin":{"kind":"default","place":""}}""",
            """{"key":"lint.select","value":null,"origin":{"kind":"profile","place":"candidate"}}""");
    }

    [TestCase("lint.selct", "unknown key `lint.selct`; did you mean `lint.select`?")]
    [TestCase("--shw-for", "unknown option `--shw-for`; did you mean `--show-for`?")]
    [TestCase("--select=toy-eror", "unknown rule `toy-eror`; did you mean `toy-error`?")]
    [TestCase("--output-format=yaml", "`--output-format` takes text or json, not `yaml`")]
    public void A_wrong_word_is_one_clear_line(string word, string message)
    {
        var result = Run("config", word);
        result.ExitCode.Should().Be(2);
        result.Error.Should().Be($"pylint-sharp: error: {message}\n");
    }

    [Test]
    public void A_wrong_file_is_an_error()
    {
        Write("pylint-sharp.toml", "\n  profil = 'all'");
        Run("config").Should().Be(new CommandLineResult(2, "", "pylint-sharp: error: pylint-sharp.toml:2:3: unknown key `profil`; did you mean `profile`?\n"));
    }

    private static string WithoutOrigins(string output) => string.Join('\n', output.Split('\n').Select(line => line.Split("  # ")[0]));
}
