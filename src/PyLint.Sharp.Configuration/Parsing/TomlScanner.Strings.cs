using System.Buffers;
using System.Globalization;
using System.Text;
using PyLint.Sharp.Configuration.Documents;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Parsing;

internal sealed partial class TomlScanner
{
    /// <summary>What ends a stretch of plain characters: ends, escapes, and all that a string may not hold as it is.</summary>
    private static readonly SearchValues<char> Special =
        SearchValues.Create(['"', '\'', '\\', '\x7F', .. Enumerable.Range(0, ' ').Where(code => code != '\t').Select(code => (char)code)]);

    private static readonly SearchValues<char> HexadecimalDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private Token Quoted()
    {
        var start = offset;
        var quote = Here;
        var isLong = At(1) == quote && At(2) == quote;
        if (isLong && !isValue)
        {
            throw Wrong(start, start + 3, "a key cannot be a string of several lines");
        }

        offset += isLong ? 3 : 1;
        var content = isLong ? LongString(start, quote) : ShortString(start, quote);
        return Value(new TomlString(new TextSpan(start, offset), content), Toml.STRING);
    }

    private string ShortString(int start, char quote)
    {
        var content = new StringBuilder();
        while (true)
        {
            CopyPlain(content);
            if (offset >= text.Length || Here is '\n' or '\r')
            {
                throw Wrong(start, offset, $"the string is not closed on its line; `{quote}` is missing");
            }

            if (Here == quote)
            {
                offset++;
                return content.ToString();
            }

            CopySpecial(content, quote);
        }
    }

    private string LongString(int start, char quote)
    {
        var content = new StringBuilder();
        SkipFirstLineBreak();
        while (true)
        {
            CopyPlain(content);
            if (offset >= text.Length)
            {
                throw Wrong(start, start + 3, $"the string is not closed; `{quote}{quote}{quote}` is missing");
            }

            if (Here is '\n' or '\r')
            {
                SkipLineBreak();
                content.Append('\n');
            }
            else if (Here == quote)
            {
                if (CloseOrCopyQuotes(content, quote))
                {
                    return content.ToString();
                }
            }
            else if (quote == '\'' || !SkipContinuation())
            {
                CopySpecial(content, quote);
            }
        }
    }

    private void SkipFirstLineBreak()
    {
        if (Here is '\n' or '\r')
        {
            SkipLineBreak();
        }
    }

    /// <summary>Up to two quotes may stand before the three that close.</summary>
    private bool CloseOrCopyQuotes(StringBuilder content, char quote)
    {
        var count = 0;
        while (count < 5 && At(count) == quote)
        {
            count++;
        }

        offset += count;
        content.Append(quote, count < 3 ? count : count - 3);
        return count >= 3;
    }

    /// <summary>A backslash at the end of a line takes away all white space up to the next character.</summary>
    private bool SkipContinuation()
    {
        var end = offset + 1;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        if (Here != '\\' || end >= text.Length || text[end] is not ('\n' or '\r'))
        {
            return false;
        }

        offset = end;
        while (Here is ' ' or '\t' or '\n' or '\r')
        {
            if (Here is ' ' or '\t')
            {
                offset++;
            }
            else
            {
                SkipLineBreak();
            }
        }

        return true;
    }

    private void CopyPlain(StringBuilder content)
    {
        var rest = text.AsSpan(offset);
        var length = rest.IndexOfAny(Special);
        length = length < 0 ? rest.Length : length;
        content.Append(rest[..length]);
        offset += length;
    }

    /// <summary>An escape, the other quote, or something that may not stand in a string.</summary>
    private void CopySpecial(StringBuilder content, char quote)
    {
        RefuseControlCharacter("a string; write it as an escape, such as `\\u0000`");
        if (Here == '\\' && quote == '"')
        {
            CopyEscape(content);
        }
        else
        {
            content.Append(Here);
            offset++;
        }
    }

    private void CopyEscape(StringBuilder content)
    {
        var simple = "btnfr\"\\".IndexOf(At(1), StringComparison.Ordinal);
        if (simple >= 0)
        {
            content.Append("\b\t\n\f\r\"\\"[simple]);
            offset += 2;
        }
        else if (At(1) is 'u' or 'U')
        {
            CopyCodePoint(content, At(1) == 'u' ? 4 : 8);
        }
        else
        {
            var end = Math.Min(offset + 2, text.Length);
            throw Wrong(offset, end, "there is no such escape; for a backslash write `\\\\`, or use single quotes");
        }
    }

    private void CopyCodePoint(StringBuilder content, int digits)
    {
        var end = Math.Min(offset + 2 + digits, text.Length);
        var number = text.AsSpan(offset + 2, end - offset - 2);
        // .NET itself would take NUL characters behind a number.
        var isHexadecimal = number.Length == digits && !number.ContainsAnyExcept(HexadecimalDigits);
        var code = isHexadecimal ? int.Parse(number, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : -1;
        if (!Rune.IsValid(code))
        {
            throw Wrong(offset, end, $"`\\{At(1)}` needs {digits} hexadecimal digits that are the number of a Unicode character");
        }

        content.Append(new Rune(code).ToString());
        offset = end;
    }
}
