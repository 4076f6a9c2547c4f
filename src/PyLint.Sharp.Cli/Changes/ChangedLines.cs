using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>Which lines of a file were added or edited.</summary>
internal sealed class ChangedLines
{
    private readonly List<(int First, int Last)> ranges = [];

    /// <summary>Everything: the file is new.</summary>
    public static ChangedLines All { get; } = new() { ranges = { (1, int.MaxValue) } };

    /// <summary>True where at most something was taken away.</summary>
    public bool IsEmpty => ranges.Count == 0;

    /// <summary>Adds lines, counted from 1; none where the last comes before the first.</summary>
    public void Add(int first, int last)
    {
        if (first <= last)
        {
            ranges.Add((first, last));
        }
    }

    /// <summary>True when what a finding underlines, in its first place, has a changed line.</summary>
    public bool Touches(Diagnostic diagnostic, SourceText text)
    {
        // The end of a span belongs to what comes next.
        var first = text.LineOf(diagnostic.Span.Start);
        var last = text.LineOf(Math.Max(diagnostic.Span.Start, diagnostic.Span.End - 1));
        return ranges.Exists(range => range.First <= last && first <= range.Last);
    }
}
