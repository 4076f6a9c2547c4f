using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Findings;
using PyLint.Sharp.Reporting.Json;

namespace PyLint.Sharp.Reporting.Sarif;

/// <summary>Writes the results of one file.</summary>
internal sealed class SarifResult(Utf8JsonWriter writer, SarifPlaces places, SarifTool tool)
{
    private readonly Lazy<LineHashes> hashes = new(() => new LineHashes(places.Text));

    public void Write(Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        writer.WriteStartObject();
        writer.WriteString("ruleId", diagnostic.Descriptor.Code);
        if (tool.IndexOf(diagnostic.Descriptor) is { } index)
        {
            writer.WriteNumber("ruleIndex", index);
        }

        writer.WriteString("level", SarifLevel.Of(diagnostic.Severity));
        writer.WriteNumber("rank", SarifLevel.RankOf(diagnostic.Severity));
        writer.WriteStartObject("message");
        writer.WriteText("text", SarifText.Plain(diagnostic));
        writer.WriteText("markdown", SarifText.Markdown(diagnostic));
        writer.WriteEndObject();
        WriteLocations(diagnostic);
        WriteRelated(diagnostic);
        writer.WriteStartObject("partialFingerprints");
        writer.WriteString("primaryLocationLineHash", hashes.Value[places.Text.LineOf(diagnostic.Span.Start)]);
        writer.WriteString(Fingerprints.Version, finding.Fingerprint);
        writer.WriteEndObject();
        WriteFix(diagnostic.Fix);
        WriteSuppressions(finding);
        if (finding.IsKnown is { } isKnown)
        {
            writer.WriteString("baselineState", isKnown ? "unchanged" : "new");
        }

        if (diagnostic.Resolution is { } resolution)
        {
            writer.WriteStartObject("properties");
            ResolutionJson.Write(writer, resolution, (to, name, span) => places.WriteRegion(to, name, span));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void WriteLocations(Diagnostic diagnostic)
    {
        writer.WriteStartArray("locations");
        writer.WriteStartObject();
        places.WritePhysicalLocation(writer, diagnostic.Span);
        if (diagnostic.Symbol is { } symbol)
        {
            writer.WriteStartArray("logicalLocations");
            writer.WriteStartObject();
            writer.WriteText("fullyQualifiedName", symbol);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private void WriteRelated(Diagnostic diagnostic)
    {
        if (diagnostic.Labels.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("relatedLocations");
        for (var i = 0; i < diagnostic.Labels.Length; i++)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", i + 1);
            places.WritePhysicalLocation(writer, diagnostic.Labels[i].Span);
            writer.WriteStartObject("message");
            writer.WriteText("text", diagnostic.Labels[i].Text);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteFix(Fix? fix)
    {
        if (fix is null)
        {
            return;
        }

        writer.WriteStartArray("fixes");
        writer.WriteStartObject();
        writer.WriteStartObject("description");
        writer.WriteText("text", fix.Title);
        writer.WriteEndObject();
        writer.WriteStartArray("artifactChanges");
        writer.WriteStartObject();
        places.WriteArtifact(writer);
        writer.WriteStartArray("replacements");
        foreach (var edit in fix.Edits)
        {
            writer.WriteStartObject();
            places.WriteRegion(writer, "deletedRegion", edit.Span);
            writer.WriteStartObject("insertedContent");
            writer.WriteText("text", edit.NewText);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("properties");
        writer.WriteString("applicability", Words.Of(fix.Safety));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    /// <summary>An empty list says that the finding is not suppressed; without one a reader could not know.</summary>
    private void WriteSuppressions(Finding finding)
    {
        writer.WriteStartArray("suppressions");
        if (finding.IsKnown == true)
        {
            // For readers that look for new findings by their suppressions only.
            writer.WriteStartObject();
            writer.WriteString("kind", "external");
            writer.WriteString("justification", "recorded in the baseline");
            writer.WriteEndObject();
        }

        if (finding.Diagnostic.SuppressedBy is { } suppression)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", "inSource");
            if (suppression.Reason is { } reason)
            {
                writer.WriteText("justification", reason);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
