namespace PyLint.Sharp.Reporting.Text;

/// <summary>The part of a line that fits the terminal, chosen so that what is marked on it can be seen.</summary>
internal sealed class LineView
{
    private readonly SourceLine line;
    private readonly int start;
    private readonly int width;

    private LineView(SourceLine line, int start, int width)
    {
        this.line = line;
        this.start = start;
        this.width = width;
        Row = line.Row.Window(start, width);
    }

    public CellRow Row { get; }

    /// <summary>Shows a line through a window of some cells; <paramref name="focus"/> are the cells that matter on it.</summary>
    public static LineView Of(SourceLine line, (int Start, int End) focus, int width)
    {
        var total = Math.Max(line.Row.Width, focus.End);
        if (total <= width || focus.End < width)
        {
            return new LineView(line, 0, width);
        }

        // What matters stands in the middle; when it is too long for that, its start stands at the left, behind the sign of the cut.
        var margin = Math.Max(1, (width - (focus.End - focus.Start)) / 2);
        var start = Math.Min(focus.Start - margin, total - width);
        return new LineView(line, Math.Max(0, start), width);
    }

    /// <summary>The visible cell of an offset of the file, at an edge when it is cut off.</summary>
    public int ColumnOf(int offset) => Math.Clamp(line.ColumnOf(offset) - start, 0, width);
}
