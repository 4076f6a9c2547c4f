using System.Globalization;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>The UTF-16 code units that the inside of a valid JSON string stands for (RFC 8259), each with the length of its notation.</summary>
internal ref struct JsonUnits(ReadOnlySpan<char> raw)
{
    private readonly ReadOnlySpan<char> raw = raw;
    private int next = 0;

    /// <summary>One unit and how many characters of JSON write it.</summary>
    public (char Value, int Length) Current { get; private set; }

    public readonly JsonUnits GetEnumerator() => this;

    public bool MoveNext()
    {
        if (next >= raw.Length)
        {
            return false;
        }

        Current = raw[next] != '\\' ? (raw[next], 1) : raw[next + 1] == 'u' ? (UnitAt(next + 2), 6) : (EscapeOf(raw[next + 1]), 2);
        next += Current.Length;
        return true;
    }

    private readonly char UnitAt(int digits) => (char)ushort.Parse(raw.Slice(digits, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static char EscapeOf(char letter) => letter switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'b' => '\b',
        'f' => '\f',
        _ => letter,
    };
}
