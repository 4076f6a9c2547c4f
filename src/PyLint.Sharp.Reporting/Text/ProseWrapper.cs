namespace PyLint.Sharp.Reporting.Text;

/// <summary>Breaks prose at spaces, but never inside back-ticks: code that is torn apart reads as two pieces of code.</summary>
internal static class ProseWrapper
{
    /// <summary>
    /// The lines of a text, none wider than <paramref name="width"/> unless a single word is. Line breaks of the text stay; a line
    /// that starts with a blank is code and stays whole.
    /// </summary>
    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith(' ') || TerminalText.WidthOf(line) <= width)
            {
                lines.Add(line.TrimEnd());
            }
            else
            {
                WrapLine(line, width, lines);
            }
        }

        return lines;
    }

    private static void WrapLine(string line, int width, List<string> lines)
    {
        var isPlain = TerminalText.IsPlain(line);
        var (first, last) = (0, 0);
        for (var start = 0; start < line.Length;)
        {
            var end = start + WordLength(line.AsSpan(start));
            var needed = isPlain ? end - first : TerminalText.WidthOf(line.AsSpan(first, end - first));
            if (end > start && needed > width && last > first)
            {
                lines.Add(line[first..last]);
                first = start;
            }

            last = end > start ? end : last;
            start = end + 1;
        }

        lines.Add(line[first..last]);
    }

    /// <summary>The characters up to the first blank outside of code; a back-tick that nothing closes opens none.</summary>
    private static int WordLength(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ')
            {
                return i;
            }

            if (text[i] == '`')
            {
                i += text[(i + 1)..].IndexOf('`') + 1;
            }
        }

        return text.Length;
    }
}
