using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Sarif;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Tests.Formats;

public class SarifTests
{
    private static readonly SourceText Source = Make.Source("s = '😀'; except_ = 1\nprint(s)\n", "src/a b.py");

    private static readonly Diagnostic Finding = Make.Finding(Source.Find("except_"), new DiagnosticLabel(Source.Find("print"), "used [here]")) with
    {
        Symbol = "f",
        Fix = new Fix("rename it", FixSafety.Unsafe, [new TextEdit(Source.Find("except_"), "e")]),
    };

    [Test]
    public void Rules_do_not_depend_on_results()
    {
        Ids(RunOf(), "rules").Should().Equal("PLS000", "PLS201").And.Equal(Ids(RunOf(Make.Report(Source, Finding)), "rules"));
        Ids(RunOf(), "notifications").Should().Equal("PLS001", "PLS002", "PLS003", "PLS004", "PLS005");

        static IEnumerable<string?> Ids(JsonElement run, string name) =>
            run.GetProperty("tool").GetProperty("driver").GetProperty(name).EnumerateArray().Select(rule => rule.GetProperty("id").GetString());
    }

    [Test]
    public void A_rule_explains_itself()
    {
        var rule = RunOf().GetProperty("tool").GetProperty("driver").GetProperty("rules")[1];
        rule.GetProperty("name").GetString().Should().Be("bare-except");
        rule.GetProperty("shortDescription").GetProperty("text").GetString().Should().Be("This `except:` also catches Ctrl-C.");
        rule.GetProperty("fullDescription").GetProperty("text").GetString().Should().Be(Make.Rule.Why);
        rule.GetProperty("help").GetProperty("text").GetString().Should().StartWith("PLS201 bare-except\n");
        rule.GetProperty("help").GetProperty("markdown").GetString().Should().StartWith("# PLS201 bare-except\n");
        rule.GetProperty("properties").GetProperty("problem.severity").GetString().Should().Be("warning");
    }

    [TestCase(Severity.Error, "error", 90)]
    [TestCase(Severity.Warning, "warning", 50)]
    [TestCase(Severity.Info, "note", 10)]
    public void A_result_has_a_level_and_a_rank(Severity severity, string level, int rank)
    {
        var result = ResultOf(Finding with { Severity = severity });
        result.GetProperty("level").GetString().Should().Be(level);
        result.GetProperty("rank").GetInt32().Should().Be(rank);
    }

    [TestCase(1, "error3")]
    [TestCase(3, "warning1 error3 error6")]
    [TestCase(6, "warning1 error3 info4 error6 warning7 info8")]
    [TestCase(7, "warning1 silent2 error3 info4 error6 warning7 info8")]
    [TestCase(8, "warning1 silent2 error3 info4 silent5 error6 warning7 info8")]
    [TestCase(9, "warning1 silent2 error3 info4 silent5 error6 warning7 info8")]
    public void Only_the_most_important_results_are_kept_in_their_order(int most, string kept)
    {
        var (first, second) = (FileOf("warning1 silent2 error3 info4"), FileOf("silent5 error6 warning7 info8"));
        var warnings = new List<string>();
        var output = Make.Bytes(stream => new SarifReporter(stream, Format.Paths) { MostResults = most, Warn = warnings.Add }, [first, second]);
        using var document = JsonDocument.Parse(output);
        string.Join(' ', document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("message").GetProperty("text").GetString()!.TrimEnd('.'))).Should().Be(kept);
        var expected = most < 8 ? [$"the SARIF file has the {most} most important results and lacks {8 - most}"] : Array.Empty<string>();
        warnings.Should().Equal(expected);

        static FileReport FileOf(string words)
        {
            var source = Make.Source(words);
            var findings = words.Split(' ').Select(word => Make.Finding(source.Find(word)) with
            {
                Message = word,
                Severity = word[0] switch { 'e' => Severity.Error, 'w' => Severity.Warning, _ => Severity.Info },
                SuppressedBy = word[0] == 's' ? Hostile.Silenced("# noqa", "x").Suppressed[0].SuppressedBy : null,
            }).ToLookup(finding => finding.SuppressedBy is not null);
            return Make.Report(source, [.. findings[false]]) with { Suppressed = [.. findings[true]] };
        }
    }

    [Test]
    public void More_than_GitHub_shows_is_told()
    {
        var warnings = new List<string>();
        Make.Bytes(stream => new SarifReporter(stream, Format.Paths) { Warn = warnings.Add }, [Hostile.Crowd(5_000)]);
        warnings.Should().BeEmpty();
        Make.Bytes(stream => new SarifReporter(stream, Format.Paths) { Warn = warnings.Add }, [Hostile.Crowd(5_001)]);
        warnings.Should().ContainSingle().Which.Should().Contain("5001 results");
    }

    [Test]
    public void A_result_points_at_code()
    {
        var result = ResultOf(Finding);
        result.GetProperty("ruleIndex").GetInt32().Should().Be(1);
        var location = result.GetProperty("locations")[0];
        var place = location.GetProperty("physicalLocation");
        JsonSerializer.Serialize(place.GetProperty("artifactLocation")).Should().Be("""{"uri":"src/a%20b.py","uriBaseId":"%SRCROOT%"}""");
        JsonSerializer.Serialize(place.GetProperty("region")).Should().Be("""{"startLine":1,"startColumn":10,"endLine":1,"endColumn":17,"snippet":{"text":"except_"}}""");
        place.GetProperty("contextRegion").GetProperty("snippet").GetProperty("text").GetString().Should().Be(Source.Content);
        location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString().Should().Be("f");
    }

    [Test]
    public void A_message_links_to_the_second_places()
    {
        var result = ResultOf(Finding);
        result.GetProperty("message").GetProperty("text").GetString().Should().Be(@"this `except:` also catches Ctrl-C. See [used \[here\]](1).");
        result.GetProperty("message").GetProperty("markdown").GetString().Should().Be(@"this `except:` also catches Ctrl\-C\. See [used \[here\]](1).");
        result.GetProperty("relatedLocations")[0].GetProperty("id").GetInt32().Should().Be(1);
        result.GetProperty("relatedLocations")[0].GetProperty("message").GetProperty("text").GetString().Should().Be("used [here]");
    }

    [Test]
    public void The_steps_of_a_lookup_are_a_property()
    {
        ResultOf(Finding).TryGetProperty("properties", out _).Should().BeFalse();
        var resolution = ResultOf(Finding with { Resolution = Make.Table(Source.Find("except_")) }).GetProperty("properties").GetProperty("resolution");
        JsonSerializer.Serialize(resolution.GetProperty("steps")[2]).Should().Be(
            """{"letter":"G","place":"global","scope":"\u003Cmodule\u003E","outcome":"bound","reached":true,"binding":{"startLine":1,"startColumn":10,"endLine":1,"endColumn":17}}""");
    }

    [Test]
    public void A_fix_says_what_it_promises()
    {
        var fix = ResultOf(Finding).GetProperty("fixes")[0];
        fix.GetProperty("properties").GetProperty("applicability").GetString().Should().Be("unsafe");
        var replacement = fix.GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        JsonSerializer.Serialize(replacement).Should()
            .Be("""{"deletedRegion":{"startLine":1,"startColumn":10,"endLine":1,"endColumn":17},"insertedContent":{"text":"e"}}""");
    }

    [Test]
    public void What_a_comment_silences_is_a_result_that_says_so()
    {
        ResultOf(Finding).GetProperty("suppressions").GetArrayLength().Should().Be(0);
        var silenced = RunOf(Hostile.Silenced("# noqa", "known")).GetProperty("results")[0].GetProperty("suppressions");
        JsonSerializer.Serialize(silenced).Should().Be("""[{"kind":"inSource","justification":"known"}]""");
    }

    [Test]
    public void A_fault_of_the_tool_is_a_notification_and_a_syntax_error_a_result()
    {
        var run = RunOf(Make.Report(Source, EngineDiagnostics.SyntaxError.At(default, "bad"), EngineDiagnostics.RuleCrashed.At(default, "x", "y")));
        run.GetProperty("results").EnumerateArray().Single().GetProperty("ruleId").GetString().Should().Be("PLS000");
        var notification = run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray().Single();
        JsonSerializer.Serialize(notification.GetProperty("descriptor")).Should().Be("""{"id":"PLS003","index":2}""");
    }

    [Test]
    public void Very_long_code_is_left_to_the_file()
    {
        var source = Make.Source(new string('x', 5000));
        var place = RunOf(Make.Report(source, Make.Finding(new TextSpan(0, 5000)))).GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        place.TryGetProperty("contextRegion", out _).Should().BeFalse();
        place.GetProperty("region").TryGetProperty("snippet", out _).Should().BeFalse();
    }

    private static JsonElement ResultOf(Diagnostic finding) => RunOf(Make.Report(Source, finding)).GetProperty("results")[0];

    private static JsonElement RunOf(params FileReport[] files) => JsonDocument.Parse(Format.Of("sarif").Write(files)).RootElement.GetProperty("runs")[0];
}
