using System.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>Turns offsets in bytes into offsets in UTF-16 code units. Cheap as long as the questions come in ascending order.</summary>
internal sealed class Utf8Offsets(ReadOnlyMemory<byte> bytes)
{
    private int knownBytes;
    private int knownUnits;

    public int UnitsBefore(int offset)
    {
        var end = Math.Clamp(offset, 0, bytes.Length);
        if (end < knownBytes)
        {
            (knownBytes, knownUnits) = (0, 0);
        }

        knownUnits += Encoding.UTF8.GetCharCount(bytes.Span[knownBytes..end]);
        knownBytes = end;
        return knownUnits;
    }
}
