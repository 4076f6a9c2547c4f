namespace PyLint.Sharp.Syntax.Text;

/// <summary>A half-open range of UTF-16 code units of a <see cref="SourceText"/>.</summary>
/// <param name="Start">Offset of the first code unit, counted from 0.</param>
/// <param name="End">Offset behind the last code unit; never smaller than <paramref name="Start"/>.</param>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>True for a position without text.</summary>
    public bool IsEmpty => End == Start;

    /// <summary>True when <paramref name="other"/> lies inside this span; both ends may coincide.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>True when the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(TextSpan other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary>The span as <c>[start..end)</c>.</summary>
    public override string ToString() => $"[{Start}..{End})";
}
