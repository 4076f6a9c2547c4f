using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Caching;

/// <summary>Reads what <see cref="CacheWriter"/> wrote. Whatever the bytes are, each call answers or throws <see cref="InvalidDataException"/>.</summary>
/// <param name="bytes">The bytes from the first value on.</param>
/// <param name="textLength">Where the last span may end.</param>
internal ref struct CacheReader(ReadOnlySpan<byte> bytes, int textLength)
{
    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => rest.Length;

    public int Int()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = Bytes(1)[0];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (int)(value >> 1) ^ -(int)(value & 1);
            }
        }

        throw new InvalidDataException("a number is too long");
    }

    /// <summary>A number of things that take at least a byte each.</summary>
    public int Count() => Int() is >= 0 and var count && count <= rest.Length ? count : throw new InvalidDataException("a count is too high");

    public bool Bool() => Bytes(1)[0] switch
    {
        0 => false,
        1 => true,
        _ => throw new InvalidDataException("neither true nor false"),
    };

    public T Enum<T>()
        where T : struct, Enum
    {
        var value = (T)System.Enum.ToObject(typeof(T), Int());
        return System.Enum.IsDefined(value) ? value : throw new InvalidDataException("no such value");
    }

    public string Text()
    {
        var length = Count();
        var units = Bytes(2 * length);
        if (BitConverter.IsLittleEndian)
        {
            return new string(MemoryMarshal.Cast<byte, char>(units));
        }

        var text = new char[length];
        for (var i = 0; i < length; i++)
        {
            text[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(units[(2 * i)..]);
        }

        return new string(text);
    }

    public string? OptionalText() => Bool() ? Text() : null;

    public TextSpan Span()
    {
        var (start, length) = (Int(), Int());
        return start >= 0 && length >= 0 && start <= textLength - (long)length
            ? new TextSpan(start, start + length)
            : throw new InvalidDataException("a span outside the text");
    }

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count < 0 || count > rest.Length)
        {
            throw new InvalidDataException("the bytes end too soon");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
