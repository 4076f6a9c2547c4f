using System.Buffers;
using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>
/// The one sanitizer for all text that reaches a terminal: a submission can name its files and write its source as it likes and
/// still neither moves the cursor nor hides a character.
/// </summary>
public static class TerminalText
{
    /// <summary>The text with every control, invisible or text-reordering character replaced by a visible picture.</summary>
    public static string Sanitize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text))
        {
            return text;
        }

        var output = new StringBuilder(text.Length + 16);
        foreach (var glyph in Glyphs(text))
        {
            output.Append(glyph.Text);
        }

        return output.ToString();
    }

    /// <summary>How many cells the sanitized text takes.</summary>
    public static int WidthOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text))
        {
            return text.Length;
        }

        var width = 0;
        foreach (var glyph in Glyphs(text))
        {
            width += glyph.Width;
        }

        return width;
    }

    /// <summary>True when the text holds a character that is shown as a picture.</summary>
    internal static bool HasHidden(string text)
    {
        if (IsPlain(text))
        {
            return false;
        }

        foreach (var glyph in Glyphs(text))
        {
            if (glyph.IsPicture)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when an agent of Azure or TeamCity would obey the text.</summary>
    internal static bool HasOrder(string text)
    {
        for (var bracket = text.IndexOf('['); bracket >= 0; bracket = text.IndexOf('[', bracket + 1))
        {
            if (OpensOrder(text, bracket))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The visible pieces of a text, one for each code point or unpaired surrogate.</summary>
    internal static IEnumerable<Glyph> Glyphs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var isValid = Rune.DecodeFromUtf16(text.AsSpan(start), out var rune, out var length) == OperationStatus.Done && !OpensOrder(text, start);
            yield return isValid ? GlyphOf(rune, start, length) : PictureOf(text[start], start, length);
            start += length;
        }
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains("##", StringComparison.Ordinal);

    /// <summary>True for the bracket of what Azure's and TeamCity's agents obey wherever in a line it stands, or at the beginning of one.</summary>
    private static bool OpensOrder(string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        return text[offset] == '['
            && (before is "##" || before.EndsWith("##vso", StringComparison.OrdinalIgnoreCase) || before.EndsWith("##teamcity", StringComparison.OrdinalIgnoreCase));
    }

    private static Glyph GlyphOf(Rune rune, int start, int length)
    {
        if (rune.Value is >= ' ' and <= '~')
        {
            return new Glyph(start, length, rune.ToString(), 1, false);
        }

        return IsHidden(rune) ? PictureOf(rune.Value, start, length) : new Glyph(start, length, rune.ToString(), WidthOf(rune), false);
    }

    private static Glyph PictureOf(int value, int start, int length)
    {
        var text = value switch
        {
            // Unicode has pictures of the old control characters at the same place of another block.
            < ' ' => ((char)(0x2400 + value)).ToString(),
            0x7F => "\u2421",
            _ => string.Create(CultureInfo.InvariantCulture, $"<U+{value:X4}>"),
        };
        return new Glyph(start, length, text, text.Length, true);
    }

    private static int WidthOf(Rune rune)
    {
        // The middle and final parts of a Korean syllable are drawn into the cells of its first part.
        if (rune.Value is (>= 0x1160 and <= 0x11FF) or (>= 0xD7B0 and <= 0xD7FF)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            return 0;
        }

        return WideRanges.Contain(rune.Value) ? 2 : 1;
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format => true,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => IsIgnorable(rune.Value),
    };

    /// <summary>What fonts show as nothing although its category is a letter or a mark (Default_Ignorable_Code_Point), and U+FFFE.</summary>
    private static bool IsIgnorable(int value) => value
        is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFFA0
        or (>= 0x180B and <= 0x180F)
        or (>= 0x2060 and <= 0x206F)
        or (>= 0xFE00 and <= 0xFE0F)
        or (>= 0xFFF0 and <= 0xFFF8)
        or 0xFFFE or 0xFFFF
        or (>= 0xE0000 and <= 0xE0FFF);
}
