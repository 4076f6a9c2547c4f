using System.Numerics;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>A literal.</summary>
/// <remarks>
/// <see cref="Value"/> is null for <c>None</c>, or a <see cref="bool"/>, <see cref="BigInteger"/>, <see cref="double"/>,
/// <see cref="Complex"/> (its real part is 0), <see cref="string"/>, array of <see cref="byte"/>, or <see cref="Ellipsis"/>.
/// </remarks>
public sealed partial class Constant
{
    /// <summary>True for <c>None</c>.</summary>
    public bool IsNone => Value is null;

    /// <summary>The text of a string literal, or null for any other constant.</summary>
    public string? StringValue => Value as string;
}
