namespace PyLint.Sharp.Cli.Files.Ignoring;

/// <summary>A set of bytes.</summary>
internal struct ByteSet
{
    private UInt128 low;
    private UInt128 high;

    public readonly bool Contains(byte value) => ((value < 128 ? low >> value : high >> (value - 128)) & 1) != 0;

    public void Add(byte value)
    {
        if (value < 128)
        {
            low |= UInt128.One << value;
        }
        else
        {
            high |= UInt128.One << (value - 128);
        }
    }

    /// <summary>Adds all from one byte to another; none when the second is the smaller one.</summary>
    public void AddRange(byte first, byte last)
    {
        for (int value = first; value <= last; value++)
        {
            Add((byte)value);
        }
    }

    public void Remove(byte value)
    {
        if (value < 128)
        {
            low &= ~(UInt128.One << value);
        }
        else
        {
            high &= ~(UInt128.One << (value - 128));
        }
    }

    public readonly ByteSet Inverted() => new() { low = ~low, high = ~high };

    /// <summary>With each ASCII letter the same letter in the other case.</summary>
    public readonly ByteSet WithBothCases()
    {
        var both = this;
        for (var letter = (byte)'a'; letter <= 'z'; letter++)
        {
            var capital = (byte)(letter - 32);
            if (Contains(letter))
            {
                both.Add(capital);
            }
            else if (Contains(capital))
            {
                both.Add(letter);
            }
        }

        return both;
    }
}
