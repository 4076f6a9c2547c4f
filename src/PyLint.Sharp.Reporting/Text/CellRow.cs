using System.Text;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>One row of a terminal as cells, so that marks meet the characters that they belong to whatever their width.</summary>
internal sealed class CellRow
{
    /// <summary>What the second cell of a wide character holds: it is drawn with the first.</summary>
    private const string Continuation = "";

    private readonly List<(string Text, Style Style)> cells = [];

    /// <summary>Number of cells up to the last one that is drawn.</summary>
    public int Width => cells.Count;

    /// <summary>Draws text from a cell on, over what is there, and returns the cell behind it.</summary>
    public int Put(int column, string text, Style style = Style.Plain)
    {
        foreach (var glyph in TerminalText.Glyphs(text))
        {
            column = Put(column, glyph, style);
        }

        return column;
    }

    /// <summary>Draws one glyph and returns the cell behind it; one without width joins the cell before it.</summary>
    public int Put(int column, Glyph glyph, Style style = Style.Plain)
    {
        if (glyph.Width == 0)
        {
            Join(column - 1, glyph.Text);
            return column;
        }

        for (var next = 0; next < glyph.Width; next++)
        {
            var isWideCharacter = glyph.Text.Length != glyph.Width;
            Set(column + next, isWideCharacter ? (next == 0 ? glyph.Text : Continuation) : glyph.Text[next].ToString(), style);
        }

        return column + glyph.Width;
    }

    /// <summary>Draws one character into every cell of a range.</summary>
    public void Fill(int start, int end, string character, Style style)
    {
        for (var column = start; column < end; column++)
        {
            Set(column, character, style);
        }
    }

    /// <summary>The part of the row that is visible through a window, with <c>…</c> at each side where something is cut off.</summary>
    public CellRow Window(int start, int width)
    {
        var view = new CellRow();
        for (var column = start; column < Math.Min(start + width, cells.Count); column++)
        {
            view.cells.Add(cells[column]);
        }

        if (start > 0)
        {
            view.CutAt(0);
        }

        if (cells.Count > start + width)
        {
            view.CutAt(width - 1);
        }

        return view;
    }

    public void WriteTo(TerminalWriter output)
    {
        var text = new StringBuilder();
        for (var start = 0; start < cells.Count;)
        {
            var style = cells[start].Style;
            var end = start;
            for (text.Clear(); end < cells.Count && cells[end].Style == style; end++)
            {
                text.Append(cells[end].Text);
            }

            output.Write(text.ToString(), style);
            start = end;
        }
    }

    private void Set(int column, string text, Style style)
    {
        while (cells.Count <= column)
        {
            cells.Add((" ", Style.Plain));
        }

        cells[column] = (text, style);
    }

    private void Join(int column, string mark)
    {
        while (column > 0 && cells[column].Text == Continuation)
        {
            column--;
        }

        if (column < 0)
        {
            Set(0, mark, Style.Plain);
            return;
        }

        cells[column] = (cells[column].Text + mark, cells[column].Style);
    }

    /// <summary>Puts the sign of a cut into a cell, and blanks where it tears a wide character apart.</summary>
    private void CutAt(int column)
    {
        var next = column + 1;
        while (next < cells.Count && cells[next].Text == Continuation)
        {
            cells[next++] = (" ", Style.Plain);
        }

        var previous = column;
        while (previous > 0 && cells[previous].Text == Continuation)
        {
            cells[--previous] = (" ", Style.Plain);
        }

        cells[column] = ("…", Style.Frame);
    }
}
