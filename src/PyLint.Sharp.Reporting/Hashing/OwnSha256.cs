using System.Buffers.Binary;
using System.Numerics;

namespace PyLint.Sharp.Reporting.Hashing;

/// <summary>SHA-256 as FIPS 180-4 says it in sections 5 and 6.2; the names are the standard's.</summary>
internal static class OwnSha256
{
    private const int Block = 64;
    private const int Words = 16;
    private const int Rounds = 64;

    /// <summary>Section 4.2.2: the first bits of the fractions of the cube roots of the first 64 primes.</summary>
    private static readonly uint[] K = FractionsOfRoots(Rounds, Math.Cbrt);

    /// <summary>Section 5.3.3: the same of the square roots of the first eight.</summary>
    private static readonly uint[] Initial = FractionsOfRoots(8, Math.Sqrt);

    public static byte[] HashData(ReadOnlySpan<byte> data)
    {
        var hash = (uint[])Initial.Clone();
        var whole = data.Length - (data.Length % Block);
        for (var i = 0; i < whole; i += Block)
        {
            Add(hash, data.Slice(i, Block));
        }

        // What is left, a bit, zeros, and the length in bits: one block or two.
        Span<byte> last = stackalloc byte[2 * Block];
        last.Clear();
        var rest = data[whole..];
        rest.CopyTo(last);
        last[rest.Length] = 0x80;
        var end = rest.Length < Block - sizeof(ulong) ? Block : 2 * Block;
        BinaryPrimitives.WriteUInt64BigEndian(last[(end - sizeof(ulong))..], (ulong)data.Length * 8);
        for (var i = 0; i < end; i += Block)
        {
            Add(hash, last.Slice(i, Block));
        }

        var result = new byte[Sha256.Length];
        for (var i = 0; i < hash.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(result.AsSpan(i * sizeof(uint)), hash[i]);
        }

        return result;
    }

    private static void Add(uint[] hash, ReadOnlySpan<byte> block)
    {
        Span<uint> w = stackalloc uint[Rounds];
        for (var t = 0; t < Words; t++)
        {
            w[t] = BinaryPrimitives.ReadUInt32BigEndian(block[(t * sizeof(uint))..]);
        }

        for (var t = Words; t < Rounds; t++)
        {
            var (x, y) = (w[t - 15], w[t - 2]);
            var sigma0 = BitOperations.RotateRight(x, 7) ^ BitOperations.RotateRight(x, 18) ^ (x >> 3);
            var sigma1 = BitOperations.RotateRight(y, 17) ^ BitOperations.RotateRight(y, 19) ^ (y >> 10);
            w[t] = sigma1 + w[t - 7] + sigma0 + w[t - 16];
        }

        var (a, b, c, d, e, f, g, h) = (hash[0], hash[1], hash[2], hash[3], hash[4], hash[5], hash[6], hash[7]);
        for (var t = 0; t < Rounds; t++)
        {
            var sum1 = BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25);
            var sum0 = BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22);
            var t1 = h + sum1 + ((e & f) ^ (~e & g)) + K[t] + w[t];
            var t2 = sum0 + ((a & b) ^ (a & c) ^ (b & c));
            (a, b, c, d, e, f, g, h) = (t1 + t2, a, b, c, d + t1, e, f, g);
        }

        hash[0] += a;
        hash[1] += b;
        hash[2] += c;
        hash[3] += d;
        hash[4] += e;
        hash[5] += f;
        hash[6] += g;
        hash[7] += h;
    }

    /// <summary>A double has 53 bits; the whole parts take four at most, and 32 of the others are asked for.</summary>
    private static uint[] FractionsOfRoots(int count, Func<double, double> root)
    {
        var fractions = new uint[count];
        for (var (prime, found) = (2, 0); found < count; prime++)
        {
            if (IsPrime(prime))
            {
                var value = root(prime);
                fractions[found++] = (uint)((value - Math.Floor(value)) * (1L << 32));
            }
        }

        return fractions;
    }

    private static bool IsPrime(int number)
    {
        for (var divisor = 2; divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0)
            {
                return false;
            }
        }

        return true;
    }
}
