using System.Collections.Immutable;

namespace PyLint.Sharp.Syntax.Text;

/// <summary>
/// The decoded, immutable text of one Python file with its line table. Offsets are UTF-16 code units of <see cref="Content"/>,
/// which never contains the byte order mark.
/// </summary>
public sealed class SourceText
{
    private readonly int[] lineStarts;

    private SourceText(string path, string content, SourceEncoding encoding, ImmutableArray<SyntaxError> encodingErrors)
    {
        Path = path;
        Content = content;
        Encoding = encoding;
        EncodingErrors = encodingErrors;
        lineStarts = FindLineStarts(content);
    }

    /// <summary>The path as it is shown in reports; empty for text without a file.</summary>
    public string Path { get; }

    /// <summary>The whole decoded text, line ends as in the file.</summary>
    public string Content { get; }

    /// <summary>How the bytes were decoded.</summary>
    public SourceEncoding Encoding { get; }

    /// <summary>What was wrong with the bytes (<c>PLS002</c>); the text is usable all the same.</summary>
    public ImmutableArray<SyntaxError> EncodingErrors { get; }

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => Content.Length;

    /// <summary>Number of lines; an empty text and a text that ends in a line break both count the empty last line.</summary>
    public int LineCount => lineStarts.Length;

    /// <summary>The code unit at an offset.</summary>
    public char this[int offset] => Content[offset];

    /// <summary>Wraps text that is already decoded.</summary>
    public static SourceText From(string content, string path = "")
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(path);
        return new SourceText(path, content, SourceEncoding.Utf8, []);
    }

    /// <summary>
    /// Decodes a file's bytes as PEP 263 says: byte order mark, then a coding cookie on line 1 or 2, then UTF-8. Never throws for
    /// any bytes: what cannot be decoded becomes U+FFFD and an entry of <see cref="EncodingErrors"/>.
    /// </summary>
    public static SourceText Decode(ReadOnlySpan<byte> bytes, string path = "")
    {
        ArgumentNullException.ThrowIfNull(path);
        var (content, encoding, errors) = SourceDecoder.Decode(bytes);
        return new SourceText(path, content, encoding, errors);
    }

    /// <summary>Another text for the same file, which is written back in the same encoding.</summary>
    public SourceText WithContent(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new SourceText(Path, content, Encoding, []);
    }

    /// <summary>
    /// The bytes of the text in its file's encoding, with the byte order mark if the file had one; null when the encoding has no
    /// bytes for one of its characters.
    /// </summary>
    public byte[]? Encode() => Encoding.Encode(Content);

    /// <summary>The text of a span.</summary>
    public ReadOnlySpan<char> Slice(TextSpan span) => Content.AsSpan(span.Start, span.Length);

    /// <summary>The text of a span as a new string.</summary>
    public string ToString(TextSpan span) => Content.Substring(span.Start, span.Length);

    /// <summary>The 1-based line that holds an offset; an offset at the end of the text is on the last line.</summary>
    public int LineOf(int offset)
    {
        // By hand: the library's search is generic over values, which no compiler ahead of time prepares for all.
        var (low, high) = (0, lineStarts.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = lineStarts[middle] <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Offset of the first code unit of a 1-based line.</summary>
    public int LineStart(int line) => lineStarts[line - 1];

    /// <summary>The span of a 1-based line without its line break.</summary>
    public TextSpan LineSpan(int line)
    {
        var start = lineStarts[line - 1];
        var end = line < lineStarts.Length ? lineStarts[line] : Content.Length;
        while (end > start && Content[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    /// <summary>Line and code-point column of an offset, both counted from 1.</summary>
    public LinePosition PositionOf(int offset)
    {
        var line = LineOf(offset);
        var column = 1;
        for (var i = lineStarts[line - 1]; i < offset; i++)
        {
            if (!char.IsLowSurrogate(Content[i]))
            {
                column++;
            }
        }

        return new LinePosition(line, column);
    }

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int>(16 + (content.Length / 32)) { 0 };
        var rest = content.AsSpan();
        var offset = 0;
        while (true)
        {
            var found = rest[offset..].IndexOfAny('\n', '\r');
            if (found < 0)
            {
                return [.. starts];
            }

            offset += found + 1;
            if (content[offset - 1] == '\r' && offset < content.Length && content[offset] == '\n')
            {
                offset++;
            }

            starts.Add(offset);
        }
    }
}
