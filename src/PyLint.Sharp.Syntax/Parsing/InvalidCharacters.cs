using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Names the characters that come into programs by copying from documents and web pages.</summary>
internal static class InvalidCharacters
{
    /// <summary>Full-width forms stand so far behind the ASCII characters that they are forms of.</summary>
    private const int FullWidth = 0xFEE0;

    public static string Describe(int codePoint) => codePoint switch
    {
        0 => "a NUL byte cannot stand in Python source; delete it",
        '`' => "Python 3 has no backticks; write `repr(\u2026)`",
        '?' => "`?` is no operator in Python; a conditional is written `a if test else b`",
        '$' => "`$` has no meaning in Python; a name starts with a letter or `_`",
        '!' => "`!` is no operator in Python; negation is written `not`",
        0x2028 or 0x2029 => Named(codePoint, "an invisible line separator") + "; start a new line instead",
        < 0x20 or 0x7F or (>= 0x80 and < 0xA0) => Named(codePoint, "an invisible control character") + "; delete it",
        _ => NameOf(codePoint) is { } name ? Named(codePoint, name) + Instead(codePoint) : Unknown(codePoint),
    };

    private static string? NameOf(int codePoint) => codePoint switch
    {
        0x2018 or 0x2019 or 0x201A or 0x201B or 0x201C or 0x201D or 0x201E or 0x201F or 0xAB or 0xBB => "a typographic quote",
        0xA0 or 0x202F => "a no-break space",
        0x3000 or (>= 0x2000 and <= 0x200A) or 0x205F => "a typographic space",
        0x200B => "an invisible zero-width space",
        0x200C or 0x200D or 0x2060 => "an invisible joiner",
        0xAD => "an invisible soft hyphen",
        0xFEFF => "an invisible byte order mark",
        0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => "an invisible change of the writing direction",
        0x2010 or 0x2011 or 0x2012 or 0x2013 or 0x2014 or 0x2212 => "a dash",
        0x2026 => "an ellipsis in one character",
        0xD7 => "a multiplication sign",
        0xF7 => "a division sign",
        0x2260 or 0x2264 or 0x2265 => "a mathematical sign",
        >= 0xFF01 and <= 0xFF5E => "a full-width character",
        _ => null,
    };

    private static string Instead(int codePoint) => codePoint switch
    {
        0x2018 or 0x2019 or 0x201A or 0x201B => "; write a straight `'`",
        0x201C or 0x201D or 0x201E or 0x201F or 0xAB or 0xBB => "; write a straight `\"`",
        0xA0 or 0x202F or 0x3000 or (>= 0x2000 and <= 0x200A) or 0x205F => "; write an ordinary space",
        >= 0x2010 and <= 0x2014 or 0x2212 => "; write a minus `-`",
        0x2026 => "; write three dots `...`",
        0xD7 => "; write `*`",
        0xF7 => "; write `/`",
        0x2260 => "; write `!=`",
        0x2264 => "; write `<=`",
        0x2265 => "; write `>=`",
        >= 0xFF01 and <= 0xFF5E => $"; write `{(char)(codePoint - FullWidth)}`",
        _ => "; delete it",
    };

    private static string Named(int codePoint, string name) => $"{name} (U+{Hex(codePoint)})";

    /// <summary>A lone surrogate is no character that could be shown.</summary>
    private static string Unknown(int codePoint) => Rune.IsValid(codePoint)
        ? $"the character `{new Rune(codePoint)}` (U+{Hex(codePoint)}) has no meaning in Python outside strings and comments"
        : $"half of a surrogate pair (U+{Hex(codePoint)}) is no character; delete it";

    private static string Hex(int codePoint) => codePoint.ToString("X4", CultureInfo.InvariantCulture);
}
