using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>
/// The form in which Python compares names: NFKC of Unicode 16 (PEP 3131). .NET's own needs the library ICU, which a program that
/// runs without cultures does not load. <c>grammars/normal-forms.py</c> makes the table.
/// </summary>
internal sealed class NormalForm
{
    // Korean syllables, Unicode Standard chapter 3.12.
    private const int FirstSyllable = 0xAC00;
    private const int FirstInitial = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int BeforeFirstFinal = 0x11A7;
    private const int Initials = 19;
    private const int Vowels = 21;
    private const int Finals = 28;

    private static readonly Lazy<NormalForm> Table = new(Load);

    private readonly Dictionary<int, int[]> decompositions;
    private readonly Dictionary<int, int> classes;
    private readonly Dictionary<(int First, int Second), int> compositions;

    private NormalForm(BinaryReader reader)
    {
        decompositions = ReadDecompositions(reader);
        classes = ReadClasses(reader);
        compositions = ReadCompositions(reader);
    }

    /// <summary>The normal form of a name, without a lone surrogate.</summary>
    public static string Of(string name) => Table.Value.Normalise(name);

    private string Normalise(string name)
    {
        var characters = new List<int>(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            Decompose(rune.Value, characters);
        }

        SortMarks(characters);
        Compose(characters);
        var text = new StringBuilder(characters.Count);
        foreach (var character in characters)
        {
            text.Append(new Rune(character));
        }

        return text.Length == name.Length && text.Equals(name) ? name : text.ToString();
    }

    private void Decompose(int character, List<int> output)
    {
        var syllable = character - FirstSyllable;
        if (syllable is >= 0 and < Initials * Vowels * Finals)
        {
            output.Add(FirstInitial + (syllable / (Vowels * Finals)));
            output.Add(FirstVowel + (syllable / Finals % Vowels));
            if (syllable % Finals > 0)
            {
                output.Add(BeforeFirstFinal + (syllable % Finals));
            }
        }
        else if (decompositions.TryGetValue(character, out var parts))
        {
            output.AddRange(parts);
        }
        else
        {
            output.Add(character);
        }
    }

    /// <summary>Marks stand in the order of their classes, those of one class as they come.</summary>
    private void SortMarks(List<int> characters)
    {
        for (var i = 0; i < characters.Count; i++)
        {
            var start = i;
            while (i < characters.Count && classes.ContainsKey(characters[i]))
            {
                i++;
            }

            if (i - start > 1)
            {
                SortMarks(CollectionsMarshal.AsSpan(characters)[start..i]);
            }
        }
    }

    private void SortMarks(Span<int> marks)
    {
        var keys = new long[marks.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)classes[marks[i]] << 32) | (uint)i;
        }

        keys.AsSpan().Sort(marks);
    }

    /// <summary>Joins each mark to the last character that is none, unless a mark of its class or a higher one stands between.</summary>
    private void Compose(List<int> characters)
    {
        var (starter, last, count) = (-1, 0, 0);
        for (var i = 0; i < characters.Count; i++)
        {
            var order = classes.GetValueOrDefault(characters[i]);
            var isBlocked = count - 1 > starter && (last == 0 || last >= order);
            if (starter >= 0 && !isBlocked && TryCompose(characters[starter], characters[i], out var composed))
            {
                characters[starter] = composed;
                continue;
            }

            if (order == 0)
            {
                starter = count;
            }

            last = order;
            characters[count++] = characters[i];
        }

        characters.RemoveRange(count, characters.Count - count);
    }

    private bool TryCompose(int first, int second, out int composed)
    {
        var (initial, vowel) = (first - FirstInitial, second - FirstVowel);
        if (initial is >= 0 and < Initials && vowel is >= 0 and < Vowels)
        {
            composed = FirstSyllable + (((initial * Vowels) + vowel) * Finals);
            return true;
        }

        var (syllable, final) = (first - FirstSyllable, second - BeforeFirstFinal);
        if (syllable is >= 0 and < Initials * Vowels * Finals && syllable % Finals == 0 && final is > 0 and < Finals)
        {
            composed = first + final;
            return true;
        }

        return compositions.TryGetValue((first, second), out composed);
    }

    private static NormalForm Load()
    {
        using var resource = typeof(NormalForm).Assembly.GetManifestResourceStream("NormalForms.zlib")!;
        using var reader = new BinaryReader(new ZLibStream(resource, CompressionMode.Decompress));
        return new NormalForm(reader);
    }

    private static Dictionary<int, int[]> ReadDecompositions(BinaryReader reader)
    {
        var rows = new Dictionary<int, int[]>();
        var (character, part) = (0, 0);
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            character += ReadSigned(reader);
            var parts = new int[reader.Read7BitEncodedInt()];
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = part += ReadSigned(reader);
            }

            rows.Add(character, parts);
        }

        return rows;
    }

    private static Dictionary<int, int> ReadClasses(BinaryReader reader)
    {
        var rows = new Dictionary<int, int>();
        var character = 0;
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            rows.Add(character += ReadSigned(reader), reader.Read7BitEncodedInt());
        }

        return rows;
    }

    private static Dictionary<(int First, int Second), int> ReadCompositions(BinaryReader reader)
    {
        var rows = new Dictionary<(int, int), int>();
        var (first, second, composed) = (0, 0, 0);
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            first += ReadSigned(reader);
            second += ReadSigned(reader);
            composed += ReadSigned(reader);
            rows.Add((first, second), composed);
        }

        return rows;
    }

    private static int ReadSigned(BinaryReader reader)
    {
        var number = reader.Read7BitEncodedInt();
        return (number & 1) != 0 ? -(number >> 1) - 1 : number >> 1;
    }
}
