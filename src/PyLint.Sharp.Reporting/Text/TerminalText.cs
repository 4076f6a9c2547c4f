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
        for (var start = 0; start < text.Length;)
        {
            var piece = PieceAt(text, start);
            output.Append(piece.Text);
            start += piece.Length;
        }

        return output.ToString();
    }

    /// <summary>How many cells the sanitized text takes.</summary>
    public static int WidthOf(ReadOnlySpan<char> text)
    {
        var width = 0;
        for (var start = 0; start < text.Length;)
        {
            var piece = PieceAt(text, start);
            width += piece.Width;
            start += piece.Length;
        }

        return width;
    }

    /// <summary>True when the text is drawn as it is, one character to a cell.</summary>
    internal static bool IsPlain(ReadOnlySpan<char> text) => PlainLength(text, 0) == text.Length;

    /// <summary>True when the text holds a character that is shown as a picture.</summary>
    internal static bool HasHidden(ReadOnlySpan<char> text)
    {
        for (var start = 0; start < text.Length;)
        {
            var piece = PieceAt(text, start);
            if (piece.IsPicture)
            {
                return true;
            }

            start += piece.Length;
        }

        return false;
    }

    /// <summary>True when an agent of Azure or TeamCity would obey the text.</summary>
    internal static bool HasOrder(string text) => IndexOfOrder(text, 0, text.Length) >= 0;

    /// <summary>The piece of a text at an offset: as many plain characters as there are, else a code point or an unpaired surrogate.</summary>
    internal static Piece PieceAt(ReadOnlySpan<char> text, int start)
    {
        var plain = PlainLength(text, start);
        if (plain > 0)
        {
            return new Piece(text.Slice(start, plain), plain, plain, false);
        }

        var isValid = Rune.DecodeFromUtf16(text[start..], out var rune, out var length) == OperationStatus.Done;
        return isValid && rune.Value != '[' && !IsHidden(rune)
            ? new Piece(text.Slice(start, length), length, WidthOf(rune), false)
            : PictureOf(isValid ? rune.Value : text[start], length);
    }

    /// <summary>How many characters from an offset on are drawn as they are, one to a cell; a bracket is none only where it opens an order.</summary>
    private static int PlainLength(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExceptInRange(' ', '~');
        var end = length < 0 ? text.Length : start + length;
        var order = IndexOfOrder(text, start, end);
        return (order < 0 ? end : order) - start;
    }

    /// <summary>The first bracket in a part of a text that opens an order, or -1.</summary>
    private static int IndexOfOrder(ReadOnlySpan<char> text, int start, int end)
    {
        for (var length = text[start..end].IndexOf('['); length >= 0; length = text[start..end].IndexOf('['))
        {
            start += length;
            if (OpensOrder(text[..start]))
            {
                return start;
            }

            start++;
        }

        return -1;
    }

    /// <summary>True for what stands before the bracket that Azure's and TeamCity's agents obey wherever in a line it is, or at the beginning of one.</summary>
    private static bool OpensOrder(ReadOnlySpan<char> before) =>
        before is "##" || before.EndsWith("##vso", StringComparison.OrdinalIgnoreCase) || before.EndsWith("##teamcity", StringComparison.OrdinalIgnoreCase);

    private static Piece PictureOf(int value, int length)
    {
        var text = value switch
        {
            // Unicode has pictures of the old control characters at the same place of another block.
            < ' ' => ((char)(0x2400 + value)).ToString(),
            0x7F => "\u2421",
            _ => string.Create(CultureInfo.InvariantCulture, $"<U+{value:X4}>"),
        };
        return new Piece(text, length, text.Length, true);
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
