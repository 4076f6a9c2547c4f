using DiffPlex;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>Which lines of a file were added or edited.</summary>
internal sealed class ChangedLines
{
    private readonly List<(int First, int Last)> ranges = [];

    private ChangedLines()
    {
    }

    /// <summary>Everything: the file is new.</summary>
    public static ChangedLines All { get; } = new() { ranges = { (1, int.MaxValue) } };

    /// <summary>Nothing.</summary>
    public static ChangedLines None { get; } = new();

    /// <summary>True where at most something was taken away.</summary>
    public bool IsEmpty => ranges.Count == 0;

    /// <summary>Compares two states of a file. Line ends don't count: git may convert them between repository and disk.</summary>
    public static ChangedLines Between(byte[] before, byte[] after)
    {
        var (old, current) = (LinesOf(before), LinesOf(after));

        // Most edits are small, and what is equal on both sides of them need not be compared again.
        var start = 0;
        while (start < old.Length && start < current.Length && old[start] == current[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Length - start && end < current.Length - start && old[^(end + 1)] == current[^(end + 1)])
        {
            end++;
        }

        var changed = new ChangedLines();
        var sides = new Queue<string[]>([old[start..^end], current[start..^end]]);
        foreach (var block in new Differ().CreateCustomDiffs("old", "new", ignoreWhiteSpace: false, _ => sides.Dequeue()).DiffBlocks)
        {
            if (block.InsertCountB > 0)
            {
                var first = start + block.InsertStartB + 1;
                changed.ranges.Add((first, first + block.InsertCountB - 1));
            }
        }

        return changed;
    }

    /// <summary>True when what a finding underlines, in its first place, has a changed line.</summary>
    public bool Touches(Diagnostic diagnostic, SourceText text)
    {
        // The end of a span belongs to what comes next.
        var first = text.LineOf(diagnostic.Span.Start);
        var last = text.LineOf(Math.Max(diagnostic.Span.Start, diagnostic.Span.End - 1));
        return ranges.Exists(range => range.First <= last && first <= range.Last);
    }

    /// <summary>The lines as a finding counts them, which is as Python does.</summary>
    public static string[] LinesOf(byte[] bytes)
    {
        var text = SourceText.Decode(bytes);
        var lines = new string[text.LineCount];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = text.ToString(text.LineSpan(i + 1));
        }

        return lines is [.. var full, ""] ? full : lines;
    }
}
