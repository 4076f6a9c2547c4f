using System.Text.RegularExpressions;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Cli.Tests;

public class LimitTests : CommandLineTest
{
    private protected override RuleCatalog Catalog => new([.. base.Catalog.Rules, new WaitingRule()]);

    [Test]
    [CancelAfter(20_000)]
    public void A_file_that_takes_too_long_is_given_up_and_the_rest_is_checked(CancellationToken _)
    {
        Write("a.py", "bad\n");
        Write("b.py", "forever\n");
        Write("c.py", "poor\n");
        var result = Run("check", "--timeout-per-file", "0.05", "--output-format", "concise", "--select", "ALL");
        result.ExitCode.Should().Be(1);
        result.Output.Should().Be("""
            a.py:1:1: error[PLS201] `bad` is flagged
            b.py:1:1: error[PLS004] not checked completely: it takes longer than 0.05 s
            c.py:1:1: warning[PLS202] `poor` is flagged

            """.ReplaceLineEndings("\n"));
        Run("check", "--timeout-per-file", "1000", "a.py", "--output-format", "concise").Output.Should().Be("a.py:1:1: error[PLS201] `bad` is flagged\n");
    }

    [TestCase("20", "20 bytes")]
    [TestCase("1k", "1 KiB")]
    [TestCase("1KiB", "1 KiB")]
    [TestCase("1M", "1 MiB")]
    [TestCase("2mb", "2 MiB")]
    public void A_file_that_is_too_long_is_not_read(string size, string shown)
    {
        var length = size == "20" ? 20 : shown[0] - '0' << (shown.EndsWith("KiB", StringComparison.Ordinal) ? 10 : 20);
        Write("a.py", "bad" + new string(' ', length - 3));
        Write("b.py", "bad" + new string(' ', length - 2));
        StandardInput = "bad" + new string(' ', length - 2);
        Run("check", ".", "-", "--max-file-size", size, "--output-format", "concise").Output.Should().Be(
            "a.py:1:1: error[PLS201] `bad` is flagged\n" +
            $"b.py:1:1: error[PLS004] not checked completely: the file is longer than {shown}\n" +
            $"<stdin>:1:1: error[PLS004] not checked completely: the file is longer than {shown}\n");
    }

    [TestCase("--exit-zero")]
    [TestCase("--fail-level", "never")]
    public void A_file_that_was_not_checked_has_not_passed(params string[] options)
    {
        Write("a.py", "poor = 1\n");
        Run(["check", .. options]).ExitCode.Should().Be(0);
        Write("b.py", "x = 1234567890\n");
        Run(["check", "--max-file-size", "10", .. options]).ExitCode.Should().Be(1);
    }

    /// <summary>What only fixes shows no findings, but a file that it left out looks like one where nothing was to be fixed.</summary>
    [TestCase("--fix-only")]
    [TestCase("--diff")]
    [TestCase("--fix-only", "--exit-zero")]
    [TestCase("--diff", "--exit-zero", "-o", "patch.txt")]
    [TestCase("--fix-only", "--fail-level", "never", "--output-format", "jsonl:all.txt")]
    public void A_file_that_was_not_checked_is_told_of_where_findings_are_not(params string[] options)
    {
        Write("a.py", "poor = 1\n");
        Write("b.py", "x = 1234567890\n");
        Run(["check", .. options]).Should().Be(new CommandLineResult(0, "", ""));
        Run(["check", "--max-file-size", "10", .. options]).Should().Be(
            new CommandLineResult(1, "", "pylint-sharp: error: b.py: not checked completely: the file is longer than 10 bytes\n"));
    }

    [Test]
    public void A_baseline_is_not_made_of_files_that_were_not_checked()
    {
        Write("a.py", "bad\n");
        Write("b.py", "bad = 1234567890\n");
        var refused = new CommandLineResult(2, "", "pylint-sharp: error: b.py: not checked completely: the file is longer than 10 bytes\n");
        Run("baseline", "create", "--max-file-size", "10").Should().Be(refused);
        File.Exists(Path.Combine(Folder, "pylint-sharp-baseline.json")).Should().BeFalse();
        Run("baseline", "create").ExitCode.Should().Be(0);
        var known = File.ReadAllText(Path.Combine(Folder, "pylint-sharp-baseline.json"));
        Write("a.py", "x\n");
        Run("baseline", "update", "--max-file-size", "10").Should().Be(refused);
        File.ReadAllText(Path.Combine(Folder, "pylint-sharp-baseline.json")).Should().Be(known);
    }

    [TestCase("--timeout-per-file", "0")]
    [TestCase("--timeout-per-file", "-1")]
    [TestCase("--timeout-per-file", "1,5")]
    [TestCase("--timeout-per-file", "1e99")]
    [TestCase("--max-file-size", "0")]
    [TestCase("--max-file-size", "M")]
    [TestCase("--max-file-size", "4G")]
    [TestCase("--max-file-size", "1.5M")]
    [TestCase("--max-file-size", "3 apples")]
    public void What_is_no_limit_is_an_error(string option, string value) =>
        Run("check", option, value).Should().Match<CommandLineResult>(result => result.ExitCode == 2 && result.Error.Contains($"`{option}` takes ") && result.Error.Contains($"not `{value}`"));

    [Test]
    public void Timing_tells_of_each_rule_what_it_took_and_found()
    {
        Write("a.py", "bad\nbad # noqa\n");
        Write("b.py", "bad\npoor\n");
        var plain = Run("check");
        var timed = Run("check", "--timing");
        timed.Output.Should().Be(plain.Output);
        plain.Error.Should().BeEmpty();
        var lines = timed.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].Should().MatchRegex("^code +rule +ms +hits$");
        var rows = lines.Skip(1).Select(line => Regex.Match(line, @"^(PLS\d{3})  ([a-z-]+) +(\d+\.\d\d)  +(\d+)$")).ToList();
        rows.Should().OnlyContain(row => row.Success).And.HaveCount(5);
        rows.ToDictionary(row => row.Groups[1].Value, row => row.Groups[4].Value).Should().Contain("PLS201", "3").And.Contain("PLS202", "1").And.Contain("PLS301", "0");
        rows.Select(row => double.Parse(row.Groups[3].Value, System.Globalization.CultureInfo.InvariantCulture)).Should().BeInDescendingOrder();
    }

    /// <summary>Goes on until it is told to stop.</summary>
    private sealed class WaitingRule : Rule
    {
        public override RuleDescriptor Descriptor { get; } = new ToyRule("PLS401", "toy-waiting", "forever", Severity.Error).Descriptor;

        public override void Register(Registration on) => on.Visit<Syntax.Nodes.Module>((_, context) =>
        {
            if (context.Text.Content.Contains("forever", StringComparison.Ordinal))
            {
                context.Cancellation.WaitHandle.WaitOne();
                context.Cancellation.ThrowIfCancellationRequested();
            }
        });
    }
}
