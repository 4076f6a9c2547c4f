using System.Text;

namespace PyLint.Sharp.Cli.Files.Ignoring;

/// <summary>The patterns of an ignore file.</summary>
internal sealed class PatternList
{
    private readonly List<IgnorePattern> patterns = [];

    /// <summary>The first line that can't match anything, with its number from 1; null when there is none.</summary>
    public (int Number, string Text)? BadLine { get; private set; }

    /// <summary>Reads the text of an ignore file.</summary>
    public static PatternList Parse(ReadOnlySpan<byte> content, bool ignoresCase)
    {
        var list = new PatternList();
        content = content.StartsWith(Encoding.UTF8.Preamble) ? content[Encoding.UTF8.Preamble.Length..] : content;
        var number = 0;
        foreach (var range in content.Split((byte)'\n'))
        {
            number++;
            var line = content[range];
            line = line is [.., (byte)'\r'] ? line[..^1] : line;

            // A line ends for git where a string ends in C.
            line = line.IndexOf((byte)0) is >= 0 and var end ? line[..end] : line;
            if (line is not ([] or [(byte)'#', ..]))
            {
                list.Add(WithoutSpaces(line), number, ignoresCase);
            }
        }

        return list;
    }

    /// <summary>True when a path is to be ignored, false when it is expressly not to be, null when nothing is said about it.</summary>
    public bool? Decide(ReadOnlySpan<byte> path, ReadOnlySpan<byte> name, bool isFolder)
    {
        for (var i = patterns.Count - 1; i >= 0; i--)
        {
            if (patterns[i].IsMatch(path, name, isFolder))
            {
                return !patterns[i].IsNegated;
            }
        }

        return null;
    }

    private void Add(ReadOnlySpan<byte> line, int number, bool ignoresCase)
    {
        if (IgnorePattern.Read(line, ignoresCase) is { } pattern)
        {
            patterns.Add(pattern);
        }
        else if (line.Length > 0)
        {
            BadLine ??= (number, Encoding.UTF8.GetString(line));
        }
    }

    /// <summary>Without the spaces at the end; a backslash keeps the one behind it, and with it all before.</summary>
    private static ReadOnlySpan<byte> WithoutSpaces(ReadOnlySpan<byte> line)
    {
        var length = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\')
            {
                i++;
                length = Math.Min(i + 1, line.Length);
            }
            else if (line[i] != ' ')
            {
                length = i + 1;
            }
        }

        return line[..length];
    }
}
