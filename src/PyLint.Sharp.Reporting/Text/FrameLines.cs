namespace PyLint.Sharp.Reporting.Text;

/// <summary>Decides which lines a frame shows.</summary>
internal static class FrameLines
{
    private const int Context = 2;

    /// <summary>A longer span is shown by its first and last two lines.</summary>
    private const int LongestWholeSpan = 6;

    /// <summary>
    /// The 1-based lines, ascending; where one is more than a line behind the one before, the frame has a gap. Around the primary
    /// place stand lines of context, second places are shown without.
    /// </summary>
    public static IReadOnlyList<int> Choose(SourceLines source, IReadOnlyList<Mark> marks)
    {
        var lines = new SortedSet<int>();
        foreach (var mark in marks)
        {
            AddLinesOf(mark, lines);
        }

        foreach (var mark in marks)
        {
            if (mark.IsPrimary)
            {
                AddContext(source, mark, lines);
            }
        }

        FillSmallGaps(lines);
        return [.. lines];
    }

    private static void AddLinesOf(Mark mark, SortedSet<int> lines)
    {
        if (mark.EndLine - mark.StartLine < LongestWholeSpan)
        {
            AddRange(lines, mark.StartLine, mark.EndLine);
            return;
        }

        AddRange(lines, mark.StartLine, mark.StartLine + 1);
        AddRange(lines, mark.EndLine - 1, mark.EndLine);
    }

    private static void AddRange(SortedSet<int> lines, int first, int last)
    {
        for (var line = first; line <= last; line++)
        {
            lines.Add(line);
        }
    }

    /// <summary>Context whose outermost lines show nothing is shorter by them.</summary>
    private static void AddContext(SourceLines source, Mark mark, SortedSet<int> lines)
    {
        var first = Math.Max(source.LinesAround(mark.StartLine).First, mark.StartLine - Context);
        while (source[first].IsBlank && first < mark.StartLine)
        {
            first++;
        }

        var last = Math.Min(source.LinesAround(mark.EndLine).Last, mark.EndLine + Context);
        while (source[last].IsBlank && last > mark.EndLine)
        {
            last--;
        }

        AddRange(lines, first, mark.StartLine);
        AddRange(lines, mark.EndLine, last);
    }

    /// <summary>The sign of a gap would take as much room as a single line does.</summary>
    private static void FillSmallGaps(SortedSet<int> lines)
    {
        var previous = lines.Min;
        foreach (var line in lines.ToArray())
        {
            if (line == previous + 2)
            {
                lines.Add(line - 1);
            }

            previous = line;
        }
    }
}
