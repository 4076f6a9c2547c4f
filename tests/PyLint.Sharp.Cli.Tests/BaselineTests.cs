using System.Text.Json;

namespace PyLint.Sharp.Cli.Tests;

public class BaselineTests : CommandLineTest
{
    private const string Name = "pylint-sharp-baseline.json";

    private string Baseline
    {
        get => File.ReadAllText(Path.Combine(Folder, Name));
        set => Write(Name, value);
    }

    private CommandLineResult Check(params string[] args) => Run(["check", "--output-format", "concise", .. args]);

    [Test]
    public void Known_findings_are_not_reported_and_new_ones_are()
    {
        Write("b.py", "poor = bad\n");
        Write("sub/a.py", "def f():\n    bad = bad\n");
        Run("baseline", "create").Should().Be(new CommandLineResult(0, $"created `{Name}`: 4 known findings in 2 files\n", ""));
        Check("--new-only").Should().Be(new CommandLineResult(0, "", ""));
        Write("b.py", "poor = bad\n\ndef g():\n    bad = 1\n");
        Check("--new-only").Should().Be(new CommandLineResult(1, "b.py:4:5: error[PLS201] `bad` is flagged\n", ""));
        Check("--baseline", Name).Should().Be(Check("--new-only"));
        Check().Output.Split('\n').Should().HaveCount(6);
    }

    [Test]
    public void The_file_is_sorted_and_has_one_entry_a_line()
    {
        Write("b.py", "poor = bad\n");
        Write("ä\".py", "\ndef f():\n    bad = bad\n");
        Run("baseline", "create").ExitCode.Should().Be(0);
        var lines = Baseline.Split('\n');
        lines[..3].Should().Equal("{", "  \"schema\": \"pylint-sharp-baseline/1\",", "  \"entries\": [");
        lines[3].Should().MatchRegex("""^    \{"path": "b.py", "code": "PLS201", "fingerprint": "[0-9a-f]{16}", "count": 1, "line-hint": 1\},$""");
        lines[4].Should().Contain("\"PLS202\"");
        lines[5].Should().MatchRegex("""^    \{"path": "\\u00E4\\u0022.py", "code": "PLS201", "fingerprint": "[0-9a-f]{16}", "count": 2, "line-hint": 3\}$""");
        lines[6..].Should().Equal("  ]", "}", "");
        Check("--new-only").ExitCode.Should().Be(0);
    }

    [TestCase("# above\n\nbad = 1\n\n\ndef f():\n    poor = 2\n", TestName = "Lines_above")]
    [TestCase("def f():\n    poor = 2\n\nbad = 1\n", TestName = "Another_order")]
    [TestCase("if x:\n    bad = 1\n    def f():\n        if y:\n            poor   =   2\n", TestName = "Another_indentation")]
    [TestCase("def g():\n    bad = 1\n\nclass C:\n    def f(self):\n        poor = 2\n", TestName = "Another_function")]
    [TestCase("bad = 1\r\ndef f():\r\n\tpoor = 2", TestName = "Other_line_ends")]
    public void Moved_code_stays_known(string after)
    {
        Write("a.py", "bad = 1\ndef f():\n    poor = 2\n");
        Run("baseline", "create");
        Write("a.py", after);
        Check("--new-only").Should().Be(new CommandLineResult(0, "", ""));
    }

    [Test]
    public void More_than_were_recorded_are_all_shown()
    {
        Write("a.py", "bad\ndef f():\n    bad\n    poor\n");
        Run("baseline", "create");
        Write("a.py", "bad\ndef f():\n    bad\n    bad\n    poor\n");
        Check("--new-only").Output.Should().Be("a.py:3:5: error[PLS201] `bad` is flagged\na.py:4:5: error[PLS201] `bad` is flagged\n");
    }

    [Test]
    public void Fewer_than_were_recorded_are_stale_until_they_are_pruned()
    {
        Write("a.py", "bad\nbad\npoor\n");
        Write("gone.py", "bad\n");
        Run("baseline", "create");
        File.Delete(Path.Combine(Folder, "gone.py"));
        Write("a.py", "bad\nx\npoor\n");
        var stale = $"stale entries in `{Name}` (PLS201 in `a.py`, PLS201 in `gone.py`), run `pylint-sharp baseline prune`\n";
        Check("--new-only").Should().Be(new CommandLineResult(1, "", $"pylint-sharp: error: {stale}"));
        Check("--new-only", "--pass-on-stale-baseline").Should().Be(new CommandLineResult(0, "", $"pylint-sharp: warning: {stale}"));
        Check("--new-only", "--exit-zero").ExitCode.Should().Be(0);
        Write("a.py", "bad\nx\npoor\ndef f():\n    poor\n");
        Run("baseline", "prune").Output.Should().Be($"pruned `{Name}`: 2 known findings in 1 file\n");
        Check("--new-only").Should().Be(new CommandLineResult(1, "a.py:5:5: warning[PLS202] `poor` is flagged\n", ""));
        Run("baseline", "update").Output.Should().Be($"updated `{Name}`: 3 known findings in 1 file\n");
        Check("--new-only").ExitCode.Should().Be(0);
    }

    [Test]
    public void What_was_not_looked_for_is_not_stale()
    {
        Write("a.py", "bad\npoor\n");
        Write("sub/b.py", "bad\n");
        Run("baseline", "create");
        var before = Baseline;
        Write("a.py", "bad\n");
        Check("--new-only", "sub").ExitCode.Should().Be(0);
        Check("--new-only", "--select", "PLS201").ExitCode.Should().Be(0);
        Run("baseline", "prune", "sub");
        Run("baseline", "update", "--select", "PLS201");
        Baseline.Should().Be(before);
        Run("baseline", "prune");
        Baseline.Should().NotBe(before);
        Write("a.py", "bad(\n");
        Check("--new-only").Error.Should().BeEmpty("a file with syntax errors proves nothing");
    }

    [Test]
    public void Syntax_errors_are_in_the_way_of_recording_and_are_never_known()
    {
        Write("a.py", "bad = = 1\n");
        Write("b.py", "bad = 1\n");
        Run("baseline", "create").Should().Be(new CommandLineResult(
            2, "", "pylint-sharp: error: a baseline needs files without syntax errors; not created: `a.py`\n"));
        File.Exists(Path.Combine(Folder, Name)).Should().BeFalse();
        Run("baseline", "create", "b.py").ExitCode.Should().Be(0);
        Check("--new-only").Output.Should().Contain("a.py:1:7: error[PLS000]").And.NotContain("b.py");
        Run("baseline", "update").Error.Should().Contain("not updated: `a.py`");
        Run("baseline", "prune").ExitCode.Should().Be(0);
    }

    [Test]
    public void A_rule_that_crashes_writes_nothing()
    {
        Write("a.py", "crash\n");
        var result = Run("baseline", "create");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("toy-crash");
        Directory.GetFiles(Folder).Should().ContainSingle();
    }

    [Test]
    public void Paths_start_from_the_folder_of_the_baseline()
    {
        Write("sub/a.py", "bad\n");
        Run("baseline", "create");
        Baseline.Should().Contain("\"path\": \"sub/a.py\"");
        CommandLineResult InSub(params string[] args)
        {
            using var output = new MemoryStream();
            using var error = new StringWriter();
            using var host = HostWith(output, error, folder: Path.Combine(Folder, "sub"));
            return new CommandLineResult(CommandLine.Run(args, host), Host.Utf8.GetString(output.ToArray()), error.ToString());
        }

        InSub("check", "--new-only").ExitCode.Should().Be(0);
        InSub("baseline", "show").Output.Should().Be($"sub/a.py: 1 × PLS201 toy-error\n`../{Name}`: 1 known finding in 1 file\n");
        Run("baseline", "create", "--baseline", "conf/known.json");
        InSub("baseline", "create", "--baseline", "own.json").ExitCode.Should().Be(0);
        File.ReadAllText(Path.Combine(Folder, "sub", "own.json")).Should().Contain("\"path\": \"a.py\"");
    }

    /// <summary>One file that nobody can check is no reason to keep what is gone of the others.</summary>
    [Test]
    public void Pruning_goes_on_beside_a_file_that_cannot_be_judged()
    {
        Write("a.py", "bad = poor\n");
        Write("big.py", "bad = 1\n");
        Write("broken.py", "poor = 1\n");
        Write("gone.py", "bad = 1\n");
        Run("baseline", "create");
        Write("a.py", "bad = 1\n");
        Write("big.py", string.Concat(Enumerable.Repeat("x = 1\n", 100)));
        Write("broken.py", "x = = 1\n");
        File.Delete(Path.Combine(Folder, "gone.py"));
        string[] limit = ["--max-file-size", "100"];
        Run(["baseline", "update", .. limit]).ExitCode.Should().Be(2, "what is new there is not known");
        var result = Run(["baseline", "prune", .. limit]);
        result.Should().Be(new CommandLineResult(
            1,
            $"pruned `{Name}`: 3 known findings in 3 files\n",
            "pylint-sharp: error: big.py: not checked completely: the file is longer than 100 bytes\n"
            + "pylint-sharp: warning: entries are kept of files that could not be checked completely: `big.py`, `broken.py`\n"));
        Run("baseline", "show").Output.Should().Be(
            $"a.py: 1 × PLS201 toy-error\nbig.py: 1 × PLS201 toy-error\nbroken.py: 1 × PLS202 toy-warning\n`{Name}`: 3 known findings in 3 files\n");
        Write("broken.py", "x = 1\n");
        Run("baseline", "prune").Should().Be(new CommandLineResult(0, $"pruned `{Name}`: 1 known finding in 1 file\n", ""));
    }

    [Test]
    public void Nothing_is_overwritten_by_create_and_nothing_found_where_there_is_nothing()
    {
        Check("--new-only").Should().Be(new CommandLineResult(2, "", $"pylint-sharp: error: there is no baseline `{Name}`; `pylint-sharp baseline create` makes one\n"));
        Run("baseline", "prune").ExitCode.Should().Be(2);
        Write("a.py", "bad\n");
        Baseline = "precious";
        Run("baseline", "create").Error.Should().Be($"pylint-sharp: error: `{Name}` is there already; `pylint-sharp baseline update` brings it up to date\n");
        Baseline.Should().Be("precious");
        Run("baseline").Error.Should().Contain("`baseline` takes create, update, prune or show");
        Run("baseline", "crate").Error.Should().Contain("not `crate`; did you mean `create`?");
        Run("baseline", "show", "a.py").ExitCode.Should().Be(2);
        Run("baseline", "create", "--forse").Error.Should().Contain("unknown option `--forse`");
        Run("help", "baseline").Output.Split('\n').Should().OnlyContain(line => line.Length <= 110).And.Contain(line => line.StartsWith("  --baseline FILE ", StringComparison.Ordinal));
        Check("--baseline", "").Error.Should().Contain("needs the name of a file");
    }

    [TestCase("", "1:1: this is no JSON")]
    [TestCase("[]", "1:1: expected an object with `schema` and `entries`")]
    [TestCase("{}", "1:2: the baseline has no `schema`")]
    [TestCase("{\"schema\": 1}", "1:12: expected a string for `schema`")]
    [TestCase("{\"schema\": \"pylint-sharp-baseline/9\"}", "1:12: this baseline is of the schema `pylint-sharp-baseline/9`")]
    [TestCase("{\"schema\": \"pylint-sharp-baseline/1\"}", "1:37: the baseline has no `entries`")]
    [TestCase("{\"entries\": [\n  7]}", "2:3: expected an entry")]
    [TestCase("{\"entries\": [\n  {\"path\": \"ä\", \"code\": 1}]}", "2:25: expected a string for `code`")]
    [TestCase("\uFEFF{\"entries\": [\n  {\"path\": \"ä\", \"code\": \"\\uD800\"}]}", "2:25: the string for `code` is no valid text")]
    [TestCase("{\"entries\": [\n  {\"path\": \"a\", \"code\": \"b\", \"fingerprint\": \"c\"}]}", "2:3: this entry has no `count`")]
    [TestCase("{\"entries\": [\n  {\"path\": \"\"}]}", "2:12: expected a path for `path`")]
    [TestCase("{\"entries\": [\n  {\"path\": \"a\\u0000.py\"}]}", "2:12: expected a path for `path`")]
    [TestCase("{\"entries\": [\n  {\"path\": \"a\", \"count\": 0}]}", "2:26: expected a whole number from 1 on for `count`")]
    [TestCase("{\"entries\": [\n  {\"path\": \"ä\", \n<<<<<<< HEAD", "3:1: this is no JSON")]
    [TestCase("{\"schema\": \"pylint-sharp-baseline/1\", \"entries\": []} x", "1:54: this is no JSON")]
    [TestCase("{\"entries\": [{\"path\": \"a\", \"code\": \"b\", \"fingerprint\": \"c\", \"count\": 1},\n{\"path\": \"a\", \"code\": \"b\", \"fingerprint\": \"c\", \"count\": 2}]}", "2:1: this entry is there twice")]
    public void A_broken_baseline_is_an_error_with_its_place(string content, string message)
    {
        Write("a.py", "bad\n");
        Baseline = content;
        foreach (var result in new[] { Check("--new-only"), Run("baseline", "update"), Run("baseline", "show") })
        {
            result.ExitCode.Should().Be(2);
            result.Output.Should().BeEmpty();
            result.Error.Should().StartWith($"pylint-sharp: error: {Name}:{message}").And.EndWith("\n");
        }

        Baseline.Should().Be(content.TrimStart('\uFEFF').Length < content.Length ? content[1..] : content);
    }

    [Test]
    public void Machines_see_which_findings_are_known()
    {
        Write("a.py", "bad\n");
        Run("baseline", "create");
        Write("a.py", "bad\npoor\nplain  # noqa\n");
        using var json = JsonDocument.Parse(Run("check", "--new-only", "--output-format", "json").Output);
        json.RootElement.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("code")} {finding.GetProperty("baseline")}")
            .Should().Equal("PLS201 known", "PLS202 new", "PLS301 ");
        json.RootElement.GetProperty("summary").GetProperty("known").GetInt32().Should().Be(1);
        json.RootElement.GetProperty("summary").GetProperty("findings").GetInt32().Should().Be(1);
        using var sarif = JsonDocument.Parse(Run("check", "--new-only", "--output-format", "sarif").Output);
        sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Take(2)
            .Select(result => $"{result.GetProperty("baselineState")} {result.GetProperty("suppressions").GetArrayLength()}").Should().Equal("unchanged 1", "new 0");
        Run("check", "--new-only", "--output-format", "gitlab").Output.Should().NotContain("PLS201").And.Contain("PLS202");
        Run("check", "--new-only").Output.Should().EndWith("Found 1 problem (1 warning) in 1 of 1 file. 1 known problem in the baseline.\n");
        Run("check", "--output-format", "json").Output.Should().NotContain("known\",").And.Contain("\"baseline\": null");
    }
}
