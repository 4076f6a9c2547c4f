using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>The lines that a fix takes away and those that it puts there.</summary>
internal static class FixDiff
{
    /// <summary>The changed lines in order, each with its number in the old or in the new text.</summary>
    public static IReadOnlyList<DiffLine> Of(SourceLines source, Fix fix)
    {
        var text = source.Text;
        var lines = new List<DiffLine>();
        var shift = 0;
        for (var first = 0; first < fix.Edits.Length;)
        {
            var last = LastOfBlock(text, fix, first);
            var edits = fix.Edits.AsSpan()[first..last];
            shift = first > 0 && IsOtherCell(source, fix, first) ? 0 : shift;
            shift += AddBlock(source, edits, shift, lines);
            first = last;
        }

        return lines;
    }

    /// <summary>Edits on the same line make one block: shown apart, each would show a line that never exists.</summary>
    private static int LastOfBlock(SourceText text, Fix fix, int first)
    {
        var last = first + 1;
        while (last < fix.Edits.Length && text.LineOf(fix.Edits[last].Span.Start) <= text.LineOf(fix.Edits[last - 1].Span.End))
        {
            last++;
        }

        return last;
    }

    /// <summary>The lines of each cell are counted from its first.</summary>
    private static bool IsOtherCell(SourceLines source, Fix fix, int edit) =>
        source.CellOf(source.Text.LineOf(fix.Edits[edit].Span.Start)) != source.CellOf(source.Text.LineOf(fix.Edits[edit - 1].Span.End));

    private static int AddBlock(SourceLines source, ReadOnlySpan<TextEdit> edits, int shift, List<DiffLine> lines)
    {
        var text = source.Text;
        var firstLine = text.LineOf(edits[0].Span.Start);
        var lastLine = text.LineOf(edits[^1].Span.End);
        var block = new TextSpan(text.LineStart(firstLine), text.LineSpan(lastLine).End);
        var before = SplitLines(text.ToString(block));
        var after = SplitLines(Apply(text, block, edits));
        var same = CommonStart(before, after);
        var sameEnd = CommonEnd(before, after, same);
        var number = source.NumberOf(firstLine) + same;
        AddLines(before[same..^sameEnd], number, '-', lines);
        AddLines(after[same..^sameEnd], number + shift, '+', lines);
        return after.Length - before.Length;
    }

    private static string Apply(SourceText text, TextSpan block, ReadOnlySpan<TextEdit> edits)
    {
        var changed = new StringBuilder();
        var at = block.Start;
        foreach (var edit in edits)
        {
            changed.Append(text.Slice(new TextSpan(at, edit.Span.Start))).Append(edit.NewText);
            at = edit.Span.End;
        }

        return changed.Append(text.Slice(new TextSpan(at, block.End))).ToString();
    }

    private static string[] SplitLines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');

    private static int CommonStart(string[] before, string[] after)
    {
        var same = 0;
        while (same < Math.Min(before.Length, after.Length) && before[same] == after[same])
        {
            same++;
        }

        return same;
    }

    private static int CommonEnd(string[] before, string[] after, int start)
    {
        var same = 0;
        while (same < Math.Min(before.Length, after.Length) - start && before[^(same + 1)] == after[^(same + 1)])
        {
            same++;
        }

        return same;
    }

    private static void AddLines(string[] texts, int number, char sign, List<DiffLine> lines)
    {
        foreach (var text in texts)
        {
            lines.Add(new DiffLine(number++, sign, text));
        }
    }
}
