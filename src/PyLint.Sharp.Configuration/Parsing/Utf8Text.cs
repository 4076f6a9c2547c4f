using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace PyLint.Sharp.Configuration.Parsing;

/// <summary>Decodes UTF-8 strictly, and says where it is none.</summary>
internal static class Utf8Text
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text without byte order mark; <paramref name="invalidAt"/> is the offset in it of the first byte that is no UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, out int? invalidAt)
    {
        var content = bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes;
        invalidAt = Utf8.IsValid(content) ? null : Encoding.UTF8.GetCharCount(content[..FirstInvalid(content)]);
        return Encoding.UTF8.GetString(content);
    }

    private static int FirstInvalid(ReadOnlySpan<byte> content)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(content[offset..], out _, out var consumed) == OperationStatus.Done)
        {
            offset += consumed;
        }

        return offset;
    }
}
