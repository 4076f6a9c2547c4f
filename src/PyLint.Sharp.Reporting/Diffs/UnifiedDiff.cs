using System.Globalization;
using DiffPlex;
using DiffPlex.Model;

namespace PyLint.Sharp.Reporting.Diffs;

/// <summary>
/// The difference of two texts in the unified format that <c>git apply</c> and <c>patch</c> read. A line ends at LF only, as it does for
/// them: a CR before it, or anywhere else, is a part of the line.
/// </summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>The lines of the diff with their ends: first the two file names, then the hunks; none when the texts are the same.</summary>
    public static IEnumerable<string> Lines(string path, string before, string after)
    {
        var difference = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, SplitLines);
        var blocks = difference.DiffBlocks;
        if (blocks.Count == 0)
        {
            yield break;
        }

        yield return $"--- {Quoted($"a/{path}")}\n";
        yield return $"+++ {Quoted($"b/{path}")}\n";
        for (var first = 0; first < blocks.Count;)
        {
            var last = LastOfHunk(blocks, first);
            foreach (var line in Hunk(difference, first, last))
            {
                yield return line;
            }

            first = last + 1;
        }
    }

    private static string[] SplitLines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..next]);
            start = next;
        }

        return [.. lines];
    }

    /// <summary>Changes whose context would meet share a hunk.</summary>
    private static int LastOfHunk(IList<DiffBlock> blocks, int first)
    {
        var last = first;
        while (last + 1 < blocks.Count
            && blocks[last + 1].DeleteStartA - (blocks[last].DeleteStartA + blocks[last].DeleteCountA) <= 2 * Context)
        {
            last++;
        }

        return last;
    }

    private static IEnumerable<string> Hunk(DiffResult difference, int first, int last)
    {
        var (blocks, old, replaced) = (difference.DiffBlocks, difference.PiecesOld, difference.PiecesNew);
        var start = Math.Max(0, blocks[first].DeleteStartA - Context);
        var end = Math.Min(old.Length, blocks[last].DeleteStartA + blocks[last].DeleteCountA + Context);
        var newStart = blocks[first].InsertStartB - (blocks[first].DeleteStartA - start);
        var newEnd = blocks[last].InsertStartB + blocks[last].InsertCountB + (end - blocks[last].DeleteStartA - blocks[last].DeleteCountA);
        yield return $"@@ -{Range(start, end)} +{Range(newStart, newEnd)} @@\n";

        var at = start;
        for (var i = first; i <= last; i++)
        {
            for (; at < blocks[i].DeleteStartA; at++)
            {
                yield return Line(' ', old[at]);
            }

            for (; at < blocks[i].DeleteStartA + blocks[i].DeleteCountA; at++)
            {
                yield return Line('-', old[at]);
            }

            for (var added = 0; added < blocks[i].InsertCountB; added++)
            {
                yield return Line('+', replaced[blocks[i].InsertStartB + added]);
            }
        }

        for (; at < end; at++)
        {
            yield return Line(' ', old[at]);
        }
    }

    /// <summary>First line, counted from 1, and number of lines; an empty range names the line before it.</summary>
    private static string Range(int start, int end) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(end > start ? start + 1 : start)},{end - start}");

    private static string Line(char kind, string text) => text.EndsWith('\n') ? $"{kind}{text}" : $"{kind}{text}\n\\ No newline at end of file\n";

    /// <summary>A name as git writes it: in quotes when it could be misread, with a tab behind it when it has a blank.</summary>
    private static string Quoted(string name)
    {
        if (!name.AsSpan().ContainsAnyInRange('\0', '\x1f') && name.AsSpan().IndexOfAny('"', '\\', '\x7f') < 0)
        {
            return name.Contains(' ', StringComparison.Ordinal) ? name + "\t" : name;
        }

        var quoted = new System.Text.StringBuilder("\"");
        foreach (var character in name)
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                < ' ' or '\x7f' => quoted.Append('\\').Append(Convert.ToString(character, 8).PadLeft(3, '0')),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
