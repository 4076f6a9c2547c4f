namespace PyLint.Sharp.Reporting.Text;

/// <summary>The bars at the left of a frame that tie the first line of a multi-line place to its last one.</summary>
internal sealed class MarginBars
{
    private readonly List<(Mark Mark, int Column, bool StartsAtLine)> bars = [];

    public MarginBars(SourceLines source, IReadOnlyList<Mark> marks, Func<Mark, Style> styleOf)
    {
        StyleOf = styleOf;
        foreach (var mark in marks.Where(mark => mark.IsMultiLine).OrderBy(mark => mark.StartLine).ThenByDescending(mark => mark.EndLine))
        {
            var line = source[mark.StartLine];
            bars.Add((mark, FreeColumn(mark), line.ColumnOf(mark.Span.Start) <= line.Indent));
            Width = Math.Max(Width, bars[^1].Column + 2);
        }
    }

    /// <summary>How many cells the bars take in every row.</summary>
    public int Width { get; }

    private Func<Mark, Style> StyleOf { get; }

    /// <summary>Draws the bars beside a line of source.</summary>
    public void DrawBeside(CellRow row, int line)
    {
        foreach (var (mark, column, startsAtLine) in bars)
        {
            if (line == mark.StartLine && startsAtLine)
            {
                row.Put(column, "/", StyleOf(mark));
            }
            else if (line > mark.StartLine && line <= mark.EndLine)
            {
                row.Put(column, "|", StyleOf(mark));
            }
        }
    }

    /// <summary>Draws the bars beside a row under a line; <paramref name="done"/> tells which start or end there already stands above.</summary>
    public void DrawUnder(CellRow row, int line, IReadOnlyCollection<Mark> done)
    {
        foreach (var (mark, column, startsAtLine) in bars)
        {
            var hasBegun = line > mark.StartLine || (line == mark.StartLine && (startsAtLine || done.Contains(mark)));
            var hasEnded = line > mark.EndLine || (line == mark.EndLine && done.Contains(mark));
            if (hasBegun && !hasEnded)
            {
                row.Put(column, "|", StyleOf(mark));
            }
        }
    }

    /// <summary>The rows under a line in which places begin or end: <c>____^</c> and <c>\___^ label</c>.</summary>
    public IEnumerable<CellRow> RowsUnder(int line, LineView view)
    {
        var done = new List<Mark>();
        foreach (var bar in bars)
        {
            if (bar.Mark.StartLine == line && !bar.StartsAtLine)
            {
                yield return Corner(line, bar.Mark, bar.Column, Width + view.ColumnOf(bar.Mark.Span.Start), done);
            }
        }

        foreach (var bar in bars)
        {
            if (bar.Mark.EndLine == line)
            {
                yield return Corner(line, bar.Mark, bar.Column, Width + view.ColumnOf(bar.Mark.Span.End - 1), done);
            }
        }
    }

    private CellRow Corner(int line, Mark mark, int column, int target, List<Mark> done)
    {
        var row = new CellRow();
        var style = StyleOf(mark);
        row.Fill(column + 1, target, '_', style);
        done.Add(mark);
        DrawUnder(row, line, done);
        var isEnd = mark.EndLine == line;
        row.Put(column, isEnd ? "\\" : " ", style);
        row.Fill(target, target + 1, mark.Sign, style);
        if (isEnd && mark.Label.Length > 0)
        {
            row.Put(target + 2, mark.Label, style);
        }

        return row;
    }

    private int FreeColumn(Mark mark)
    {
        var column = 0;
        while (bars.Exists(bar => bar.Column == column && bar.Mark.EndLine >= mark.StartLine))
        {
            column += 2;
        }

        return column;
    }
}
