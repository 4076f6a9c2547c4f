using System.Text;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>One row of a terminal as cells, so that marks meet the characters that they belong to whatever their width.</summary>
internal sealed class CellRow
{
    /// <summary>What the second cell of a wide character holds: it is drawn with the first.</summary>
    private const string Continuation = "";

    private char[] characters = [];
    private Style[] styles = [];

    /// <summary>The texts of those cells that don't hold one UTF-16 code unit; null while all do, as in nearly all rows.</summary>
    private string?[]? texts;

    /// <summary>Number of cells up to the last one that is drawn.</summary>
    public int Width { get; private set; }

    /// <summary>Draws text from a cell on, over what is there, and returns the cell behind it.</summary>
    public int Put(int column, ReadOnlySpan<char> text, Style style = Style.Plain)
    {
        for (var start = 0; start < text.Length;)
        {
            var piece = TerminalText.PieceAt(text, start);
            column = Put(column, piece, style);
            start += piece.Length;
        }

        return column;
    }

    /// <summary>Draws one piece and returns the cell behind it; one without width joins the cell before it.</summary>
    public int Put(int column, Piece piece, Style style = Style.Plain)
    {
        if (piece.Width == 0)
        {
            Join(column - 1, piece.Text);
            return column;
        }

        var end = column + piece.Width;
        Open(column, end, style);
        if (piece.Text.Length == piece.Width && !char.IsSurrogate(piece.Text[0]))
        {
            piece.Text.CopyTo(characters.AsSpan(column));
            return end;
        }

        SetText(column, piece.Text.ToString());
        if (piece.Width == 2)
        {
            SetText(column + 1, Continuation);
        }

        return end;
    }

    /// <summary>Draws one character into every cell of a range.</summary>
    public void Fill(int start, int end, char character, Style style)
    {
        if (start < end)
        {
            Open(start, end, style);
            characters.AsSpan(start, end - start).Fill(character);
        }
    }

    /// <summary>The part of the row that is visible through a window, with <c>…</c> at each side where something is cut off.</summary>
    public CellRow Window(int start, int width)
    {
        if (start == 0 && Width <= width)
        {
            return this;
        }

        var end = Math.Clamp(Width, start, start + width);
        var cut = new CellRow { Width = end - start };
        if (start < end)
        {
            (cut.characters, cut.styles, cut.texts) = (characters[start..end], styles[start..end], texts?[start..end]);
        }

        if (start > 0)
        {
            cut.CutAt(0);
        }

        if (Width > start + width)
        {
            cut.CutAt(width - 1);
        }

        return cut;
    }

    public void WriteTo(TerminalWriter output)
    {
        for (var start = 0; start < Width;)
        {
            var end = start + 1;
            while (end < Width && styles[end] == styles[start])
            {
                end++;
            }

            output.Write(TextOf(start, end), styles[start]);
            start = end;
        }
    }

    private ReadOnlySpan<char> TextOf(int start, int end)
    {
        if (texts is null)
        {
            return characters.AsSpan(start, end - start);
        }

        var text = new StringBuilder();
        for (var column = start; column < end; column++)
        {
            _ = texts[column] is { } other ? text.Append(other) : text.Append(characters[column]);
        }

        return text.ToString();
    }

    /// <summary>Makes cells ready to be drawn into, and those in front of them blank where there were none.</summary>
    private void Open(int start, int end, Style style)
    {
        if (end > characters.Length)
        {
            Resize(Math.Max(end, characters.Length * 2));
        }

        if (start > Width)
        {
            characters.AsSpan(Width, start - Width).Fill(' ');
        }

        styles.AsSpan(start, end - start).Fill(style);
        texts?.AsSpan(start, end - start).Clear();
        Width = Math.Max(Width, end);
    }

    private void Resize(int size)
    {
        Array.Resize(ref characters, size);
        Array.Resize(ref styles, size);
        if (texts is not null)
        {
            Array.Resize(ref texts, size);
        }
    }

    private void SetText(int column, string text)
    {
        texts ??= new string?[characters.Length];
        texts[column] = text;
    }

    private void Join(int column, ReadOnlySpan<char> mark)
    {
        while (column > 0 && texts?[column] == Continuation)
        {
            column--;
        }

        if (column < 0 || column >= Width)
        {
            Fill(Math.Max(0, column), Math.Max(0, column) + 1, ' ', Style.Plain);
        }

        SetText(Math.Max(0, column), column < 0 ? mark.ToString() : $"{TextOf(column, column + 1)}{mark}");
    }

    /// <summary>Puts the sign of a cut into a cell, and blanks where it tears a wide character apart.</summary>
    private void CutAt(int column)
    {
        var end = column + 1;
        while (end < Width && texts?[end] == Continuation)
        {
            end++;
        }

        var start = column;
        while (start > 0 && texts?[start] == Continuation)
        {
            start--;
        }

        Fill(start, end, ' ', Style.Plain);
        Fill(column, column + 1, '…', Style.Frame);
    }
}
