using System.Text.Json;
using PyLint.Sharp.Reporting.Json;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Sarif;

/// <summary>Writes places of one file: URIs from the root of the repository, regions in code points with exclusive ends.</summary>
internal sealed class SarifPlaces(SourceText text, string path)
{
    /// <summary>A line may be as long as the file and have a finding at each of its words: then its text is left to the file.</summary>
    private const int MostSnippet = 2000;

    private const int ContextLines = 2;

    private readonly string uri = SarifUri.Of(path);
    private readonly bool isRelative = !Findings.PathText.IsAbsolute(path);

    public SourceText Text => text;

    public void WriteArtifact(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("artifactLocation");
        writer.WriteString("uri", uri);
        if (isRelative)
        {
            writer.WriteString("uriBaseId", SarifReporter.Root);
        }

        writer.WriteEndObject();
    }

    public void WritePhysicalLocation(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteStartObject("physicalLocation");
        WriteArtifact(writer);
        WriteRegion(writer, "region", span, hasSnippet: true);
        WriteContext(writer, span);
        writer.WriteEndObject();
    }

    public void WriteRegion(Utf8JsonWriter writer, string name, TextSpan span, bool hasSnippet = false)
    {
        var (start, end) = (text.PositionOf(span.Start), text.PositionOf(span.End));
        writer.WriteStartObject(name);
        writer.WriteNumber("startLine", start.Line);
        writer.WriteNumber("startColumn", start.Column);
        writer.WriteNumber("endLine", end.Line);
        writer.WriteNumber("endColumn", end.Column);
        if (hasSnippet)
        {
            WriteSnippet(writer, span);
        }

        writer.WriteEndObject();
    }

    private void WriteContext(Utf8JsonWriter writer, TextSpan span)
    {
        var first = Math.Max(1, text.LineOf(span.Start) - ContextLines);
        var last = Math.Min(text.LineCount, text.LineOf(span.End) + ContextLines);
        var context = new TextSpan(text.LineStart(first), text.LineSpan(last).End);
        if (context.Length is 0 or > MostSnippet || context == span)
        {
            return;
        }

        WriteRegion(writer, "contextRegion", context, hasSnippet: true);
    }

    private void WriteSnippet(Utf8JsonWriter writer, TextSpan span)
    {
        if (span.Length is > 0 and <= MostSnippet)
        {
            writer.WriteStartObject("snippet");
            writer.WriteText("text", text.ToString(span));
            writer.WriteEndObject();
        }
    }
}
