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

    private readonly string[] hashes;

    public LineHashes(SourceText text)
    {
        var (units, starts) = Read(text);
        var seen = new Dictionary<ulong, int>();
        hashes = new string[starts.Count];
        for (var line = 0; line < hashes.Length; line++)
        {
            var hash = HashAt(units, starts[line]);
            seen[hash] = seen.GetValueOrDefault(hash) + 1;
            hashes[line] = string.Create(CultureInfo.InvariantCulture, $"{hash:x}:{seen[hash]}");
        }
    }

    /// <summary>The hash of a line, counted from 1, and how often it has come up so far.</summary>
    public string this[int line] => hashes[line - 1];

    /// <summary>The units that count, and where among them each line begins.</summary>
    private static (List<char> Units, List<int> Starts) Read(SourceText text)
    {
        var (units, starts) = (new List<char>(text.Length + 1), new List<int>(text.LineCount));
        for (var line = 1; line <= text.LineCount; line++)
        {
            starts.Add(units.Count);
            if (line == 1 && text.Encoding.HasByteOrderMark)
            {
                units.Add(ByteOrderMark);
            }

            foreach (var unit in text.Slice(text.LineSpan(line)))
            {
                if (unit is not (' ' or '\t'))
                {
                    units.Add(unit);
                }
            }

            units.Add(line < text.LineCount ? '\n' : EndOfFile);
        }

        return (units, starts);
    }

    /// <summary>Past the end, zeros fill the window.</summary>
    private static ulong HashAt(List<char> units, int start)
    {
        var hash = 0UL;
        for (var i = start; i < start + Window; i++)
        {
            hash = unchecked((hash * Factor) + (i < units.Count ? units[i] : 0UL));
        }

        return hash;
    }
}
