using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Json;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Tests;

public class JsonTests
{
    private const string Evil = "\u001b[2J \u202e \u009b \u200b \"quoted\" \\ \n 😀";

    private static readonly SourceText Source = Make.Source("s = '😀'; x = 1\nprint(s)\n", "src/ä.py");

    private static readonly Diagnostic Finding = Make.Finding(Source.Find("x = 1"), new DiagnosticLabel(Source.Find("print"), "used here")) with
    {
        Symbol = "f",
        SuppressLine = 1,
        Fix = new Fix("rename `x`", FixSafety.Safe, [new TextEdit(Source.Find("x"), "why")]),
    };

    [Test]
    public void Json_lines_are_a_run_then_findings_then_files_then_a_summary()
    {
        var lines = Lines(Make.Report(Source, Finding), Make.Report(Source), Make.Report(Source, Finding));
        lines.Select(line => line.GetProperty("kind").GetString())
            .Should().Equal("run", "finding", "finding", "file", "file", "file", "summary");
    }

    [Test]
    public void A_finding_has_every_field_in_the_order_of_the_schema()
    {
        string[] expected =
        [
            "kind", "code", "name", "area", "severity", "message", "why", "help", "path", "cell", "line", "column", "endLine", "endColumn",
            "startOffset", "endOffset", "suppressLine", "symbol", "labels", "resolution", "fix", "suppressed", "baseline", "fingerprint", "helpUri",
        ];
        NamesOf(FindingOf(Finding)).Should().Equal(expected);
        NamesOf(FindingOf(Finding with { Fix = null, Symbol = null, SuppressLine = null, Labels = [] })).Should().Equal(expected);
    }

    [Test]
    public void The_fields_of_a_finding_say_what_was_found()
    {
        var finding = FindingOf(Finding);
        finding.GetProperty("code").GetString().Should().Be("PLS201");
        finding.GetProperty("name").GetString().Should().Be("bare-except");
        finding.GetProperty("area").GetString().Should().Be("control-flow");
        finding.GetProperty("severity").GetString().Should().Be("warning");
        finding.GetProperty("message").GetString().Should().Be(Make.Rule.Message);
        finding.GetProperty("why").GetString().Should().Be(Make.Rule.Why);
        finding.GetProperty("help").GetString().Should().Be(Make.Rule.Instead);
        finding.GetProperty("path").GetString().Should().Be("src/ä.py");
        finding.GetProperty("suppressLine").GetInt32().Should().Be(1);
        finding.GetProperty("symbol").GetString().Should().Be("f");
        finding.GetProperty("fingerprint").GetString().Should().MatchRegex("^[0-9a-f]{16}$");
        foreach (var name in new[] { "cell", "resolution", "suppressed", "baseline", "helpUri" })
        {
            finding.GetProperty(name).ValueKind.Should().Be(JsonValueKind.Null);
        }
    }

    [Test]
    public void Places_count_code_points() =>
        Numbers(FindingOf(Finding)).Should().Equal(1, 10, 1, 15, 9, 14);

    [Test]
    public void Labels_and_edits_have_places()
    {
        var label = FindingOf(Finding).GetProperty("labels").EnumerateArray().Single();
        Numbers(label).Should().Equal(2, 1, 2, 6, 15, 20);
        label.GetProperty("text").GetString().Should().Be("used here");
        var fix = FindingOf(Finding).GetProperty("fix");
        NamesOf(fix).Should().Equal("applicability", "title", "edits");
        fix.GetProperty("applicability").GetString().Should().Be("safe");
        fix.GetProperty("title").GetString().Should().Be("rename `x`");
        var edit = fix.GetProperty("edits").EnumerateArray().Single();
        NamesOf(edit).Should().Equal("cell", "startOffset", "endOffset", "line", "column", "endLine", "endColumn", "newText");
        Numbers(edit).Should().Equal(1, 10, 1, 11, 9, 10);
        edit.GetProperty("newText").GetString().Should().Be("why");
    }

    [Test]
    public void The_steps_of_a_lookup_are_data()
    {
        var resolution = FindingOf(Finding with { Resolution = Make.Table(Source.Find("x")) }).GetProperty("resolution");
        JsonSerializer.Serialize(resolution.GetProperty("steps")[0]).Should().Be(
            """{"letter":"L","place":"local","scope":"f","outcome":"not-bound","reached":true,"binding":null}""");
        JsonSerializer.Serialize(resolution.GetProperty("steps")[1].GetProperty("letter")).Should().Be("null");
        resolution.GetProperty("name").GetString().Should().Be("x");
        var binding = resolution.GetProperty("steps")[2].GetProperty("binding");
        NamesOf(binding).Should().Equal("cell", "line", "column", "endLine", "endColumn", "startOffset", "endOffset");
        Numbers(binding).Should().Equal(1, 10, 1, 11, 9, 10);
    }

    [Test]
    public void The_run_tells_the_tool_and_its_rules()
    {
        var run = Lines().First();
        NamesOf(run).Should().Equal("kind", "schema", "tool", "config", "started");
        run.GetProperty("schema").GetString().Should().Be("pylint-sharp-result/1");
        run.GetProperty("tool").GetProperty("version").GetString().Should().Be("1.2.3");
        run.GetProperty("config").GetProperty("hash").GetString().Should().Be("abc");
        run.GetProperty("config").GetProperty("rules").EnumerateArray().Select(rule => rule.GetString()).Should().Equal("PLS201");
        run.GetProperty("started").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public void A_file_has_its_status_hash_and_length()
    {
        var file = Lines(Make.Report(Source) with { Status = FileStatus.SyntaxError, Sha256 = "00ff", Milliseconds = 1.5 })[1];
        NamesOf(file).Should().Equal("kind", "path", "sha256", "lines", "status", "ms");
        file.GetProperty("path").GetString().Should().Be("src/ä.py");
        file.GetProperty("sha256").GetString().Should().Be("00ff");
        file.GetProperty("lines").GetInt32().Should().Be(2);
        file.GetProperty("status").GetString().Should().Be("syntax-error");
        file.GetProperty("ms").GetDouble().Should().Be(1.5);
    }

    [TestCase("", 0)]
    [TestCase("x", 1)]
    [TestCase("x\n", 1)]
    [TestCase("x\n\n", 2)]
    public void Lines_are_counted_as_people_do(string text, int lines) =>
        Lines(Make.Report(Make.Source(text)))[1].GetProperty("lines").GetInt32().Should().Be(lines);

    [Test]
    public void The_summary_counts()
    {
        var error = Finding with { Severity = Severity.Error, Fix = Finding.Fix! with { Safety = FixSafety.Unsafe } };
        var summary = Lines(Make.Report(Source, Finding, error, Finding with { Severity = Severity.Info, Fix = null }), Make.Report(Source))[^1];
        NamesOf(summary).Should().Equal(
            "kind", "files", "filesWithFindings", "findings", "errors", "warnings", "infos", "safeFixes", "unsafeFixes", "fixed", "suppressed", "known", "attemptedSuppressions", "notShown", "interrupted", "exitCode");
        summary.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Number).Select(property => property.Value.GetInt32())
            .Should().Equal(2, 1, 3, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 1);
        summary.GetProperty("interrupted").GetBoolean().Should().BeFalse();
    }

    [Test]
    public void A_fingerprint_survives_lines_above_but_tells_twins_apart()
    {
        var twice = Lines(Make.Report(Source, Finding, Finding)).Where(IsFinding).Select(Fingerprint).ToList();
        var moved = Make.Source("\n\n" + Source.Content, Source.Path);
        var later = Lines(Make.Report(moved, Finding with { Span = moved.Find("x = 1"), Labels = [], Fix = null })).Single(IsFinding);
        twice.Should().OnlyHaveUniqueItems();
        Fingerprint(later).Should().Be(twice[0]);
    }

    [Test]
    public void The_document_holds_the_same_objects_as_the_lines()
    {
        FileReport[] files = [Make.Report(Source, Finding), Make.Report(Source, Finding, Finding)];
        var text = Make.Bytes(output => new JsonReporter(output), files);
        text.Should().EndWith("}\n").And.NotContain("\r");
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        NamesOf(root).Should().Equal("schema", "run", "findings", "files", "summary");
        var objects = new[] { root.GetProperty("run") }.Concat(root.GetProperty("findings").EnumerateArray())
            .Concat(root.GetProperty("files").EnumerateArray()).Append(root.GetProperty("summary"));
        objects.Select(Compact).Should().Equal(Lines(files).Select(Compact));
    }

    [Test]
    public void Empty_results_are_valid_too()
    {
        Lines().Should().HaveCount(2);
        using var document = JsonDocument.Parse(Make.Bytes(output => new JsonReporter(output)));
        document.RootElement.GetProperty("findings").GetArrayLength().Should().Be(0);
    }

    [Test]
    public void Strings_come_back_as_they_were_but_hide_nothing_on_the_way()
    {
        var evil = Finding with { Message = Evil, Fix = new Fix(Evil, FixSafety.Safe, [new TextEdit(new TextSpan(0, 0), Evil)]) };
        foreach (var create in new Func<Stream, IReporter>[] { output => new JsonLinesReporter(output), output => new JsonReporter(output) })
        {
            var text = Make.Bytes(create, Make.Report(Source, evil));
            text.Where(c => c != '\n' && (char.IsControl(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)).Should().BeEmpty();
        }

        FindingOf(evil).GetProperty("message").GetString().Should().Be(Evil);
        FindingOf(evil).GetProperty("fix").GetProperty("title").GetString().Should().Be(Evil);
    }

    [Test]
    public void Ordinary_strings_read_as_they_are() =>
        Make.Bytes(output => new JsonLinesReporter(output), Make.Report(Source, Finding))
            .Should().Contain("\"message\":\"this `except:` also catches Ctrl-C\"").And.Contain("\"path\":\"src/ä.py\"");

    private static List<JsonElement> Lines(params FileReport[] files)
    {
        var text = Make.Bytes(output => new JsonLinesReporter(output), files);
        text.Should().EndWith("}\n").And.NotContain("\r");
        return [.. text.TrimEnd('\n').Split('\n').Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static JsonElement FindingOf(Diagnostic diagnostic) => Lines(Make.Report(Source, diagnostic)).Single(IsFinding);

    private static bool IsFinding(JsonElement element) => element.GetProperty("kind").GetString() == "finding";

    private static string? Fingerprint(JsonElement finding) => finding.GetProperty("fingerprint").GetString();

    private static IEnumerable<string> NamesOf(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static IEnumerable<int> Numbers(JsonElement element) =>
        new[] { "line", "column", "endLine", "endColumn", "startOffset", "endOffset" }.Select(name => element.GetProperty(name).GetInt32());

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
