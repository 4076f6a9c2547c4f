using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.RegularExpressions;
using PyLint.Sharp.Cli.Output;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>Which reports a run writes, and where to.</summary>
public class OutputTests : CommandLineTest
{
    private const string Concise = "a.py:1:1: error[PLS201] `bad` is flagged\n";

    private static readonly string[] Formats = ["full", "concise", "grouped", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle"];

    [SetUp]
    public void WriteFile() => Write("a.py", "bad = 1\n");

    [Test]
    public void Every_format_can_be_chosen_and_help_names_it([ValueSource(nameof(Formats))] string format)
    {
        var result = Run("check", "--output-format", format);
        result.ExitCode.Should().Be(1);
        result.Output.Should().Contain("PLS201");
        Run("check", "--help").Output.Should().MatchRegex($@"\b{format}\b");
    }

    [Test]
    public void Several_formats_are_written_at_once()
    {
        string[] args = [.. Formats.SelectMany(format => new[] { "--output-format", $"{format}:out.{format}" })];
        Run(["check", .. args, "--output-format", "concise"]).Should().Be(new CommandLineResult(1, Concise, ""));
        foreach (var format in Formats)
        {
            Read($"out.{format}").Should().Be(Run("check", "--output-format", format).Output, format);
        }

        Directory.GetFiles(Folder).Should().HaveCount(Formats.Length + 1, "nothing else is left behind");
    }

    [Test]
    public void The_number_of_results_in_sarif_can_be_bounded()
    {
        Write("a.py", "poor = 1\nbad = 1\nbad = 2\n");
        var result = Run("check", "--output-format", "sarif:out.sarif", "--sarif-max-results", "2", "-o", "out.txt");
        result.Error.Should().Be("pylint-sharp: warning: the SARIF file has the 2 most important results and lacks 1\n");
        using var document = JsonDocument.Parse(Read("out.sarif"));
        document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(found => found.GetProperty("ruleId").GetString())
            .Should().Equal("PLS201", "PLS201");
        Run("check", "--sarif-max-results", "0").ExitCode.Should().Be(2);
    }

    /// <summary>Who asks for five gets five, in each format; the exit code and the counts are those of all.</summary>
    [TestCase("full", "warning[", 3, "7 problems (1 error, 6 warnings) in 1 of 1 file. 4 not shown; --max-diagnostics none shows all.")]
    [TestCase("grouped", "warning[", 3, "7 problems (1 error, 6 warnings) in 1 of 1 file. 4 not shown; --max-diagnostics none shows all.")]
    [TestCase("concise", "warning[", 3, null)]
    [TestCase("json", "\"kind\": \"finding\"", 3, "\"findings\": 7,")]
    [TestCase("json", "\"kind\": \"finding\"", 3, "\"notShown\": 4,")]
    [TestCase("jsonl", "\"kind\":\"finding\"", 3, "\"notShown\":4,")]
    [TestCase("sarif", "\"ruleId\"", 3, null)]
    [TestCase("github", "::warning title=", 3, "4 more findings not shown here: --max-diagnostics none shows all.")]
    [TestCase("gitlab", "check_name", 3, null)]
    [TestCase("junit", "<failure", 3, "its findings are not shown")]
    [TestCase("rdjson", "\"code\": {", 3, null)]
    [TestCase("checkstyle", "<error ", 3, null)]
    public void Every_format_has_as_many_findings_as_the_command_line_allows(string format, string mark, int count, string? told)
    {
        Write("a.py", "poor\npoor\npoor\npoor\npoor\npoor\nbad\n");
        var all = Run("check", "--output-format", format);
        all.Error.Should().BeEmpty();
        var result = Run("check", "--output-format", format, "--max-diagnostics", $"{count}");
        result.ExitCode.Should().Be(all.ExitCode);
        result.Output.Split(mark).Should().HaveCount(count + 1);
        result.Output.Should().Contain(told ?? mark);
        result.Error.Should().Be(told is null || format == "junit" ? $"pylint-sharp: warning: `{format}` has the first {count} findings and lacks 4; --max-diagnostics none shows all\n"
            : "");
        Run("check", "--output-format", format, "--max-diagnostics", "7").Should().Be(all, "nothing is left out");
    }

    [TestCase(new string[0], "PLS201", "PLS202", "PLS301", "PLS999")]
    [TestCase(new[] { "--select", "PLS2", "--ignore", "PLS202" }, "PLS201")]
    public void Sarif_lists_the_rules_where_there_is_nothing_to_check(string[] args, params string[] codes)
    {
        Directory.CreateDirectory(Path.Combine(Folder, "empty"));
        Directory.CreateDirectory(Path.Combine(Folder, "clean"));
        Write("clean/a.py", "x = 1\n");
        var empty = RulesOf(Run(["check", "empty", "--output-format", "sarif", .. args]));
        empty.Should().Equal(codes.Prepend("PLS000"));
        RulesOf(Run(["check", "clean", "--output-format", "sarif", .. args])).Should().Equal(empty);

        static IEnumerable<string?> RulesOf(CommandLineResult result) => [.. JsonDocument.Parse(result.Output).RootElement
            .GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString())];
    }

    [Test]
    public void The_environment_says_which_format_where_the_command_line_does_not()
    {
        Write("pylint-sharp.toml", "output-format = 'json'\n");
        Set("PYLINT_SHARP_OUTPUT_FORMAT", "concise");
        Run("check").Output.Should().Be(Concise);
        Run("check", "--output-format", "grouped").Output.Should().StartWith("a.py\n");
        Set("PYLINT_SHARP_OUTPUT_FORMAT", "consice");
        Run("check").Should().Be(new CommandLineResult(2, "", "pylint-sharp: error: `consice` in PYLINT_SHARP_OUTPUT_FORMAT is no format; did you mean `concise`?\n"));
        Set("PYLINT_SHARP_OUTPUT_FORMAT", "");
        Run("check").Output.Should().StartWith("{");
    }

    [Test]
    public void Standard_output_stays_empty_when_every_format_has_a_file()
    {
        Run("check", "--output-format", "json:x.json", "--output-format", "concise:x.txt").Should().Be(new CommandLineResult(1, "", ""));
        Read("x.txt").Should().Be(Concise);
    }

    [Test]
    public void A_file_of_the_option_o_is_for_the_format_without_one()
    {
        Run("check", "--output-format", "json:x.json", "--output-format", "concise", "-o", "x.txt").Output.Should().BeEmpty();
        Read("x.txt").Should().Be(Concise);
        Run("check", "--output-format", "json:x.json", "-o", "x.txt").Output.Should().BeEmpty();
        Read("x.txt").Should().StartWith("error[PLS201] toy-error");
        Run("check", "--output-format", "concise:-").Output.Should().Be(Concise);
    }

    [TestCase("json\n-o\n", "`-o` needs the name of a file")]
    [TestCase("json:", "`json:` needs the name of a file")]
    [TestCase("jsno:x", "not `jsno:x`; did you mean `json`?")]
    [TestCase("json:.", "it is a folder")]
    [TestCase("json:nowhere/x", "pylint-sharp: error: cannot write to `nowhere/x`: there is no such folder\n")]
    [TestCase("json:a.py/x", "pylint-sharp: error: cannot write to `a.py/x`: there is no such folder\n")]
    public void A_wrong_target_is_told_before_anything_is_written(string value, string message)
    {
        var result = Run(["check", "--output-format", "concise:first.txt", "--output-format", .. value.Split('\n')]);
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(message);
        Directory.GetFiles(Folder).Should().ContainSingle("neither results nor temporary files are left");
    }

    [TestCase("check", ".")]
    [TestCase("ast", ".")]
    [TestCase("baseline", "create", "--baseline")]
    public void A_target_is_called_what_the_user_called_it(string verb, string path, string option = "-o")
    {
        foreach (var name in new[] { "nowhere/x", "/nowhere/to be found", "./nowhere/../nowhere/x", new string('x', 300) })
        {
            var result = Run(verb, path, option, name);
            result.ExitCode.Should().Be(2);
            result.Error.Should().Be($"pylint-sharp: error: cannot write to `{name}`: {(name.Length < 300 ? "there is no such folder" : "its path is too long")}\n");
        }
    }

    [Test]
    [Platform("Linux")]
    public void A_target_that_becomes_a_folder_is_no_defect()
    {
        using var target = OutputTarget.File(Path.Combine(Folder, "out"), "out");
        Directory.CreateDirectory(Path.Combine(Folder, "out"));
        target.Invoking(it => it.Complete()).Should().Throw<OutputException>().WithMessage("cannot write to `out`: *").Which.Message.Should().NotContain(".tmp");
    }

    /// <summary>A slip such as <c>-o *.py</c> must not cost anybody their work.</summary>
    [TestCase("-o", "a.py")]
    [TestCase("-o", "link")]
    [TestCase("--output-format", "json:a.py")]
    public void Results_never_take_the_place_of_a_program(string option, string value)
    {
        File.CreateSymbolicLink(Path.Combine(Folder, "link"), "a.py");
        var result = Run("check", option, value);
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("that is a program");
        Read("a.py").Should().Be("bad = 1\n");
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    [Platform(Exclude = "Win")]
    public void A_file_that_is_written_again_stays_what_it_was()
    {
        Write("real.txt", "old");
        File.SetUnixFileMode(Path.Combine(Folder, "real.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(Path.Combine(Folder, "link.txt"), "real.txt");
        Run("check", "--output-format", "concise", "-o", "link.txt").Output.Should().BeEmpty();
        new FileInfo(Path.Combine(Folder, "link.txt")).LinkTarget.Should().Be("real.txt");
        Read("real.txt").Should().Be(Concise);
        File.GetUnixFileMode(Path.Combine(Folder, "real.txt")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(Folder).Should().HaveCount(3, "nothing else is left behind");
    }

    [Test]
    [Platform("Linux")]
    public void A_pipe_gets_the_results_and_stays_a_pipe()
    {
        using (var make = Process.Start("mkfifo", Path.Combine(Folder, "pipe")))
        {
            make.WaitForExit();
        }

        var reader = Task.Run(() => Read("pipe"));
        Run("check", "a.py", "--output-format", "concise", "-o", "pipe").ExitCode.Should().Be(1);

        // Of a file in the place of the pipe the reader would hear nothing, and wait.
        reader.Wait(TimeSpan.FromSeconds(20)).Should().BeTrue();
        reader.Result.Should().Be(Concise);
    }

    [Test]
    public void Two_reports_have_two_files() =>
        Run("check", "--output-format", "json:x", "--output-format", "sarif:./x").Error.Should().Contain("two reports can't both be written to `./x`");

    [Test]
    public void GitHub_gets_annotations_and_a_summary_unasked()
    {
        Set("GITHUB_ACTIONS", "true");
        Set("GITHUB_WORKSPACE", Path.GetDirectoryName(Folder)!);
        Set("GITHUB_STEP_SUMMARY", Path.Combine(Folder, "summary.md"));
        Write("summary.md", "from an earlier line\n");
        var lines = Run("check").Output.TrimEnd('\n').Split('\n');
        var word = Regex.Match(lines[0], "^::stop-commands::([0-9a-f]{32})$").Groups[1].Value;
        word.Should().NotBeEmpty();
        lines[1].Should().StartWith("error[PLS201]");
        lines[^2].Should().Be($"::{word}::");
        lines[^1].Should().StartWith($"::error title=pylint-sharp (PLS201),file={Path.GetFileName(Folder)}/a.py,line=1,endLine=1,col=1,endColumn=4::");
        Read("summary.md").Should().StartWith("from an earlier line\n**PyLint.Sharp**: 1 problem in 1 file.\n").And.Contain("| PLS201 |");
        Run("check").Output.Should().NotContain(word, "a word that is known is no secret");
    }

    [TestCase("--output-format", "json")]
    [TestCase("--output-format", "sarif:x.sarif")]
    [TestCase("-o", "x.txt")]
    [TestCase("--diff", "")]
    public void GitHub_gets_nothing_unasked_where_output_has_another_purpose(string option, string value)
    {
        string[] args = ["check", option, .. value.Length > 0 ? [value] : Array.Empty<string>()];
        var expected = Run(args).Output;
        Set("GITHUB_ACTIONS", "true");
        Set("GITHUB_STEP_SUMMARY", Path.Combine(Folder, "summary.md"));
        Run(args).Output.Should().Be(expected);
        File.Exists(Path.Combine(Folder, "summary.md")).Should().BeFalse();
    }

    [Test]
    public void Text_that_was_asked_for_is_guarded_too()
    {
        Set("GITHUB_ACTIONS", "true");
        Write("::error::x.py", "bad = 1\n");
        var lines = Run("check", "--output-format", "concise").Output.TrimEnd('\n').Split('\n');
        lines[0].Should().StartWith("::stop-commands::");
        lines[1].Should().StartWith("::error::x.py:1:1: ");
        lines[^1].Should().Be($"::{lines[0]["::stop-commands::".Length..]}::");
    }

    [Test]
    public void A_summary_that_cannot_be_written_is_only_worth_a_warning()
    {
        Set("GITHUB_ACTIONS", "true");
        Set("GITHUB_STEP_SUMMARY", Path.Combine(Folder, "nowhere", "summary.md"));
        var result = Run("check", "--output-format", "github");
        result.ExitCode.Should().Be(1);
        result.Output.Should().StartWith("::error ");
        result.Error.Should().Be($"pylint-sharp: warning: cannot write to `{Path.Combine(Folder, "nowhere", "summary.md")}`: there is no such folder\n");
    }

    [Test]
    public void GitLab_gets_paths_from_the_root_of_the_project()
    {
        Set("CI_PROJECT_DIR", Path.GetDirectoryName(Folder)!);
        using var document = JsonDocument.Parse(Run("check", "--output-format", "gitlab").Output);
        document.RootElement[0].GetProperty("location").GetProperty("path").GetString().Should().Be($"{Path.GetFileName(Folder)}/a.py");
    }

    [Test]
    public void A_report_beside_a_patch_still_lists_findings()
    {
        Run("check", "--diff", "--output-format", "concise:x.txt").Output.Should().BeEmpty("the toy has no fix");
        Read("x.txt").Should().Be(Concise);
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));
}
