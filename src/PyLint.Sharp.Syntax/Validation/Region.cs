using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>What a stretch of the tree is to the statements and expressions inside it.</summary>
internal enum RegionKind
{
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,

    /// <summary>An annotation has a scope of its own (PEP 649).</summary>
    Annotation,

    /// <summary>Type parameters, the bases of a generic class, and the value of a <c>type</c> statement (PEP 695).</summary>
    TypeScope,

    /// <summary>What a comprehension iterates over; the first of them belongs to the scope around the comprehension.</summary>
    Iterable,

    /// <summary>The repeated lines of a loop, without its <c>else</c>.</summary>
    Loop,

    /// <summary>The lines of an <c>except*</c>.</summary>
    StarHandler,

    /// <summary>The lines of a <c>with</c>, or of another part of a <c>try</c>.</summary>
    Block,
}

/// <summary>A slice of the preorder array that is one region.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Node">The node that it belongs to.</param>
/// <param name="Start">The index of its first node.</param>
/// <param name="End">The index behind its last node.</param>
/// <param name="Blocks">How many entries it takes on the stack on which CPython's compiler keeps what a jump has to leave.</param>
internal readonly record struct Region(RegionKind Kind, Node Node, int Start, int End, int Blocks = 0)
{
    /// <summary>True where names are looked up anew.</summary>
    public bool IsScope => Kind < RegionKind.Iterable;
}
