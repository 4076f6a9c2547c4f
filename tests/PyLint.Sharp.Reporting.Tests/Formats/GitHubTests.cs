using System.Text.RegularExpressions;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Ci;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Tests.Formats;

public class GitHubTests
{
    [Test]
    public void A_finding_is_a_command() =>
        Format.Of("github").Write(Make.Report(Make.Source("é\n😀 = x\n", "src/a,b.py"), Make.Finding(Make.Source("é\n😀 = x\n").Find("x")))).Should().Be(
            "::warning title=pylint-sharp (PLS201),file=src/a%2Cb.py,line=2,endLine=2,col=5,endColumn=6::"
            + "this `except:` also catches Ctrl-C%0A  help: name what you expect to fail, for example `except KeyError:`\n");

    [Test]
    public void A_span_over_several_lines_has_no_columns() =>
        Format.Of("github").Write(Make.Report(Make.Source("a\nb\n"), Make.Finding(Make.Source("a\nb\n").Find("a\nb")))).Should().Contain(",line=1,endLine=2::");

    [TestCase(10, 10, 10, "10 10 10", "")]
    [TestCase(0, 0, 10, "0 0 10", "")]
    [TestCase(11, 0, 0, "10 0 1", "1 more finding not")]
    [TestCase(11, 12, 10, "10 10 10", "4 more findings not")]
    [TestCase(1, 1, 11, "1 1 10", "2 more findings not")]
    public void A_step_has_ten_annotations_of_a_kind(int errors, int warnings, int infos, string shown, string note)
    {
        var severities = Enumerable.Repeat(Severity.Info, infos).Concat(Enumerable.Repeat(Severity.Warning, warnings)).Concat(Enumerable.Repeat(Severity.Error, errors));
        var source = Make.Source("x");
        var text = Format.Of("github").Write(Make.Report(source, [.. severities.Select(severity => Make.Finding(source.Find("x")) with { Severity = severity })]));
        var kinds = Regex.Matches(text, "^::([a-z]+) ", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList();
        kinds.Should().Equal(new[] { "error", "warning", "notice" }.SelectMany(kind => kinds.Where(other => other == kind)));
        $"{kinds.Count(kind => kind == "error")} {kinds.Count(kind => kind == "warning")} {kinds.Count(kind => kind == "notice")}".Should().Be(shown);
        Regex.Match(text, "[0-9]+ more findings? not").Value.Should().Be(note);
    }

    [Test]
    public void Text_is_quoted_where_the_runner_takes_no_orders()
    {
        var text = Make.Text(
            output => new GuardedTextReporter(new ConciseReporter(output, new TextOptions()), output, "s3cret"),
            Make.Report(Make.Source("x", "::error::x.py"), Make.Finding(default)));
        text.Should().Be("::stop-commands::s3cret\n::error::x.py:1:1: warning[PLS201] this `except:` also catches Ctrl-C\n::s3cret::\n");
    }

    [Test]
    public void The_summary_is_a_table_that_nothing_breaks()
    {
        var lines = Format.Of("step-summary").Write(Hostile.Files).TrimEnd('\n').Split('\n');
        lines[0].Should().Be($"**PyLint.Sharp**: {Hostile.Texts.Count + 1} problems in {Hostile.Files.Length} files.");
        lines[1..4].Should().Equal("", "| place | level | rule | finding |", "|---|---|---|---|");
        lines[4..].Should().HaveCount(Hostile.Texts.Count + 1).And.OnlyContain(line => line.Count(character => character == '|') == 5);
        string.Concat(lines[4..]).Replace("<code>", "").Replace("</code>", "").Should().NotContainAny("<", ">", "*", "[", "]", "`", "\\");
    }

    [Test]
    public void A_summary_ends_on_a_whole_row_before_the_limit()
    {
        const int Room = 100_000;
        var text = Make.Bytes(stream => new StepSummaryReporter(stream, Format.Paths, Room), Hostile.Crowd(10_000));
        text.Length.Should().BeInRange(Room - 1000, Room);
        var rows = text.Split('\n').Count(line => line.StartsWith("| src", StringComparison.Ordinal));
        text.Should().Contain($"\n{10_000 - rows} more findings not shown");
        text.Split('\n').Where(line => line.StartsWith('|')).Should().OnlyContain(line => line.EndsWith('|'));
    }

    [Test]
    public void A_full_summary_stays_as_it_is() =>
        Make.Bytes(stream => new StepSummaryReporter(stream, Format.Paths, 100), Hostile.Crowd(1)).Should().BeEmpty();
}
