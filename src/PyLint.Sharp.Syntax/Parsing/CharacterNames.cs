using System.IO.Compression;
using System.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>
/// The characters that <c>\N{NAME}</c> means in Python 3.14: names and aliases of Unicode 16, without regard to case, but no named
/// sequences. <c>grammars/character-names.py</c> makes the table; names that follow a rule are not in it.
/// </summary>
internal sealed class CharacterNames
{
    /// <summary>More than any name has.</summary>
    public const int MostLetters = 128;

    private const string Ideograph = "CJK UNIFIED IDEOGRAPH-";
    private const string TangutIdeograph = "TANGUT IDEOGRAPH-";
    private const string Syllable = "HANGUL SYLLABLE ";

    private static readonly Lazy<CharacterNames> Table = new(Load);

    private readonly byte[] letters;
    private readonly int[] ends;
    private readonly int[] codes;

    private CharacterNames(byte[] letters, int[] ends, int[] codes)
    {
        this.letters = letters;
        this.ends = ends;
        this.codes = codes;
    }

    /// <summary>The first and the last of each block that is named by rule.</summary>
    private static ReadOnlySpan<int> Ideographs =>
    [
        0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0x20000, 0x2A6DF, 0x2A700, 0x2B739, 0x2B740, 0x2B81D, 0x2B820, 0x2CEA1, 0x2CEB0, 0x2EBE0,
        0x2EBF0, 0x2EE5D, 0x30000, 0x3134A, 0x31350, 0x323AF,
    ];

    private static ReadOnlySpan<int> TangutIdeographs => [0x17000, 0x187F7, 0x18D00, 0x18D08];

    /// <summary>The character of a name, if there is one.</summary>
    public static bool TryFind(ReadOnlySpan<char> name, out Rune character)
    {
        Span<byte> upper = stackalloc byte[MostLetters];
        var code = name.Length <= MostLetters && Ascii.ToUpper(name, upper, out var length) == System.Buffers.OperationStatus.Done
            ? Find(upper[..length])
            : -1;
        return Rune.TryCreate(code, out character);
    }

    private static int Find(ReadOnlySpan<byte> name)
    {
        Span<char> wide = stackalloc char[name.Length];
        Encoding.ASCII.GetChars(name, wide);
        ReadOnlySpan<char> text = wide;
        return text switch
        {
            _ when text.StartsWith(Syllable) => HangulSyllable.Find(text[Syllable.Length..]),
            _ when text.StartsWith(Ideograph) => ByNumber(text[Ideograph.Length..], Ideographs),
            _ when text.StartsWith(TangutIdeograph) => ByNumber(text[TangutIdeograph.Length..], TangutIdeographs),
            _ => Table.Value.IndexOf(name) is var index && index >= 0 ? Table.Value.codes[index] : -1,
        };
    }

    private static int ByNumber(ReadOnlySpan<char> digits, ReadOnlySpan<int> blocks)
    {
        if (digits.Length is not (4 or 5) || !int.TryParse(digits, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
        {
            return -1;
        }

        for (var i = 0; i < blocks.Length; i += 2)
        {
            if (code >= blocks[i] && code <= blocks[i + 1])
            {
                return code;
            }
        }

        return -1;
    }

    private int IndexOf(ReadOnlySpan<byte> name)
    {
        var (low, high) = (0, ends.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = NameAt(middle).SequenceCompareTo(name);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private ReadOnlySpan<byte> NameAt(int index) => letters.AsSpan()[(index == 0 ? 0 : ends[index - 1])..ends[index]];

    private static CharacterNames Load()
    {
        using var resource = typeof(CharacterNames).Assembly.GetManifestResourceStream("CharacterNames.zlib")!;
        using var table = new MemoryStream();
        using (var unpacked = new ZLibStream(resource, CompressionMode.Decompress))
        {
            unpacked.CopyTo(table);
        }

        table.Position = 0;
        using var reader = new BinaryReader(table);
        var count = reader.Read7BitEncodedInt();
        var shared = ReadNumbers(reader, count);
        var codes = ReadCodes(reader, count);
        var (letters, ends) = Unfold(shared, table.GetBuffer().AsSpan()[(int)table.Position..(int)table.Length]);
        return new CharacterNames(letters, ends, codes);
    }

    private static int[] ReadNumbers(BinaryReader reader, int count)
    {
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = reader.Read7BitEncodedInt();
        }

        return numbers;
    }

    private static int[] ReadCodes(BinaryReader reader, int count)
    {
        var codes = ReadNumbers(reader, count);
        var last = 0;
        foreach (ref var code in codes.AsSpan())
        {
            var isNegative = (code & 1) != 0;
            code = last += isNegative ? -(code >> 1) - 1 : code >> 1;
        }

        return codes;
    }

    /// <summary>Writes the names out one behind the other.</summary>
    private static (byte[] Letters, int[] Ends) Unfold(int[] shared, ReadOnlySpan<byte> rests)
    {
        var letters = new MemoryStream();
        var ends = new int[shared.Length];
        var start = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            var length = rests.IndexOf((byte)'\n');
            var next = (int)letters.Length;
            letters.SetLength(next + shared[i]);
            letters.GetBuffer().AsSpan(start, shared[i]).CopyTo(letters.GetBuffer().AsSpan(next));
            letters.Position = letters.Length;
            letters.Write(rests[..length]);
            rests = rests[(length + 1)..];
            (start, ends[i]) = (next, (int)letters.Length);
        }

        return (letters.ToArray(), ends);
    }
}
