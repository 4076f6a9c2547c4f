using PyLint.Sharp.Configuration.Documents;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Parsing;

/// <summary>Cuts a text into tokens. What a word means depends on whether a key or a value stands here, so the scanner follows the brackets.</summary>
internal sealed partial class TomlScanner(string text)
{
    /// <summary>The parser calls itself for each; no configuration comes near, and no stack is in danger.</summary>
    private const int MostBrackets = 200;

    private const char End = '\0';

    /// <summary>The open brackets of arrays and inline tables, not those of headers.</summary>
    private readonly Stack<char> open = new();
    private int offset;
    private bool isValue;

    /// <summary>True behind a value, where a word is no value whatever it says.</summary>
    private bool isBehindValue;

    /// <summary>True between <c>[[</c> and <c>]]</c>: the closing brackets belong together as the opening ones did.</summary>
    private bool isInDoubleHeader;

    public string Text => text;

    private char Here => At(0);

    private bool IsInArray => open.TryPeek(out var bracket) && bracket == '[';

    private bool IsInInlineTable => open.TryPeek(out var bracket) && bracket == '{';

    /// <summary>The next token; at the end of the text again and again its end.</summary>
    /// <exception cref="TomlException">There is something that no token starts with, or a token that is not well-formed.</exception>
    public Token Next()
    {
        SkipLayout();
        var start = offset;
        switch (Here)
        {
            case End when offset >= text.Length:
                return new Token(TomlBase.Eof, new TextSpan(offset, offset));
            case '\n' or '\r':
                return LineBreak();
            case '"' or '\'':
                return Quoted();
            case '=':
                (isValue, isBehindValue) = (true, false);
                return Punctuation(Toml.EQUAL, 1);
            case ',':
                (isValue, isBehindValue) = (IsInArray, false);
                return Punctuation(Toml.COMMA, 1);
            case '.' when !isValue:
                return Punctuation(Toml.DOT, 1);
            case '[' or '{':
                return OpenBracket();
            case ']' or '}':
                return CloseBracket();
            default:
                return isValue && !isBehindValue ? Scalar() : Bare(start);
        }
    }

    private char At(int distance) => offset + distance < text.Length ? text[offset + distance] : End;

    private Token Punctuation(int type, int length)
    {
        offset += length;
        return new Token(type, new TextSpan(offset - length, offset));
    }

    private Token Value(TomlValue value, int type)
    {
        isBehindValue = isValue;
        return new Token(type, value.Span, value);
    }

    /// <summary>White space, comments, and in arrays line breaks too.</summary>
    private void SkipLayout()
    {
        while (true)
        {
            if (Here is ' ' or '\t')
            {
                offset++;
            }
            else if (Here == '#')
            {
                SkipComment();
            }
            else if (IsInArray && Here is '\n' or '\r')
            {
                SkipLineBreak();
            }
            else
            {
                return;
            }
        }
    }

    private void SkipComment()
    {
        while (offset < text.Length && Here is not ('\n' or '\r'))
        {
            RefuseControlCharacter("a comment");
            offset++;
        }
    }

    private void SkipLineBreak()
    {
        if (Here == '\r' && At(1) != '\n')
        {
            throw Wrong(offset, offset + 1, "a carriage return without a line feed behind it is no line break in TOML");
        }

        offset += Here == '\r' ? 2 : 1;
    }

    private Token LineBreak()
    {
        var start = offset;
        SkipLineBreak();
        if (IsInInlineTable)
        {
            throw Wrong(start, start, "a table in braces stands on one line; write a `[header]` for a longer one");
        }

        (isValue, isBehindValue, isInDoubleHeader) = (false, false, false);
        return new Token(Toml.NEWLINE, new TextSpan(start, offset));
    }

    private Token OpenBracket()
    {
        if (!isValue)
        {
            // A brace opens nothing here, and the parser says so.
            isInDoubleHeader = Here == '[' && At(1) == '[';
            return Punctuation(Here == '{' ? Toml.LEFT_BRACE : isInDoubleHeader ? Toml.LEFT_BRACKETS : Toml.LEFT_BRACKET, isInDoubleHeader ? 2 : 1);
        }

        if (open.Count == MostBrackets)
        {
            throw Wrong(offset, offset + 1, $"more than {MostBrackets} open brackets");
        }

        open.Push(Here);
        (isValue, isBehindValue) = (Here == '[', false);
        return Punctuation(Here == '[' ? Toml.LEFT_BRACKET : Toml.LEFT_BRACE, 1);
    }

    private Token CloseBracket()
    {
        if (isInDoubleHeader && Here == ']' && At(1) == ']')
        {
            return Punctuation(Toml.RIGHT_BRACKETS, 2);
        }

        if (open.TryPeek(out var bracket) && bracket == (Here == ']' ? '[' : '{'))
        {
            open.Pop();
            (isValue, isBehindValue) = (true, true);
        }

        return Punctuation(Here == ']' ? Toml.RIGHT_BRACKET : Toml.RIGHT_BRACE, 1);
    }

    /// <summary>A key without quotes, or a word that stands where nothing can.</summary>
    private Token Bare(int start)
    {
        while (char.IsAsciiLetterOrDigit(Here) || Here is '_' or '-')
        {
            offset++;
        }

        return offset > start
            ? new Token(Toml.BARE, new TextSpan(start, offset))
            : throw Wrong(start, start + LengthOfCharacter, $"{NameOfCharacter} cannot stand here{(isValue ? "" : "; a key with other characters than A-Z a-z 0-9 _ - needs quotes")}");
    }

    private int LengthOfCharacter => char.IsHighSurrogate(Here) ? 2 : 1;

    private string NameOfCharacter
    {
        get
        {
            var isPrintable = !char.IsControl(Here) && !char.IsWhiteSpace(Here) && char.GetUnicodeCategory(Here) != System.Globalization.UnicodeCategory.Format;
            return isPrintable ? $"`{text.AsSpan(offset, LengthOfCharacter)}`" : $"the character U+{(int)Here:X4}";
        }
    }

    private void RefuseControlCharacter(string place)
    {
        if (Here is (< ' ' and not '\t') or '\x7F')
        {
            throw Wrong(offset, offset + 1, $"{NameOfCharacter} cannot stand in {place}");
        }
    }

    private static TomlException Wrong(int start, int end, string message) => new(new TextSpan(start, end), message);
}
