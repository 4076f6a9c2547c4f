using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Offsets are UTF-16, <see cref="End"/> is exclusive. Instances are used again for the next file.</summary>
internal sealed class Token
{
    /// <summary>One of the constants of <see cref="PythonParser"/>.</summary>
    public int Type { get; set; }

    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>The NFKC-normalised, interned text of a name or keyword; null for every other token.</summary>
    public string? Name { get; private set; }

    public int TokenIndex { get; private set; }

    public TextSpan Span => new(Start, End);

    public int Length => End - Start;

    public string Text => Name ?? "";

    public void Set(int index, int type, int start, int end, string? name)
    {
        TokenIndex = index;
        Type = type;
        Start = start;
        End = end;
        Name = name;
    }

    /// <summary>Lets a token reach over the one behind it: `is` and `not` are one operator.</summary>
    public void Absorb(int type, int end)
    {
        Type = type;
        End = end;
    }

    public override string ToString() => $"{PythonParser.SymbolicName(Type)} {Span}";
}
