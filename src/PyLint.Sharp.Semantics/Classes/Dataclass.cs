using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>What <c>@dataclass</c> makes of a class (library reference, "dataclasses").</summary>
/// <param name="Decorator">The decorator.</param>
/// <param name="OwnFields">The fields that the class itself annotates, and its <c>ClassVar</c>s.</param>
public sealed record Dataclass(Expr Decorator, ImmutableArray<DataclassField> OwnFields)
{
    /// <summary>Whether an <c>__init__</c> is made.</summary>
    public Answer Init { get; init; } = Answer.Yes;

    /// <summary>Whether instances can't be assigned to.</summary>
    public Answer Frozen { get; init; } = Answer.No;

    /// <summary>Whether instances compare by their fields.</summary>
    public Answer Eq { get; init; } = Answer.Yes;

    /// <summary>Whether instances are ordered by their fields.</summary>
    public Answer Order { get; init; } = Answer.No;

    /// <summary>Whether <c>__slots__</c> are made of the fields.</summary>
    public Answer Slots { get; init; } = Answer.No;

    /// <summary>Whether the fields are given by keyword only.</summary>
    public Answer KwOnly { get; init; } = Answer.No;

    /// <summary>Whether <c>unsafe_hash=True</c> stands there.</summary>
    public Answer UnsafeHash { get; init; } = Answer.No;

    /// <summary>True when the fields and what they say are all read; false when an annotation or option leaves a doubt.</summary>
    public bool IsComplete { get; init; } = true;
}

/// <summary>What an annotation in a dataclass makes.</summary>
public enum DataclassFieldKind
{
    /// <summary>A field.</summary>
    Field,

    /// <summary>An <c>InitVar</c>: a parameter of <c>__init__</c> and no attribute.</summary>
    InitVariable,

    /// <summary>A <c>ClassVar</c>: neither, but a field of a derived class with its name takes its place in the order.</summary>
    ClassVariable,
}

/// <summary>A field of a dataclass or of a <c>NamedTuple</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Node">The annotation that makes it.</param>
/// <param name="Default">The default's expression, if there is one.</param>
/// <param name="DefaultFactory">What makes the default, if <c>field(default_factory=…)</c> names something.</param>
/// <param name="IsParameter">True when <c>__init__</c> takes it: not after <c>field(init=False)</c>.</param>
/// <param name="IsKeywordOnly">True when <c>__init__</c> takes it by keyword only.</param>
/// <param name="Kind">What it is besides a parameter.</param>
public readonly record struct DataclassField(
    string Name, AnnAssign Node, Expr? Default, Expr? DefaultFactory, bool IsParameter, bool IsKeywordOnly, DataclassFieldKind Kind)
{
    /// <summary>True when <c>__init__</c> can do without it.</summary>
    public bool HasDefault => Default != null || DefaultFactory != null;
}
