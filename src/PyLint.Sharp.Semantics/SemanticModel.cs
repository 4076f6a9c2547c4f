using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Semantics;

/// <summary>What is known about the names, types and flow of one file.</summary>
public sealed class SemanticModel
{
    private SemanticModel(SyntaxTree tree) => Tree = tree;

    /// <summary>The file.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>Binds a file.</summary>
    public static SemanticModel Create(SyntaxTree tree) => new(tree);
}
