namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>The root of a tree.</summary>
public sealed partial class Module
{
    /// <summary>The tree that this module is the root of.</summary>
    public new SyntaxTree Tree { get; internal set; } = null!;
}
