using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Calls;

/// <summary>A parameter of something that is called.</summary>
/// <param name="Name">Its name, without stars.</param>
/// <param name="Kind">How it takes its argument.</param>
/// <param name="HasDefault">True when a call may leave it out; true for <c>*args</c> and <c>**kwargs</c>.</param>
/// <param name="Node">Where the file writes it: an <see cref="Arg"/>, or the <see cref="AnnAssign"/> of a field; null for Python's own functions.</param>
public readonly record struct Parameter(string Name, LibraryParameterKind Kind, bool HasDefault, Node? Node)
{
    /// <summary>True when an argument can be given by its place.</summary>
    public bool TakesPlace => Kind is LibraryParameterKind.PositionalOnly or LibraryParameterKind.PositionalOrKeyword;

    /// <summary>True when an argument can be given by the parameter's name.</summary>
    public bool TakesName => Kind is LibraryParameterKind.PositionalOrKeyword or LibraryParameterKind.KeywordOnly;
}
