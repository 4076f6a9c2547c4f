using System.Globalization;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Findings;

/// <summary>
/// The hashes of lines by which GitHub follows a finding from commit to commit (<c>primaryLocationLineHash</c>). GitHub computes the
/// same hashes itself where a report lacks them, so every detail is given: a line's hash covers the 100 UTF-16 code units from its
/// first one on, where blanks and tabs are left out, each line break is one LF, and a unit 65535 ends the file.
/// </summary>
internal sealed class LineHashes
{
    private const int Window = 100;
    private const ulong Factor = 37;
    private const char ByteOrderMark = '\uFEFF';
    private const char EndOfFile = '\uFFFF';

    /// <summary>What the first unit of a window counts for: it is taken out again when the window moves on.</summary>
    private static readonly ulong FirstFactor = PowerOf(Factor, Window);

    private readonly ulong[] hashes;
    private readonly int[] occurrences;

    public LineHashes(SourceText text)
    {
        hashes = new ulong[text.LineCount];
        occurrences = new int[text.LineCount];
        var (units, starts) = Read(text);
        var seen = new Dictionary<ulong, int>();
        var hash = 0UL;
        for (var (line, end) = (0, 0); line < hashes.Length; end++)
        {
            if (end == starts[line] + Window)
            {
                hashes[line] = hash;
                occurrences[line] = seen[hash] = seen.GetValueOrDefault(hash) + 1;
                line++;
            }

            hash = unchecked((hash * Factor) + units[end] - (end < Window ? 0 : units[end - Window] * FirstFactor));
        }
    }

    /// <summary>The hash of a line, counted from 1, and how often it has come up so far.</summary>
    public string this[int line] => string.Create(CultureInfo.InvariantCulture, $"{hashes[line - 1]:x}:{occurrences[line - 1]}");

    private static ulong PowerOf(ulong factor, int exponent)
    {
        var power = 1UL;
        for (var i = 0; i < exponent; i++)
        {
            power = unchecked(power * factor);
        }

        return power;
    }

    /// <summary>The units that count, with zeros behind them that fill the last windows, and where among them each line begins.</summary>
    private static (char[] Units, int[] Starts) Read(SourceText text)
    {
        var (units, count) = (new char[text.Length + Window + 2], 0);
        var starts = new int[text.LineCount];
        for (var line = 1; line <= text.LineCount; line++)
        {
            starts[line - 1] = count;
            if (line == 1 && text.Encoding.HasByteOrderMark)
            {
                units[count++] = ByteOrderMark;
            }

            foreach (var unit in text.Slice(text.LineSpan(line)))
            {
                if (unit is not (' ' or '\t'))
                {
                    units[count++] = unit;
                }
            }

            units[count++] = line < text.LineCount ? '\n' : EndOfFile;
        }

        return (units, starts);
    }
}
