using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Strings, and the modes inside f-strings and t-strings.</summary>
internal sealed partial class Tokenizer
{
    /// <summary>Where the last string starts that is never closed: it hides what the brackets around it need. -1 for none.</summary>
    private int brokenString;

    private enum ModeKind
    {
        /// <summary>The literal text of a formatted string.</summary>
        Body,

        /// <summary>The expression of a replacement field.</summary>
        Field,

        /// <summary>The literal text behind the `:` of a replacement field.</summary>
        FormatSpec,
    }

    private bool IsAtFieldLevel => IsInString && modes[^1].Kind == ModeKind.Field && brackets.Count == modes[^1].Depth;

    private static StringPrefix PrefixOf(ReadOnlySpan<char> letters)
    {
        var prefix = StringPrefix.None;
        foreach (var letter in letters)
        {
            var flag = letter switch
            {
                'r' or 'R' => StringPrefix.Raw,
                'b' or 'B' => StringPrefix.Bytes,
                'f' or 'F' => StringPrefix.Format,
                't' or 'T' => StringPrefix.Template,
                'u' or 'U' => StringPrefix.Unicode,
                _ => StringPrefix.Invalid,
            };
            if (flag == StringPrefix.Invalid || prefix.HasFlag(flag))
            {
                return StringPrefix.Invalid;
            }

            prefix |= flag;
        }

        return (prefix & ~StringPrefix.Raw) switch
        {
            StringPrefix.None or StringPrefix.Bytes or StringPrefix.Format or StringPrefix.Template => prefix,
            StringPrefix.Unicode when !prefix.HasFlag(StringPrefix.Raw) => prefix,
            _ => StringPrefix.Invalid,
        };
    }

    /// <summary>Reads from the prefix at <paramref name="start"/>; the opening quote is at the current position.</summary>
    private void ReadString(int start, StringPrefix prefix)
    {
        var quote = Current;
        var isTriple = Peek(1) == quote && Peek(2) == quote;
        position += isTriple ? 3 : 1;
        if ((prefix & (StringPrefix.Format | StringPrefix.Template)) != 0)
        {
            var isTemplate = prefix.HasFlag(StringPrefix.Template);
            tokens.Add(isTemplate ? PythonParser.TSTRING_START : PythonParser.FSTRING_START, start, position);
            modes.Add(new StringMode(ModeKind.Body, quote, isTriple, prefix.HasFlag(StringPrefix.Raw), brackets.Count, start, Fields: 0));
            return;
        }

        if (!SkipToClosingQuote(quote, isTriple))
        {
            ReportUnterminated(start, isTriple);
        }

        tokens.Add(PythonParser.STRING, start, position);
    }

    private void ReportUnterminated(int start, bool isTriple)
    {
        brokenString = start;
        errors.Add(
            new TextSpan(start, isTriple ? Math.Min(text.Length, start + 3) : position),
            isTriple ? "this triple-quoted string is never closed; write its three closing quotes" : "this string is never closed; its closing quote must stand on the same line");
    }

    /// <summary>Moves behind the closing quote; false when the line (or the file) ends first.</summary>
    private bool SkipToClosingQuote(char quote, bool isTriple)
    {
        while (true)
        {
            position = isTriple ? EndOfText(quote) : EndOfTextInLine(quote);
            if (position == text.Length)
            {
                return false;
            }

            if (text[position] == '\\')
            {
                SkipEscape();
            }
            else if (text[position] != quote)
            {
                return false;
            }
            else if (!isTriple || (Peek(1) == quote && Peek(2) == quote))
            {
                position += isTriple ? 3 : 1;
                return true;
            }
            else
            {
                position++;
            }
        }
    }

    private int EndOfText(char quote)
    {
        var length = text.AsSpan(position).IndexOfAny(quote, '\\');
        return length < 0 ? text.Length : position + length;
    }

    /// <summary>One by one, because most strings are shorter than the words that a vectorised search compares.</summary>
    private int EndOfTextInLine(char quote)
    {
        var source = text;
        var at = position;
        while (at < source.Length && source[at] is not ('\\' or '\n' or '\r') && source[at] != quote)
        {
            at++;
        }

        return at;
    }

    private void SkipEscape()
    {
        position++;
        if (Current == '\r' && Peek(1) == '\n')
        {
            position++;
        }

        position = Math.Min(position + 1, text.Length);
    }

    /// <summary>
    /// Inside a formatted string: the literal text up to the next field or end, then what ends it. As in CPython a doubled brace and
    /// the name of a character end a token too: the trees show it.
    /// </summary>
    private void ReadStringPart()
    {
        var mode = modes[^1];
        var start = position;
        while (position < text.Length)
        {
            var c = text[position];
            if (c == '\\')
            {
                SkipFormattedEscape(mode);
                if (text[position - 1] == '}')
                {
                    AddMiddle(start);
                    return;
                }
            }
            else if (c is '{' or '}')
            {
                if (Peek(1) == c && (mode.Kind == ModeKind.Body || (mode.HasField && c == '{')))
                {
                    position += 2;
                    AddMiddle(start);
                    return;
                }

                AddMiddle(start);
                ReadBrace(c, mode);
                return;
            }
            else if (c == mode.Quote && (!mode.IsTriple || (Peek(1) == c && Peek(2) == c)))
            {
                AddMiddle(start);
                EndString(mode);
                return;
            }
            else if (c is '\n' or '\r' && !mode.IsTriple)
            {
                AddMiddle(start);
                EndUnterminatedString();
                return;
            }
            else
            {
                position++;
            }
        }

        AddMiddle(start);
    }

    /// <summary>A backslash never protects a brace, except in `\N{NAME}`.</summary>
    private void SkipFormattedEscape(StringMode mode)
    {
        if (!mode.IsRaw && Peek(1) == 'N' && Peek(2) == '{')
        {
            var length = text.AsSpan(position).IndexOfAny('}', mode.Quote, '\n');
            position = length < 0 ? text.Length : position + length + (text[position + length] == '}' ? 1 : 0);
        }
        else if (Peek(1) is '{' or '}')
        {
            position++;
        }
        else
        {
            SkipEscape();
        }
    }

    private void AddMiddle(int start)
    {
        if (position > start)
        {
            tokens.Add(PythonParser.FSTRING_MIDDLE, start, position);
        }
    }

    private void ReadBrace(char brace, StringMode mode)
    {
        if (brace == '{')
        {
            Open('{');
            CheckFieldDepth(mode);
            modes[^1] = mode with { HasField = true };
            tokens.Add(PythonParser.LEFT_BRACE, position, position + 1);
            position++;
            modes.Add(mode with { Kind = ModeKind.Field, HasField = false, Depth = brackets.Count, Fields = mode.Fields + 1 });
        }
        else if (mode.Kind == ModeKind.FormatSpec)
        {
            modes.Pop();
            EndField();
        }
        else
        {
            errors.Add(new TextSpan(position, position + 1), "a single `}` in an f-string; write `}}` for a literal brace");
            position++;
        }
    }

    private void CheckFieldDepth(StringMode mode)
    {
        if (mode.Fields == MaxFields)
        {
            errors.Add(new TextSpan(position, position + 1), $"more than {MaxFields} replacement fields stand in one another's format; compute it before the string");
        }
    }

    private void EndField()
    {
        tokens.Add(PythonParser.RIGHT_BRACE, position, position + 1);
        position++;
        modes.Pop();
        brackets.Pop();
    }

    private void EndString(StringMode mode)
    {
        if (mode.Kind != ModeKind.Body)
        {
            EndUnterminatedString();
            return;
        }

        var end = position + (mode.IsTriple ? 3 : 1);
        tokens.Add(PythonParser.FSTRING_END, position, end);
        position = end;
        modes.Pop();
    }

    /// <summary>Closes the innermost formatted string with all its open fields, as if it ended here.</summary>
    private void EndUnterminatedString()
    {
        var mode = modes[^1];
        while (modes[^1].Kind != ModeKind.Body)
        {
            modes.Pop();
        }

        var body = modes[^1];
        modes.Pop();
        if (brackets.Count > body.Depth)
        {
            brackets.Truncate(body.Depth);
        }

        brokenString = body.Start;
        if (mode.Kind == ModeKind.Body)
        {
            ReportUnterminated(body.Start, body.IsTriple);
        }
        else if (!errors.HasErrorWithin(new TextSpan(body.Start, position)))
        {
            errors.Add(new TextSpan(body.Start, position), "a replacement field of this f-string is never closed; its `}` is missing");
        }

        tokens.Add(PythonParser.FSTRING_END, position, position);
    }

    /// <param name="Kind">Where in the string the tokenizer is.</param>
    /// <param name="Quote">The quote that ends the string.</param>
    /// <param name="IsTriple">True when three of them do.</param>
    /// <param name="IsRaw">True when backslashes are text.</param>
    /// <param name="Depth">Open brackets: before the string for a body, with the field's own `{` for a field.</param>
    /// <param name="Start">Offset of the string's prefix.</param>
    /// <param name="Fields">Open replacement fields of this string.</param>
    /// <param name="HasField">A field has been read: since 3.13 a doubled `{` is text behind one even in a format specification.</param>
    private readonly record struct StringMode(ModeKind Kind, char Quote, bool IsTriple, bool IsRaw, int Depth, int Start, int Fields, bool HasField = false);
}
