using System.Text.Json;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Json;

/// <summary>
/// Writes places of one text. Lines, columns and offsets all count Unicode code points, as Python's own strings do, so that
/// <c>text[startOffset:endOffset]</c> is the place; a byte order mark does not count.
/// </summary>
internal sealed class JsonPlaces(SourceText text)
{
    private readonly bool hasSurrogates = text.Content.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    public SourceText Text => text;

    public void WritePositions(Utf8JsonWriter writer, TextSpan span)
    {
        var (start, end) = (text.PositionOf(span.Start), text.PositionOf(span.End));
        writer.WriteNumber("line", start.Line);
        writer.WriteNumber("column", start.Column);
        writer.WriteNumber("endLine", end.Line);
        writer.WriteNumber("endColumn", end.Column);
    }

    public void WriteOffsets(Utf8JsonWriter writer, TextSpan span)
    {
        writer.WriteNumber("startOffset", CodePointsBefore(span.Start));
        writer.WriteNumber("endOffset", CodePointsBefore(span.End));
    }

    private int CodePointsBefore(int offset)
    {
        var count = offset;
        for (var i = 0; hasSurrogates && i < offset; i++)
        {
            count -= char.IsLowSurrogate(text[i]) ? 1 : 0;
        }

        return count;
    }
}
