using System.Text;
using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Json;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Ci;

/// <summary>
/// The diagnostic format of reviewdog as one JSON document (<c>rdjson</c>). Its columns count the bytes of the line in UTF-8, from 1,
/// and ends are exclusive.
/// </summary>
public sealed class ReviewdogReporter : IReporter, IDisposable
{
    private readonly Stream output;
    private readonly Utf8JsonWriter writer;

    /// <summary>Creates a reporter that writes to <paramref name="output"/>, which stays open.</summary>
    public ReviewdogReporter(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        this.output = output;
        writer = JsonStrings.Document(output);
    }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("source");
        writer.WriteString("name", "pylint-sharp");
        writer.WriteEndObject();
        writer.WriteStartArray("diagnostics");
    }

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file = file.AsStored();
        foreach (var diagnostic in file.Diagnostics)
        {
            Write(file.Text, diagnostic);
        }

        writer.Flush();
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.EndDocument(output);
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private void Write(SourceText text, Diagnostic diagnostic)
    {
        writer.WriteStartObject();
        writer.WriteText("message", diagnostic.Message);
        WriteLocation(text, diagnostic.Span);
        writer.WriteString("severity", SeverityOf(diagnostic.Severity));
        writer.WriteStartObject("code");
        writer.WriteString("value", diagnostic.Descriptor.Code);
        writer.WriteEndObject();
        WriteSuggestions(text, diagnostic.Fix);
        WriteRelated(text, diagnostic);
        writer.WriteEndObject();
    }

    /// <summary>Each suggestion can be accepted without the others, so the edits of a fix become one, with what lies between them.</summary>
    private void WriteSuggestions(SourceText text, Fix? fix)
    {
        if (fix is null)
        {
            return;
        }

        var span = new TextSpan(fix.Edits[0].Span.Start, fix.Edits[^1].Span.End);
        var newText = new StringBuilder();
        var position = span.Start;
        foreach (var edit in fix.Edits)
        {
            newText.Append(text.Slice(new TextSpan(position, edit.Span.Start))).Append(edit.NewText);
            position = edit.Span.End;
        }

        writer.WriteStartArray("suggestions");
        writer.WriteStartObject();
        WriteRange(text, span);
        writer.WriteText("text", newText.ToString());
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private void WriteRelated(SourceText text, Diagnostic diagnostic)
    {
        if (diagnostic.Labels.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray("related_locations");
        foreach (var label in diagnostic.Labels)
        {
            writer.WriteStartObject();
            writer.WriteText("message", label.Text);
            WriteLocation(text, label.Span);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteLocation(SourceText text, TextSpan span)
    {
        writer.WriteStartObject("location");
        writer.WriteText("path", text.Path);
        WriteRange(text, span);
        writer.WriteEndObject();
    }

    private void WriteRange(SourceText text, TextSpan span)
    {
        writer.WriteStartObject("range");
        WritePosition("start", text, span.Start);
        WritePosition("end", text, span.End);
        writer.WriteEndObject();
    }

    private void WritePosition(string name, SourceText text, int offset)
    {
        var line = text.LineOf(offset);
        writer.WriteStartObject(name);
        writer.WriteNumber("line", line);
        writer.WriteNumber("column", Encoding.UTF8.GetByteCount(text.Slice(new TextSpan(text.LineStart(line), offset))) + 1);
        writer.WriteEndObject();
    }

    private static string SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => "ERROR",
        Severity.Warning => "WARNING",
        _ => "INFO",
    };
}
