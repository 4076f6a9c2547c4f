using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>One line of source as cells, and where in them each of its characters stands.</summary>
internal sealed class SourceLine
{
    private const string Tab = "    ";

    private readonly TextSpan span;

    /// <summary>The cell of each character and of the line break; null where each character has one cell.</summary>
    private readonly int[]? columns;

    public SourceLine(SourceText text, int line)
    {
        span = text.LineSpan(line);
        var content = text.Slice(span);
        columns = TerminalText.IsPlain(content) ? null : new int[span.Length + 1];
        Row = Draw(content, Style.Plain, columns);
        var indent = content.IndexOfAnyExcept(" \t\f");
        IsBlank = indent < 0;
        Indent = ColumnOf(IsBlank ? span.End : span.Start + indent);
    }

    /// <summary>The line as it is drawn.</summary>
    public CellRow Row { get; }

    /// <summary>True when nothing can be seen on the line.</summary>
    public bool IsBlank { get; }

    /// <summary>The first cell that is not blank.</summary>
    public int Indent { get; }

    /// <summary>A line of code as it is drawn.</summary>
    public static CellRow Draw(ReadOnlySpan<char> content, Style style) => Draw(content, style, null);

    /// <summary>The cell where the character at an offset of the file is drawn; the line break counts as one more cell.</summary>
    public int ColumnOf(int offset)
    {
        var index = Math.Clamp(offset - span.Start, 0, span.Length);
        return columns is null ? index : columns[index];
    }

    private static CellRow Draw(ReadOnlySpan<char> content, Style style, int[]? columns)
    {
        var row = new CellRow();
        var column = 0;
        for (var start = 0; start < content.Length;)
        {
            var piece = TerminalText.PieceAt(content, start);
            for (var i = start; columns is not null && i < start + piece.Length; i++)
            {
                // Both halves of a character stand in one cell.
                columns[i] = char.IsLowSurrogate(content[i]) ? column : column + i - start;
            }

            column = content[start] == '\t' ? row.Put(column, Tab, style) : row.Put(column, piece, style);
            start += piece.Length;
        }

        if (columns is not null)
        {
            columns[^1] = column;
        }

        return row;
    }
}
