using System.Globalization;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Names the characters that come into programs by copying from documents and web pages.</summary>
internal static class InvalidCharacters
{
    public static string Describe(int codePoint) => codePoint switch
    {
        0 => "a NUL byte cannot stand in Python source",
        0x2018 or 0x2019 => "a typographic quote (U+" + Hex(codePoint) + "); write a straight `'`",
        0x201C or 0x201D => "a typographic quote (U+" + Hex(codePoint) + "); write a straight `\"`",
        0x00A0 => "a no-break space (U+00A0); write an ordinary space",
        0x200B => "an invisible zero-width space (U+200B); delete it",
        0x2013 or 0x2014 or 0x2212 => "a dash (U+" + Hex(codePoint) + "); write a minus `-`",
        '`' => "a backtick; Python 3 writes `repr(x)`",
        '?' => "`?` is no operator in Python; a conditional is written `a if test else b`",
        '$' => "`$` has no meaning in Python",
        '!' => "`!` is no operator in Python; negation is written `not`",
        < 0x20 or 0x7F or (>= 0x80 and < 0xA0) => "an invisible control character (U+" + Hex(codePoint) + "); delete it",
        _ => "the character U+" + Hex(codePoint) + " cannot stand here",
    };

    private static string Hex(int codePoint) => codePoint.ToString("X4", CultureInfo.InvariantCulture);
}
