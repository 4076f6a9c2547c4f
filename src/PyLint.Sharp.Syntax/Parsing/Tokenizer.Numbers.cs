using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Numeric literals (Language Reference §2.4.5 to §2.4.7).</summary>
internal sealed partial class Tokenizer
{
    private void ReadNumber()
    {
        var start = position;
        var radix = text[position] != '0' ? 10 : (Peek(1) | 0x20) switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 };
        if (radix == 10)
        {
            ReadDecimal(start);
        }
        else
        {
            position += 2;
            if (!SkipDigits(radix, mayStartWithUnderscore: true))
            {
                errors.Add(new TextSpan(start, position), "digits are missing in this number");
            }
        }

        RejectTrailingName(start);
        tokens.Add(PythonParser.NUMBER, start, position);
    }

    private void ReadDecimal(int start)
    {
        var isInteger = true;
        SkipDigits(10, mayStartWithUnderscore: false);
        var integerEnd = position;
        if (Current == '.')
        {
            isInteger = false;
            position++;
            SkipDigits(10, mayStartWithUnderscore: false);
        }

        if ((Current | 0x20) == 'e' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            isInteger = false;
            position += 2;
            SkipDigits(10, mayStartWithUnderscore: true);
        }

        if ((Current | 0x20) == 'j')
        {
            isInteger = false;
            position++;
        }

        if (isInteger && text[start] == '0' && integerEnd > start + 1 && text.AsSpan(start, integerEnd - start).IndexOfAnyExcept('0', '_') >= 0)
        {
            errors.Add(new TextSpan(start, position), "a number cannot start with 0; an octal number starts with `0o`");
        }
    }

    /// <summary>Digits with single underscores between them; false when there is none.</summary>
    private bool SkipDigits(int radix, bool mayStartWithUnderscore)
    {
        var start = position;
        var isDigitExpected = !mayStartWithUnderscore;
        while (IsDigit(Current, radix) || (Current == '_' && !isDigitExpected && IsDigit(Peek(1), radix)))
        {
            isDigitExpected = Current == '_';
            position++;
        }

        return position > start;
    }

    private static bool IsDigit(char c, int radix) => radix switch
    {
        16 => char.IsAsciiHexDigit(c),
        8 => c is >= '0' and <= '7',
        2 => c is '0' or '1',
        _ => char.IsAsciiDigit(c),
    };

    /// <summary>Python lets a keyword follow a number directly (`1if x else 2`), but no other name.</summary>
    private void RejectTrailingName(int start)
    {
        var end = NameCharacters.EndOfWord(text, position);
        if (end == position)
        {
            return;
        }

        foreach (var keyword in (ReadOnlySpan<string>)["and", "else", "for", "if", "in", "is", "not", "or"])
        {
            if (text.AsSpan(position, end - position).StartsWith(keyword, StringComparison.Ordinal))
            {
                return;
            }
        }

        errors.Add(new TextSpan(start, end), "this is neither a number nor a name; a name cannot start with a digit");
        position = end;
    }
}
