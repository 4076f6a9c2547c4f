using System.Globalization;
using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Reporting.Findings;

namespace PyLint.Sharp.Reporting.Json;

/// <summary>
/// The objects of the schema <c>pylint-sharp-result/1</c>. Every field is always there, <c>null</c> where there is nothing to say;
/// fields are only ever added. A finding that a comment silences is listed in its place with <c>suppressed</c>, one that the baseline has with
/// <c>baseline</c> "known"; the summary counts both apart.
/// </summary>
internal static class ResultJson
{
    public const string Schema = "pylint-sharp-result/1";

    public static void WriteRun(Utf8JsonWriter writer, RunInfo run)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", "run");
        writer.WriteString("schema", Schema);
        writer.WriteStartObject("tool");
        writer.WriteString("name", "pylint-sharp");
        writer.WriteString("version", run.Version);
        writer.WriteEndObject();
        writer.WriteStartObject("config");
        writer.WriteString("hash", run.SettingsHash);
        writer.WriteStartArray("rules");
        foreach (var rule in run.Rules)
        {
            writer.WriteStringValue(rule.Code);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteString("started", run.Started?.ToString("o", CultureInfo.InvariantCulture));
        writer.WriteEndObject();
    }

    public static void WriteFinding(Utf8JsonWriter writer, JsonPlaces places, Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        writer.WriteStartObject();
        writer.WriteString("kind", "finding");
        writer.WriteString("code", diagnostic.Descriptor.Code);
        writer.WriteString("name", diagnostic.Descriptor.Name);
        writer.WriteString("area", Words.Of(diagnostic.Descriptor.Area));
        writer.WriteString("severity", Words.Of(diagnostic.Severity));
        writer.WriteText("message", diagnostic.Message);
        writer.WriteText("why", diagnostic.Why);
        writer.WriteText("help", diagnostic.Help);
        writer.WriteText("path", places.Text.Path);
        places.WriteCell(writer, diagnostic.Span);
        places.WritePositions(writer, diagnostic.Span);
        places.WriteOffsets(writer, diagnostic.Span);
        writer.WriteNumberOrNull("suppressLine", places.NumberOf(diagnostic.SuppressLine));
        writer.WriteText("symbol", diagnostic.Symbol);
        WriteLabels(writer, places, diagnostic);
        ResolutionJson.Write(writer, diagnostic.Resolution, places.WritePlace);
        WriteFix(writer, places, diagnostic.Fix);
        WriteSuppression(writer, diagnostic.SuppressedBy);
        writer.WriteString("baseline", finding.IsKnown switch { true => "known", false => "new", null => null });
        writer.WriteString("fingerprint", finding.Fingerprint);
        writer.WriteNull("helpUri");
        writer.WriteEndObject();
    }

    public static void WriteFile(Utf8JsonWriter writer, FileLine file)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", "file");
        writer.WriteText("path", file.Path);
        writer.WriteString("sha256", file.Sha256);
        writer.WriteNumber("lines", file.Lines);
        writer.WriteString("status", Words.Of(file.Status));
        writer.WriteNumberOrNull("ms", file.Milliseconds);
        writer.WriteEndObject();
    }

    public static void WriteSummary(Utf8JsonWriter writer, RunSummary summary)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", "summary");
        writer.WriteNumber("files", summary.Files);
        writer.WriteNumber("filesWithFindings", summary.FilesWithFindings);
        writer.WriteNumber("findings", summary.Findings);
        writer.WriteNumber("errors", summary.Errors);
        writer.WriteNumber("warnings", summary.Warnings);
        writer.WriteNumber("infos", summary.Infos);
        writer.WriteNumber("safeFixes", summary.SafeFixes);
        writer.WriteNumber("unsafeFixes", summary.UnsafeFixes);
        writer.WriteNumber("fixed", summary.Fixed);
        writer.WriteNumber("suppressed", summary.Suppressed);
        writer.WriteNumber("known", summary.Known);
        writer.WriteNumber("attemptedSuppressions", summary.AttemptedSuppressions);
        writer.WriteNumber("notShown", summary.NotShown);
        writer.WriteBoolean("interrupted", summary.IsInterrupted);
        writer.WriteNumber("exitCode", summary.ExitCode);
        writer.WriteEndObject();
    }

    private static void WriteSuppression(Utf8JsonWriter writer, Suppression? suppression)
    {
        if (suppression is null)
        {
            writer.WriteNull("suppressed");
            return;
        }

        writer.WriteStartObject("suppressed");
        writer.WriteString("by", Words.Of(suppression.Form));
        writer.WriteText("reason", suppression.Reason);
        writer.WriteEndObject();
    }

    private static void WriteLabels(Utf8JsonWriter writer, JsonPlaces places, Diagnostic diagnostic)
    {
        writer.WriteStartArray("labels");
        foreach (var label in diagnostic.Labels)
        {
            writer.WriteStartObject();
            places.WriteCell(writer, label.Span);
            places.WritePositions(writer, label.Span);
            places.WriteOffsets(writer, label.Span);
            writer.WriteText("text", label.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFix(Utf8JsonWriter writer, JsonPlaces places, Fix? fix)
    {
        if (fix is null)
        {
            writer.WriteNull("fix");
            return;
        }

        writer.WriteStartObject("fix");
        writer.WriteString("applicability", Words.Of(fix.Safety));
        writer.WriteText("title", fix.Title);
        writer.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            writer.WriteStartObject();
            places.WriteCell(writer, edit.Span);
            places.WriteOffsets(writer, edit.Span);
            places.WritePositions(writer, edit.Span);
            writer.WriteText("newText", edit.NewText);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
