using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>
/// The characters of names: XID_Start and XID_Continue (PEP 3131, Unicode Standard Annex 31). They are the general categories of
/// letters, marks and digits, the Other_ID properties, and without what a normal form would turn into something else.
/// </summary>
internal static class NameCharacters
{
    /// <summary>Where the name ends that starts at an offset; the offset itself when none does.</summary>
    public static int EndOfName(string text, int start)
    {
        var end = start;
        while (end < text.Length && LengthAt(text, end, isFirst: end == start) is var length and > 0)
        {
            end += length;
        }

        return end;
    }

    /// <summary>Where a row of such characters ends that need not begin like a name.</summary>
    public static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && LengthAt(text, end, isFirst: false) is var length and > 0)
        {
            end += length;
        }

        return end;
    }

    public static bool CanStart(Rune character) => Rune.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.LetterNumber => true,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => !CanOnlyContinue(character.Value) && !IsChangedByNormalForm(character.Value),
        _ => character.Value is '_' or 0x1885 or 0x1886 or 0x2118 or 0x212E,
    };

    public static bool CanContinue(Rune character) => CanStart(character) || Rune.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber
            or UnicodeCategory.ConnectorPunctuation => true,
        _ => CanOnlyContinue(character.Value)
            || character.Value is 0x00B7 or 0x0387 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0x200C or 0x200D or 0x30FB or 0xFF65,
    };

    /// <summary>Letters whose normal form begins with a mark.</summary>
    private static bool CanOnlyContinue(int code) => code is 0x0E33 or 0x0EB3 or 0xFF9E or 0xFF9F;

    /// <summary>Letters whose normal form has a space in it, and the one letter that is reserved for syntax.</summary>
    private static bool IsChangedByNormalForm(int code) => code is 0x037A or 0x2E2F or (>= 0xFC5E and <= 0xFC63) or 0xFDFA or 0xFDFB
        or 0xFE70 or 0xFE72 or 0xFE74 or 0xFE76 or 0xFE78 or 0xFE7A or 0xFE7C or 0xFE7E;

    private static int LengthAt(string text, int at, bool isFirst)
    {
        var c = text[at];
        if (c < 0x80)
        {
            return char.IsAsciiLetter(c) || c == '_' || (!isFirst && char.IsAsciiDigit(c)) ? 1 : 0;
        }

        return Rune.TryGetRuneAt(text, at, out var rune) && (isFirst ? CanStart(rune) : CanContinue(rune)) ? rune.Utf16SequenceLength : 0;
    }
}
