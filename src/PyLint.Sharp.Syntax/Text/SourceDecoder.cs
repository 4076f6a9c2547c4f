using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace PyLint.Sharp.Syntax.Text;

/// <summary>Bytes to text by the rules of PEP 263 and CPython's tokenizer.</summary>
internal static class SourceDecoder
{
    private static readonly SearchValues<char> CookieNameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static (string Content, SourceEncoding Encoding, ImmutableArray<SyntaxError> Errors) Decode(ReadOnlySpan<byte> bytes)
    {
        var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
        if (hasMark)
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        }

        var errors = ImmutableArray.CreateBuilder<SyntaxError>();
        var codec = SourceEncoding.Utf8.Codec;
        if (FindCookie(bytes) is { } cookie)
        {
            var name = Encoding.ASCII.GetString(bytes[cookie.Start..cookie.End]);
            // All errors about a cookie leave the file UTF-8; before the cookie characters of several bytes may stand.
            var start = Encoding.UTF8.GetCharCount(bytes[..cookie.Start]);
            var span = new TextSpan(start, start + name.Length);
            if (IsUtf8(name))
            {
                // CPython accepts only the spelling `utf-8` beside a byte order mark.
                if (hasMark && !name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !IsNormalisedUtf8(name))
                {
                    errors.Add(new SyntaxError(span, $"the coding cookie `{name}` contradicts the UTF-8 byte order mark"));
                }
            }
            else if (hasMark)
            {
                errors.Add(new SyntaxError(span, $"the coding cookie `{name}` contradicts the UTF-8 byte order mark"));
            }
            else if (Find(name) is { } found)
            {
                codec = found;
            }
            else
            {
                errors.Add(new SyntaxError(span, $"unknown encoding `{name}`; the file is read as UTF-8"));
            }
        }

        var content = codec is UTF8Encoding ? DecodeUtf8(bytes, errors) : DecodeOther(codec, bytes, errors);
        return (content, new SourceEncoding(codec, hasMark), errors.ToImmutable());
    }

    private static string DecodeOther(Encoding codec, ReadOnlySpan<byte> bytes, ImmutableArray<SyntaxError>.Builder errors)
    {
        var text = codec.GetString(bytes);
        var bad = text.IndexOf('\uFFFD');
        if (bad >= 0)
        {
            errors.Add(new SyntaxError(new TextSpan(bad, bad + 1), $"the bytes here are not valid {codec.WebName}, which the coding cookie names"));
        }

        return text;
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, ImmutableArray<SyntaxError>.Builder errors)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var consumed) != OperationStatus.Done)
            {
                // One report is enough: the first bad byte tells the reader what happened to the file.
                if (errors.Count == 0)
                {
                    errors.Add(new SyntaxError(
                        new TextSpan(text.Length, text.Length + 1),
                        $"byte 0x{bytes[0]:X2} is not valid UTF-8; save the file as UTF-8 or declare its encoding in line 1"));
                }
            }

            text.Append(rune.ToString());
            bytes = bytes[consumed..];
        }

        return text.ToString();
    }

    /// <summary>The cookie's name in the first two lines, where line 2 counts only when line 1 is blank or a comment.</summary>
    private static TextSpan? FindCookie(ReadOnlySpan<byte> bytes)
    {
        var start = 0;
        for (var line = 0; line < 2 && start < bytes.Length; line++)
        {
            var length = bytes[start..].IndexOfAny((byte)'\n', (byte)'\r');
            var end = length < 0 ? bytes.Length : start + length;
            var first = start;
            while (first < end && bytes[first] is (byte)' ' or (byte)'\t' or (byte)'\f')
            {
                first++;
            }

            if (first < end && bytes[first] != '#')
            {
                return null;
            }

            if (FindCookieInComment(bytes, first, end) is { } found)
            {
                return found;
            }

            start = end + 1;
            if (end < bytes.Length && bytes[end] == '\r' && start < bytes.Length && bytes[start] == '\n')
            {
                start++;
            }
        }

        return null;
    }

    /// <summary>PEP 263: <c>coding[:=]\s*([-_.a-zA-Z0-9]+)</c> anywhere in the comment.</summary>
    private static TextSpan? FindCookieInComment(ReadOnlySpan<byte> bytes, int start, int end)
    {
        var at = start;
        while (true)
        {
            var found = bytes[at..end].IndexOf("coding"u8);
            if (found < 0)
            {
                return null;
            }

            at += found + "coding".Length;
            if (at >= end || bytes[at] is not ((byte)':' or (byte)'='))
            {
                continue;
            }

            var name = at + 1;
            while (name < end && bytes[name] is (byte)' ' or (byte)'\t')
            {
                name++;
            }

            var stop = name;
            while (stop < end && CookieNameCharacters.Contains((char)bytes[stop]))
            {
                stop++;
            }

            if (stop > name)
            {
                return new TextSpan(name, stop);
            }
        }
    }

    private static bool IsNormalisedUtf8(string name) =>
        name.StartsWith("utf-8-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf_8", StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(string name) =>
        name.Equals("utf8", StringComparison.OrdinalIgnoreCase)
        || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || name.Equals("utf_8", StringComparison.OrdinalIgnoreCase)
        || name.Equals("u8", StringComparison.OrdinalIgnoreCase)
        || IsNormalisedUtf8(name);

    private static Encoding? Find(string name)
    {
        var normalised = name.Replace('_', '-');
        var known = normalised.ToUpperInvariant() switch
        {
            "LATIN-1" or "LATIN1" or "L1" or "ISO-8859-1" or "ISO8859-1" or "8859" or "CP819" => "iso-8859-1",
            "ASCII" or "US-ASCII" => "us-ascii",
            "CP1252" => "windows-1252",
            "CP1251" => "windows-1251",
            "CP932" or "MS932" or "SJIS" or "SHIFT-JIS" => "shift_jis",
            "EUC-JP" or "EUCJP" => "euc-jp",
            "GBK" or "CP936" => "gbk",
            "KOI8-R" => "koi8-r",
            _ => normalised,
        };
        try
        {
            var (encoding, decoding) = (EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));
            return CodePagesEncodingProvider.Instance.GetEncoding(known, encoding, decoding) ?? Encoding.GetEncoding(known, encoding, decoding);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
