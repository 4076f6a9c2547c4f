using System.Text.Json;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Json;

/// <summary>
/// Writes places of one text, in a notebook those in the cell. Lines, columns and offsets all count Unicode code points, as Python's own strings do, so that
/// <c>text[startOffset:endOffset]</c> is the place; a byte order mark does not count.
/// </summary>
internal sealed class JsonPlaces(FileReport file)
{
    private readonly SourceText text = file.Text;

    /// <summary>Where the second halves of characters are that take two UTF-16 code units, ascending.</summary>
    private List<int>? secondHalves;

    public SourceText Text => text;

    public void WritePositions(Utf8JsonWriter writer, TextSpan span)
    {
        var (start, end) = (PositionOf(span.Start), PositionOf(span.End));
        writer.WriteNumber("line", start.Line);
        writer.WriteNumber("column", start.Column);
        writer.WriteNumber("endLine", end.Line);
        writer.WriteNumber("endColumn", end.Column);
    }

    /// <summary>Writes the cell of a place; null where the file is no notebook.</summary>
    public void WriteCell(Utf8JsonWriter writer, TextSpan span) => writer.WriteNumberOrNull("cell", file.Notebook?.PositionOf(span.Start)?.Cell);

    /// <summary>Writes a place as an object of its own.</summary>
    public void WritePlace(Utf8JsonWriter writer, string name, TextSpan span)
    {
        writer.WriteStartObject(name);
        WriteCell(writer, span);
        WritePositions(writer, span);
        WriteOffsets(writer, span);
        writer.WriteEndObject();
    }

    /// <summary>The number of a line of the text in its cell.</summary>
    public int? NumberOf(int? line) => line is { } known && file.Notebook is { } notebook ? known - notebook.LinesAround(known).First + 1 : line;

    public void WriteOffsets(Utf8JsonWriter writer, TextSpan span)
    {
        var start = file.Notebook?.PositionOf(span.Start)?.Start ?? 0;
        writer.WriteNumber("startOffset", CodePoints(start, span.Start));
        writer.WriteNumber("endOffset", CodePoints(start, span.End));
    }

    private LinePosition PositionOf(int offset) => file.Notebook?.PositionOf(offset)?.Position ?? text.PositionOf(offset);

    private int CodePoints(int start, int end) => end - start - (SecondHalvesBefore(end) - SecondHalvesBefore(start));

    private int SecondHalvesBefore(int offset)
    {
        var found = (secondHalves ??= FindSecondHalves()).BinarySearch(offset);
        return found < 0 ? ~found : found;
    }

    private List<int> FindSecondHalves()
    {
        var found = new List<int>();
        for (var start = 0; text.Content.AsSpan(start).IndexOfAnyInRange('\uDC00', '\uDFFF') is >= 0 and var length; start += length + 1)
        {
            found.Add(start + length);
        }

        return found;
    }
}
