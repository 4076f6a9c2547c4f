using System.Text;

namespace PyLint.Sharp.Syntax.Text;

/// <summary>How the bytes of a file became text, so that a fix can be written back the same way.</summary>
/// <param name="Codec">The .NET encoding.</param>
/// <param name="HasByteOrderMark">True when the file started with the UTF-8 byte order mark.</param>
public sealed record SourceEncoding(Encoding Codec, bool HasByteOrderMark)
{
    /// <summary>UTF-8 without a byte order mark, the default of Python source since PEP 3120.</summary>
    public static SourceEncoding Utf8 { get; } = new(new UTF8Encoding(false), false);

    internal byte[]? Encode(string content)
    {
        var strict = (Encoding)Codec.Clone();
        strict.EncoderFallback = EncoderFallback.ExceptionFallback;
        try
        {
            return HasByteOrderMark ? [.. Encoding.UTF8.Preamble, .. strict.GetBytes(content)] : strict.GetBytes(content);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}
