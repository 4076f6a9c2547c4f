using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>One line of source as cells, and where in them each of its characters stands.</summary>
internal sealed class SourceLine
{
    private const string Tab = "    ";

    private readonly TextSpan span;
    private readonly int[] columns;

    public SourceLine(SourceText text, int line)
    {
        span = text.LineSpan(line);
        columns = new int[span.Length + 1];
        var content = text.ToString(span);
        Row = Draw(content, Style.Plain, columns);
        var indent = content.AsSpan().IndexOfAnyExcept(" \t\f");
        IsBlank = indent < 0;
        Indent = columns[IsBlank ? span.Length : indent];
    }

    /// <summary>The line as it is drawn.</summary>
    public CellRow Row { get; }

    /// <summary>True when nothing can be seen on the line.</summary>
    public bool IsBlank { get; }

    /// <summary>The first cell that is not blank.</summary>
    public int Indent { get; }

    /// <summary>A line of code as it is drawn.</summary>
    public static CellRow Draw(string content, Style style) => Draw(content, style, new int[content.Length + 1]);

    /// <summary>The cell where the character at an offset of the file is drawn; the line break counts as one more cell.</summary>
    public int ColumnOf(int offset) => columns[Math.Clamp(offset - span.Start, 0, span.Length)];

    private static CellRow Draw(string content, Style style, int[] columns)
    {
        var row = new CellRow();
        var column = 0;
        foreach (var glyph in TerminalText.Glyphs(content))
        {
            columns.AsSpan(glyph.Start, glyph.Length).Fill(column);
            column = content[glyph.Start] == '\t' ? row.Put(column, Tab, style) : row.Put(column, glyph, style);
        }

        columns[^1] = column;
        return row;
    }
}
