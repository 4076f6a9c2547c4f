using System.Text.Json;

namespace PyLint.Sharp.Cli.Tests;

public class CheckTests : CommandLineTest
{
    [Test]
    public void Findings_go_to_standard_output_and_fail_the_run()
    {
        Write("src/a.py", "bad = 1\n");
        var result = Run("check", "src");
        result.ExitCode.Should().Be(1);
        result.Error.Should().BeEmpty();
        result.Output.Should().Be("""
            error[PLS201] toy-error: `bad` is flagged
             --> src/a.py:1:1
              |
            1 | bad = 1
              | ^^^
              |
             = why:  because of the test.
             = help: write something else
             = ask yourself: why?
             = docs: pylint-sharp explain PLS201

            Found 1 problem (1 error) in 1 of 1 file.

            """.ReplaceLineEndings("\n"));
    }

    [TestCase("fine = 1", 0)]
    [TestCase("plain = 1", 0)]
    [TestCase("poor = 1", 1)]
    [TestCase("bad = 1", 1)]
    [TestCase("crash = 1", 2)]
    [TestCase("crash = bad", 2)]
    public void The_exit_code_tells_the_worst(string code, int exitCode)
    {
        Write("a.py", code);
        Run("check").ExitCode.Should().Be(exitCode);
        Run("check", "--exit-zero").ExitCode.Should().Be(exitCode == 1 ? 0 : exitCode);
    }

    [Test]
    public void In_exams_suppression_comments_silence_nothing_and_are_counted()
    {
        Write("a.py", "bad = 1  # noqa\nbad = 2  # pylint-sharp: ignore[PLS201]\nfine = 3  # noqa\n");
        Run("check").ExitCode.Should().Be(0);
        var result = Run("check", "--ignore-suppressions");
        result.ExitCode.Should().Be(1);
        result.Output.Should().EndWith("Found 2 problems (2 errors) in 1 of 1 file. 2 suppression comments ignored.\n");
    }

    [Test]
    public void Check_is_what_happens_without_a_verb_and_here_without_a_path()
    {
        Write("a.py", "bad = 1\n");
        var expected = Run("check", ".");
        Run().Should().Be(expected);
        Run(".").Should().Be(expected);
        Run("--output-format", "full").Should().Be(expected);
    }

    [TestCase("PLS2", "", "PLS201 PLS202")]
    [TestCase("PLS201,PLS301", "", "PLS201 PLS301")]
    [TestCase("toy-info", "", "PLS301")]
    [TestCase("X202", "", "PLS202")]
    [TestCase("ALL", "PLS2", "PLS301")]
    [TestCase("PLS2", "toy-error", "PLS202")]
    public void Rules_are_selected_and_ignored(string select, string ignore, string expected)
    {
        Write("a.py", "bad = 1\npoor = 1\nplain = 1\n");
        Codes(Run("check", "--output-format", "jsonl", "--select", select, "--ignore", ignore)).Should().Be(expected);
    }

    /// <summary>What a script writes whose variable is empty.</summary>
    [TestCase("check")]
    [TestCase("config")]
    [TestCase("rules")]
    public void To_select_nothing_is_an_error(string verb)
    {
        Write("a.py", "bad = 1\n");
        Run(verb, "--select", "").Should().Be(new CommandLineResult(2, "", "pylint-sharp: error: `--select` has no rule\n"));
    }

    [TestCase("PLS301", "--select", "", "--select", "PLS301", Description = "all lists of an option are one")]
    [TestCase("PLS202", "--ignore", "")]
    [TestCase("PLS202 PLS301", "--extend-select", "PLS301", "--ignore", ",")]
    public void An_empty_list_beside_another_changes_nothing(string expected, params string[] args)
    {
        Write("pylint-sharp.toml", "lint.select = ['PLS202']\n");
        Write("a.py", "bad = 1\npoor = 1\nplain = 1\n");
        Codes(Run(["check", "--output-format", "jsonl", .. args])).Should().Be(expected);
    }

    [Test]
    public void Selectors_may_be_repeated()
    {
        Write("a.py", "bad = 1\npoor = 1\nplain = 1\n");
        Codes(Run("--output-format=jsonl", "--select", "PLS201", "--select=PLS202,PLS301", "--ignore", "PLS202")).Should().Be("PLS201 PLS301");
    }

    [Test]
    public void Of_a_repeated_option_the_last_one_counts()
    {
        Write("a.py", "bad = 1\n");
        Run("check", "--output-format", "json", "--output-format", "concise").Output.Should().Be("a.py:1:1: error[PLS201] `bad` is flagged\n");
    }

    [Test]
    public void An_unknown_rule_is_named_and_the_others_run()
    {
        Write("a.py", "bad = 1\npoor = 1\n");
        var result = Run("check", "--output-format", "jsonl", "--select", "PLS201,toy-wraning");
        Codes(result).Should().Be("PLS201");
        result.Error.Should().Be("pylint-sharp: error: unknown rule `toy-wraning`; did you mean `toy-warning`?\n");
        result.ExitCode.Should().Be(2);
    }

    [Test]
    public void An_unknown_option_is_named_and_what_is_known_is_checked()
    {
        Write("a.py", "bad = 1\n");
        var result = Run("check", "--selct", "PLS2", "--output-format", "concise", "a.py");
        result.Should().Be(new CommandLineResult(
            2,
            "a.py:1:1: error[PLS201] `bad` is flagged\n",
            "pylint-sharp: error: unknown option `--selct`; did you mean `--select`?\n"));
    }

    [TestCase("check", "--fromat=json", "unknown option `--fromat`")]
    [TestCase("check", "--output-format", "`--output-format` needs a value")]
    [TestCase("check", "--output-format=jsno", "rdjson or checkstyle, each with or without `:FILE`, not `jsno`; did you mean `json`?")]
    [TestCase("check", "--color=allways", "`--color` takes auto, always or never, not `allways`; did you mean `always`?")]
    [TestCase("check", "-j0", "`--jobs` takes a whole number from 1 on, not `0`")]
    [TestCase("check", "--width=wide", "`--width` takes a whole number from 1 on, not `wide`")]
    [TestCase("check", "--explain-level=all", "`--explain-level` takes short, none or full, not `all`")]
    [TestCase("check", "--max-diagnostics=some", "`--max-diagnostics` takes a whole number from 1 on, or none, not `some`")]
    [TestCase("check", "--select=", "`--select` needs a value")]
    [TestCase("check", "--select= , ", "`--select` has no rule")]
    [TestCase("config", "--select=,", "`--select` has no rule")]
    [TestCase("rules", "--select=,", "`--select` has no rule")]
    [TestCase("rules", "--fromat", "unknown option `--fromat`")]
    [TestCase("rules", "PLS201", "`rules` takes no arguments")]
    [TestCase("explain", "--al", "unknown option `--al`; did you mean `--all`?")]
    [TestCase("explain", "--output-format=text", "needs a code or a name")]
    [TestCase("version", "now", "`version` takes no arguments")]
    [TestCase("help", "chekc", "unknown verb `chekc`; did you mean `check`?")]
    public void A_wrong_command_line_is_one_clear_line(string verb, string option, string message)
    {
        Write("a.py", "bad = 1\n");
        var result = Run(verb, option);
        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().StartWith("pylint-sharp: error: ").And.Contain(message);
        result.Error.Should().EndWith("\n").And.Subject.Count(c => c == '\n').Should().Be(1);
    }

    [Test]
    public void A_missing_path_is_named_and_the_rest_is_checked()
    {
        Write("bank.py", "bad = 1\n");
        Write("cart.py", "bad = 1\n");
        var result = Run("check", "--output-format", "concise", "bnak.py", "cart.py");
        result.Should().Be(new CommandLineResult(
            2,
            "cart.py:1:1: error[PLS201] `bad` is flagged\n",
            "pylint-sharp: error: no such file or folder: `bnak.py`; did you mean `bank.py`?\n"));
    }

    [Test]
    public void A_verb_with_a_slip_is_recognised() =>
        Run("chekc").Error.Should().Be("pylint-sharp: error: no such file or folder: `chekc`; did you mean `check`?\n");

    [Test]
    public void A_path_may_look_like_an_option_behind_two_dashes()
    {
        Write("-x.py", "bad = 1\n");
        Run("check", "--output-format", "concise", "--", "-x.py").Output.Should().StartWith("-x.py:1:1: ");
    }

    [Test]
    public void A_folder_without_python_files_is_worth_a_warning()
    {
        Write("readme.txt", "bad");
        Run("check").Should().Be(new CommandLineResult(0, "", "pylint-sharp: warning: no Python files in `.`\n"));
    }

    [Test]
    public void Standard_input_is_a_file_too()
    {
        StandardInput = "bad = 1\n";
        Run("check", "-", "--stdin-filename", "src/x.py", "--output-format", "concise").Output.Should().Be("src/x.py:1:1: error[PLS201] `bad` is flagged\n");
        Run("check", "-", "--output-format", "concise").Output.Should().StartWith("<stdin>:1:1: ");
    }

    [Test]
    public void Results_can_go_to_a_file()
    {
        Write("a.py", "bad = 1\n");
        var expected = Run("check", "--output-format", "jsonl").Output;
        Run("check", "--output-format", "jsonl", "-o", "out.jsonl").Should().Be(new CommandLineResult(1, "", ""));
        File.ReadAllText(Path.Combine(Folder, "out.jsonl")).Should().Be(expected);
        Directory.GetFiles(Folder).Should().HaveCount(2, "nothing else is left behind");
        Run("check", "--output-format", "jsonl", "-o", "-").Output.Should().Be(expected);
        Run("check", "-o", "nowhere/out.txt").Error.Should().Contain("cannot write to `");
        Run("check", "-o", ".").Error.Should().Contain("it is a folder");
    }

    [Test]
    public void The_output_is_the_same_for_any_number_of_threads()
    {
        foreach (var name in Enumerable.Range(0, 60).Select(i => i * 37 % 60))
        {
            Write($"{(char)('a' + (name % 5))}/{name}.py", name % 3 == 0 ? "x = 1\n" : $"bad = {name}\npoor = 2\nplain = bad\n");
        }

        foreach (var format in new[] { "full", "concise", "json", "jsonl" })
        {
            var expected = Run("check", "--output-format", format, "-j", "1");
            foreach (var threads in new[] { "2", "4", "16" })
            {
                Run("check", "--output-format", format, "-j", threads, "b", "a", "./a", ".").Should().Be(expected);
            }
        }
    }

    [Test]
    public void Findings_are_ordered_by_path_then_place_then_code()
    {
        Write("b.py", "poor = bad\n");
        Write("a/z.py", "plain = bad = poor\n");
        Write("B.py", "bad\n");
        Run("check", "--output-format", "concise").Output.Split('\n').Select(line => line.Split(' ')[0]).Should()
            .Equal("B.py:1:1:", "a/z.py:1:1:", "a/z.py:1:9:", "a/z.py:1:15:", "b.py:1:1:", "b.py:1:8:", "");
    }

    [Test]
    public void A_crashed_rule_loses_nothing_else()
    {
        Write("a.py", "crash = bad\n");
        Write("b.py", "bad = 1\n");
        Codes(Run("check", "--output-format", "jsonl")).Should().Be("PLS003 PLS201 PLS201");
    }

    [Test]
    public void Explanations_can_be_shorter_or_longer()
    {
        Write("a.py", "bad = bad\n");
        Run("check", "--explain-level", "none").Output.Should().NotContain("why:").And.NotContain("ask yourself:").And.Contain("help:");
        Run("check", "--explain-level", "full").Output.Split("A strong answer: therefore.").Should().HaveCount(2);
    }

    [Test]
    public void A_terminal_shows_a_hundred_findings_unless_told_otherwise()
    {
        Write("a.py", string.Concat(Enumerable.Repeat("bad\n", 150)));
        IsTerminal = true;
        Run("check").Output.Should().Contain("Found 150 problems (150 errors) in 1 of 1 file. 50 not shown; --max-diagnostics none shows all.");
        Run("check", "--max-diagnostics", "none").Output.Should().Contain("Found 150 problems (150 errors) in 1 of 1 file.\e[0m\n");
        Run("check", "--max-diagnostics", "149").Output.Should().Contain(" 1 not shown;");
        IsTerminal = false;
        Run("check").Output.Should().EndWith("Found 150 problems (150 errors) in 1 of 1 file.\n");
    }

    [Test]
    public void The_width_comes_from_the_option_else_the_environment_else_the_terminal()
    {
        Write("a.py", "bad = '" + new string('x', 300) + "'\n");
        LongestRow().Should().Be(80);
        IsTerminal = true;
        LongestRow().Should().Be(120);
        Set("COLUMNS", "60");
        LongestRow().Should().Be(60);
        LongestRow("--width", "90").Should().Be(90);

        int LongestRow(params string[] options) => Run(["check", "--color", "never", .. options]).Output.Split('\n').Max(row => row.Length);
    }

    [Test]
    public void Verbose_says_on_standard_error_what_happens()
    {
        Write("a.py", "x = 1\n");
        var result = Run("check", "-v");
        result.Output.Should().Be("All clear: 1 file, 0 problems.\n");
        result.Error.Should().Contain("pylint-sharp: info: files found: 1 in ").And.Contain("pylint-sharp: debug: a.py: ");
    }

    [Test]
    public void An_interrupted_run_ends_its_document_and_says_so()
    {
        Write("a.py", "bad = 1\n");
        var result = Run(host => host.Interrupt(ExitCodes.Interrupted), "check", "--output-format", "json");
        result.ExitCode.Should().Be(130);
        using var document = JsonDocument.Parse(result.Output);
        document.RootElement.GetProperty("summary").GetProperty("interrupted").GetBoolean().Should().BeTrue();
        document.RootElement.GetProperty("summary").GetProperty("exitCode").GetInt32().Should().Be(130);
    }

    [TestCase(32, 1, 0, "")]
    [TestCase(28, 2, 2, "pylint-sharp: error: cannot write to standard output: ")]
    public void A_reader_that_goes_away_is_no_error_but_a_full_disk_is(int systemError, int exitCode, int exitCodeOfOthers, string message)
    {
        Write("a.py", "bad = 1\n");
        using var error = new StringWriter();
        using var host = HostWith(new FailingStream(systemError), error);
        CommandLine.Run(["check"], host).Should().Be(exitCode);
        error.ToString().Should().StartWith(message).And.Subject.Length.Should().BeGreaterThanOrEqualTo(message.Length);
        CommandLine.Run(["rules"], host).Should().Be(exitCodeOfOthers);
        CommandLine.Run(["--help"], host).Should().Be(exitCodeOfOthers);
    }

    private static string Codes(CommandLineResult result) => string.Join(' ', result.Output.TrimEnd('\n').Split('\n')
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Where(element => element.GetProperty("kind").GetString() == "finding")
        .Select(element => element.GetProperty("code").GetString()));

    private sealed class FailingStream(int systemError) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("it fails", systemError);
    }

    [Test]
    public void A_target_version_refuses_newer_syntax()
    {
        Write("a.py", "match a:\n    case 1: pass\n");
        Run("check", "--target-version", "py39").Output.Should().Contain("`match` statements need Python 3.10; the target is 3.9");
        Run("check", "--target-version", "py310").ExitCode.Should().Be(0);
        Run("check").ExitCode.Should().Be(0);
        Run("check", "--target-version", "py27").ExitCode.Should().Be(2);
    }
}
