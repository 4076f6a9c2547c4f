using System.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>
/// Columns in bytes, as CPython counts them. Lengths are summed up once, block by block: a file may be one line, and then counting from
/// its start for each node takes for ever.
/// </summary>
internal sealed class Utf8Columns
{
    private const int BlockLength = 256;

    private readonly SourceText text;

    /// <summary>The bytes before each block; null when each code unit is one byte.</summary>
    private readonly int[]? blocks;

    public Utf8Columns(SourceText text)
    {
        this.text = text;
        blocks = Ascii.IsValid(text.Content) ? null : Sum(text.Content);
    }

    /// <summary>The bytes from the start of a line to an offset on it.</summary>
    public int Of(int line, int offset)
    {
        var start = text.LineStart(line);
        return blocks is null ? offset - start : BytesBefore(blocks, offset) - BytesBefore(blocks, start);
    }

    private static int[] Sum(string content)
    {
        var sums = new int[(content.Length / BlockLength) + 1];
        for (var i = 1; i < sums.Length; i++)
        {
            sums[i] = sums[i - 1] + Count(content.AsSpan((i - 1) * BlockLength, BlockLength));
        }

        return sums;
    }

    private int BytesBefore(int[] sums, int offset)
    {
        var block = offset / BlockLength;
        return sums[block] + Count(text.Content.AsSpan()[(block * BlockLength)..offset]);
    }

    /// <summary>A pair of surrogates, which a block's end may part, is four bytes.</summary>
    private static int Count(ReadOnlySpan<char> units)
    {
        var bytes = 0;
        foreach (var unit in units)
        {
            bytes += unit < 0x80 ? 1 : unit < 0x800 || char.IsSurrogate(unit) ? 2 : 3;
        }

        return bytes;
    }
}
