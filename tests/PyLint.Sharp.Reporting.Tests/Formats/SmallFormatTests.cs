using System.Text.Json;
using System.Xml.Linq;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Markdown;
using PyLint.Sharp.Reporting.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Tests.Formats;

/// <summary>What each of the smaller formats says beyond being valid.</summary>
public class SmallFormatTests
{
    private static readonly SourceText Source = Make.Source("s = 'é😀'; except_ = 1\nprint(s)\n", "src/a.py");

    private static readonly Diagnostic Finding = Make.Finding(Source.Find("except_"), new DiagnosticLabel(Source.Find("print"), "used here"));

    [Test]
    public void Grouped_findings_stand_below_their_file()
    {
        var late = Finding with { Span = Source.Find("print"), Severity = Severity.Error };
        Format.Of("grouped").Write(Make.Report(Source, Finding, late), Make.Report(Make.Source("", "clean.py")), Make.Report(Make.Source("x", "b.py"), Make.Finding(default)))
            .Should().Be("""
                src/a.py
                  1:11  warning[PLS201] this `except:` also catches Ctrl-C
                  2:1   error[PLS201] this `except:` also catches Ctrl-C

                b.py
                  1:1  warning[PLS201] this `except:` also catches Ctrl-C

                Found 3 problems (1 error, 2 warnings) in 2 of 3 files.

                """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void Grouped_findings_stop_where_told()
    {
        var text = Make.Text(output => new LimitedReporter(new GroupedReporter(output, new TextOptions()), 3), Make.Report(Source, Finding, Finding), Make.Report(Source, Finding, Finding), Make.Report(Source, Finding));
        text.Split("warning[").Should().HaveCount(4);
        text.Should().Contain("Found 5 problems").And.Contain(" 2 not shown;");
    }

    [Test]
    public void Reviewdog_counts_bytes_of_UTF8()
    {
        var fix = new Fix("t", FixSafety.Safe, [new TextEdit(Source.Find("except_"), "e"), new TextEdit(Source.Find("1"), "2")]);
        var found = Parse("rdjson", Finding with { Fix = fix }).GetProperty("diagnostics")[0];
        Compact(found.GetProperty("location").GetProperty("range")).Should().Be("""{"start":{"line":1,"column":15},"end":{"line":1,"column":22}}""");
        Compact(found.GetProperty("suggestions")).Should().Be("""[{"range":{"start":{"line":1,"column":15},"end":{"line":1,"column":26}},"text":"e = 2"}]""");
        found.GetProperty("related_locations")[0].GetProperty("message").GetString().Should().Be("used here");
    }

    [TestCase(Severity.Error, "PLS201", "major")]
    [TestCase(Severity.Warning, "PLS201", "minor")]
    [TestCase(Severity.Info, "PLS201", "info")]
    [TestCase(Severity.Error, "PLS000", "major")]
    [TestCase(Severity.Error, "PLS003", "blocker")]
    public void GitLab_has_its_own_severities(Severity severity, string code, string expected)
    {
        var descriptor = EngineDiagnostics.All.Append(Make.Rule).Single(rule => rule.Code == code);
        Parse("gitlab", Finding with { Severity = severity, Descriptor = descriptor })[0].GetProperty("severity").GetString().Should().Be(expected);
    }

    [Test]
    public void GitLab_counts_code_points_and_has_no_fingerprint_twice()
    {
        var found = Parse("gitlab", Finding, Finding).EnumerateArray().ToList();
        Compact(found[0].GetProperty("location").GetProperty("positions")).Should().Be("""{"begin":{"line":1,"column":11},"end":{"line":1,"column":18}}""");
        found.Select(entry => entry.GetProperty("fingerprint").GetString()).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void JUnit_counts_cases_that_pass_fail_and_were_not_reached()
    {
        var crash = EngineDiagnostics.RuleCrashed.At(Source.Find("s"), "x", "y");
        var document = XDocument.Parse(Format.Of("junit").Write(
            Make.Report(Source),
            Make.Report(Source, Finding, Finding),
            Make.Report(Source, crash),
            Make.Report(Source, EngineDiagnostics.LimitReached.At(default, "z")) with { Status = FileStatus.Limit }));
        Counts(document.Root!).Should().Equal(6, 1, 2);
        document.Root!.Elements("testsuite").Select(Counts).Should().BeEquivalentTo(new[] { new[] { 1, 0, 0 }, [1, 1, 0], [2, 0, 1], [2, 0, 1] });
        document.Descendants("failure").Should().HaveCount(2);
        document.Descendants("error").Should().HaveCount(2);
        document.Descendants("skipped").Should().ContainSingle().Which.Parent!.Attribute("name")!.Value.Should().Be("PLS201 bare-except");
        document.Descendants("failure").First().Value.Should().StartWith("src/a.py:1:11: this `except:` also catches Ctrl-C\n\nwhy: KeyboardInterrupt");

        static int[] Counts(XElement element) => [.. new[] { "tests", "failures", "errors" }.Select(name => (int)element.Attribute(name)!)];
    }

    [Test]
    public void Checkstyle_names_place_level_and_rule() =>
        XDocument.Parse(Format.Of("checkstyle").Write(Make.Report(Source, Finding))).Descendants("error").Single().Attributes().Select(attribute => attribute.Value)
            .Should().Equal("1", "11", "warning", "this `except:` also catches Ctrl-C", "pylint-sharp.control-flow.PLS201");

    [TestCase("this `a[0]` is *bold*", "this `a[0]` is \\*bold\\*", "this <code>a&#91;0&#93;</code> is &#42;bold&#42;")]
    [TestCase("a ` b", "a \\` b", "a &#96; b")]
    [TestCase("``a`b`` c", "``a`b`` c", "<code>a&#96;b</code> c")]
    [TestCase("<b>|\n`<|>`", "\\<b\\>\\| `<|>`", "&#60;b&#62;&#124; <code>&#60;&#124;&#62;</code>")]
    public void Only_code_stays_markup_in_Markdown(string message, string inline, string cell)
    {
        MarkdownText.Inline(message).Should().Be(inline);
        MarkdownText.Cell(message).Should().Be(cell);
    }

    private static JsonElement Parse(string name, params Diagnostic[] findings) =>
        JsonDocument.Parse(Format.Of(name).Write(Make.Report(Source, [.. findings]))).RootElement;

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
