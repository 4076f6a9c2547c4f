namespace PyLint.Sharp.Reporting.Text;

/// <summary>Breaks prose at spaces, but never inside back-ticks: code that is torn apart reads as two pieces of code.</summary>
internal static class ProseWrapper
{
    /// <summary>
    /// The lines of a text, none wider than <paramref name="width"/> unless a single word is. Line breaks of the text stay; a line
    /// that starts with a blank is code and stays whole.
    /// </summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        foreach (var line in text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith(' ') || TerminalText.WidthOf(line) <= width)
            {
                yield return line.TrimEnd();
                continue;
            }

            foreach (var part in WrapLine(line, width))
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<string> WrapLine(string line, int width)
    {
        var current = "";
        foreach (var word in Words(line))
        {
            var longer = current.Length == 0 ? word : $"{current} {word}";
            if (current.Length > 0 && TerminalText.WidthOf(longer) > width)
            {
                yield return current;
                longer = word;
            }

            current = longer;
        }

        yield return current;
    }

    private static IEnumerable<string> Words(string line)
    {
        var start = 0;
        var isCode = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '`')
            {
                isCode = !isCode && line.IndexOf('`', i + 1) >= 0;
            }
            else if (line[i] == ' ' && !isCode)
            {
                if (i > start)
                {
                    yield return line[start..i];
                }

                start = i + 1;
            }
        }

        if (start < line.Length)
        {
            yield return line[start..];
        }
    }
}
