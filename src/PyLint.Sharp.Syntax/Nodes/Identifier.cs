using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>A name that is not an expression of its own: of a function, an attribute, an argument, an import.</summary>
/// <param name="Text">The name, NFKC-normalised as Python compares names.</param>
/// <param name="Span">Where it stands; its length may differ from that of <paramref name="Text"/>.</param>
public readonly record struct Identifier(string Text, TextSpan Span)
{
    /// <summary>The name itself.</summary>
    public static implicit operator string(Identifier identifier) => identifier.Text;

    /// <summary>The name itself.</summary>
    public override string ToString() => Text;
}
