using System.Buffers.Binary;
using PyLint.Sharp.Reporting.Hashing;

namespace PyLint.Sharp.Cli.Caching;

/// <summary>
/// The bytes of a cache file: what it is for, the entries, and a SHA-256 of all that. A file for other settings, of another build, or
/// with one wrong bit has no entries.
/// </summary>
internal static class CacheFile
{
    private const int KeyBytes = 16;

    public static byte[] Write(ReadOnlySpan<byte> purpose, IEnumerable<KeyValuePair<UInt128, ReadOnlyMemory<byte>>> entries)
    {
        var writer = new CacheWriter();
        writer.Bytes(purpose);
        Span<byte> keyBytes = stackalloc byte[KeyBytes];
        foreach (var (key, entry) in entries)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(keyBytes, key);
            writer.Bytes(keyBytes);
            writer.Int(entry.Length);
            writer.Bytes(entry.Span);
        }

        return [.. writer.Written.Span, .. Sha256.HashData(writer.Written.Span)];
    }

    public static Dictionary<UInt128, ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> file, ReadOnlySpan<byte> purpose)
    {
        var end = file.Length - Sha256.Length;
        var isOurs = end >= purpose.Length && file.Span.StartsWith(purpose) && Sha256.HashData(file.Span[..end]).AsSpan().SequenceEqual(file.Span[end..]);
        try
        {
            return isOurs ? ReadEntries(file[purpose.Length..end]) : [];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    private static Dictionary<UInt128, ReadOnlyMemory<byte>> ReadEntries(ReadOnlyMemory<byte> body)
    {
        var entries = new Dictionary<UInt128, ReadOnlyMemory<byte>>();
        var reader = new CacheReader(body.Span, 0);
        while (reader.Left > 0)
        {
            var key = BinaryPrimitives.ReadUInt128LittleEndian(reader.Bytes(KeyBytes));
            var length = reader.Bytes(reader.Int()).Length;
            entries[key] = body.Slice(body.Length - reader.Left - length, length);
        }

        return entries;
    }
}
