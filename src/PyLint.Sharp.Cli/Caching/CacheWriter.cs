using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Caching;

/// <summary>Writes values one behind the other; <see cref="CacheReader"/> reads them in the same order.</summary>
internal sealed class CacheWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    /// <summary>Small numbers take one byte; negative ones are allowed.</summary>
    public void Int(int value)
    {
        var rest = (uint)((value << 1) ^ (value >> 31));
        while (rest > 0x7F)
        {
            Byte((byte)(rest | 0x80));
            rest >>= 7;
        }

        Byte((byte)rest);
    }

    public void Bool(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>As UTF-16: names and messages may quote halves of surrogate pairs, which must come back as they were.</summary>
    public void Text(string value)
    {
        Int(value.Length);
        if (BitConverter.IsLittleEndian)
        {
            buffer.Write(MemoryMarshal.AsBytes(value.AsSpan()));
            return;
        }

        foreach (var unit in value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(buffer.GetSpan(2), unit);
            buffer.Advance(2);
        }
    }

    public void OptionalText(string? value)
    {
        Bool(value is not null);
        if (value is not null)
        {
            Text(value);
        }
    }

    public void Span(TextSpan span)
    {
        Int(span.Start);
        Int(span.Length);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => buffer.Write(bytes);

    private void Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }
}
