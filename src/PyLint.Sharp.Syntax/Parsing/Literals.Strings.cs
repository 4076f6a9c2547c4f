using System.Globalization;
using System.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Escape sequences (Language Reference §2.5.1).</summary>
internal static partial class Literals
{
    /// <summary>No character's name comes near it, and without an end each of many names would be searched to the end of the text.</summary>
    private const int LongestName = 256;

    /// <summary>
    /// The text of a string's body. Python reads a file with universal newlines, so every line break in a literal is `\n`.
    /// </summary>
    public static string Text(ReadOnlySpan<char> body, bool isRaw, int offset, SyntaxErrorList errors)
    {
        var plain = isRaw ? body.IndexOf('\r') : body.IndexOfAny('\\', '\r');
        if (plain < 0)
        {
            return body.ToString();
        }

        var output = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length;)
        {
            if (body[i] == '\r')
            {
                output.Append('\n');
                i += i + 1 < body.Length && body[i + 1] == '\n' ? 2 : 1;
            }
            else if (body[i] == '\\' && !isRaw && i + 1 < body.Length)
            {
                i += Escape(body[i..], isBytes: false, output, offset + i, errors);
            }
            else
            {
                output.Append(body[i++]);
            }
        }

        return output.ToString();
    }

    /// <summary>The bytes of a bytes literal's body.</summary>
    public static byte[] Bytes(ReadOnlySpan<char> body, bool isRaw, int offset, SyntaxErrorList errors)
    {
        var output = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length;)
        {
            if (body[i] >= 0x80)
            {
                errors.Add(new TextSpan(offset + i, offset + i + 1), "bytes can contain only ASCII characters; write others as escapes");
                i++;
            }
            else if (body[i] == '\r')
            {
                output.Append('\n');
                i += i + 1 < body.Length && body[i + 1] == '\n' ? 2 : 1;
            }
            else if (body[i] == '\\' && !isRaw && i + 1 < body.Length)
            {
                i += Escape(body[i..], isBytes: true, output, offset + i, errors);
            }
            else
            {
                output.Append(body[i++]);
            }
        }

        var bytes = new byte[output.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)output[i];
        }

        return bytes;
    }

    /// <summary>Appends what an escape stands for and returns its length; an unknown escape is itself.</summary>
    private static int Escape(ReadOnlySpan<char> text, bool isBytes, StringBuilder output, int offset, SyntaxErrorList errors)
    {
        var c = text[1];
        var simple = c switch
        {
            '\\' or '\'' or '"' => c,
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            _ => '\0',
        };
        if (simple != '\0')
        {
            output.Append(simple);
            return 2;
        }

        switch (c)
        {
            case '\n':
                return 2;
            case '\r':
                return text.Length > 2 && text[2] == '\n' ? 3 : 2;
            case >= '0' and <= '7':
                return Octal(text, output, isBytes);
            case 'x':
                return Hexadecimal(text, 2, output, offset, errors);
            case 'u' when !isBytes:
                return Hexadecimal(text, 4, output, offset, errors);
            case 'U' when !isBytes:
                return Hexadecimal(text, 8, output, offset, errors);
            case 'N' when !isBytes:
                return Named(text, output, offset, errors);
            default:
                output.Append('\\').Append(c);
                return 2;
        }
    }

    private static int Octal(ReadOnlySpan<char> text, StringBuilder output, bool isBytes)
    {
        var value = 0;
        var length = 1;
        while (length < text.Length && length < 4 && text[length] is >= '0' and <= '7')
        {
            value = (value * 8) + text[length++] - '0';
        }

        output.Append((char)(isBytes ? value & 0xFF : value));
        return length;
    }

    private static int Hexadecimal(ReadOnlySpan<char> text, int digits, StringBuilder output, int offset, SyntaxErrorList errors)
    {
        var length = 2;
        while (length < text.Length && length < 2 + digits && char.IsAsciiHexDigit(text[length]))
        {
            length++;
        }

        var span = new TextSpan(offset, offset + length);
        if (length < 2 + digits)
        {
            errors.Add(span, $"the escape `\\{text[1]}` needs {digits} hexadecimal digits; a backslash itself is written `\\\\`");
            return length;
        }

        var value = uint.Parse(text[2..length], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (value > 0x10FFFF)
        {
            errors.Add(span, "there is no such Unicode character; the last is `\\U0010FFFF`");
        }
        else if (value > 0xFFFF)
        {
            output.Append(char.ConvertFromUtf32((int)value));
        }
        else
        {
            output.Append((char)value);
        }

        return length;
    }

    /// <summary>`\N{NAME}`; U+FFFD stands for a character that does not exist.</summary>
    private static int Named(ReadOnlySpan<char> text, StringBuilder output, int offset, SyntaxErrorList errors)
    {
        var end = text.Length > 2 && text[2] == '{' ? text[..Math.Min(text.Length, LongestName)].IndexOf('}') : -1;
        if (end <= 3)
        {
            errors.Add(new TextSpan(offset, offset + 2), "the escape `\\N` needs a character's name in braces; a backslash itself is written `\\\\`");
            return 2;
        }

        var name = text[3..end];
        if (!CharacterNames.TryFind(name, out var character))
        {
            errors.Add(new TextSpan(offset, offset + end + 1), NoCharacter(name));
            character = Rune.ReplacementChar;
        }

        output.Append(character.ToString());
        return end + 1;
    }

    /// <summary>What is too long for a name may be the rest of the file.</summary>
    private static string NoCharacter(ReadOnlySpan<char> name) =>
        name.Length > CharacterNames.MostLetters || name.ContainsAny('\n', '\r')
            ? "the escape `\\N{…}` does not hold the name of a character"
            : $"there is no character named `{name}`";
}
