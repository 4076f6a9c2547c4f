using System.Globalization;
using System.Text;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Markdown;

/// <summary>
/// Messages as Markdown. Our messages set code in back-ticks, and that stays code; everything else that Markdown could read as markup
/// is escaped, because it comes from the program that was checked.
/// </summary>
internal static class MarkdownText
{
    /// <summary>For running text: code stays in back-ticks.</summary>
    public static string Inline(string message) => Convert(message, static (code, ticks) => ticks + code + ticks, Backslashes);

    /// <summary>For a cell of a table, where a bar would end even code: everything but letters and digits becomes a reference.</summary>
    public static string Cell(string message) => Convert(message, static (code, _) => $"<code>{References(code)}</code>", References);

    private static string Convert(string message, Func<string, string, string> code, Func<string, string> text)
    {
        var shown = TerminalText.Sanitize(message.ReplaceLineEndings(" "));
        var output = new StringBuilder(shown.Length + 16);
        for (var i = 0; i < shown.Length;)
        {
            var tick = shown.IndexOf('`', i);
            var plainEnd = tick < 0 ? shown.Length : tick;
            output.Append(text(shown[i..plainEnd]));
            i = plainEnd;
            if (tick >= 0)
            {
                var ticks = TicksAt(shown, tick);
                var close = CloseOf(shown, tick + ticks.Length, ticks.Length);
                output.Append(close < 0 ? text(ticks) : code(shown[(tick + ticks.Length)..close], ticks));
                i = close < 0 ? tick + ticks.Length : close + ticks.Length;
            }
        }

        return output.ToString();
    }

    private static string TicksAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == '`')
        {
            end++;
        }

        return text[start..end];
    }

    /// <summary>The next run of exactly so many back-ticks: only that ends code; -1 where there is none.</summary>
    private static int CloseOf(string text, int start, int length)
    {
        for (var tick = text.IndexOf('`', start); tick >= 0; tick = text.IndexOf('`', start))
        {
            var found = TicksAt(text, tick).Length;
            if (found == length)
            {
                return tick;
            }

            start = tick + found;
        }

        return -1;
    }

    private static string Backslashes(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = IsMarkup(character) ? output.Append('\\').Append(character) : output.Append(character);
        }

        return output.ToString();
    }

    private static string References(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            _ = IsMarkup(character) ? output.Append(CultureInfo.InvariantCulture, $"&#{(int)character};") : output.Append(character);
        }

        return output.ToString();
    }

    private static bool IsMarkup(char character) =>
        char.IsAscii(character) && !char.IsAsciiLetterOrDigit(character) && character is not (' ' or ',' or ';' or '\'' or '?');
}
