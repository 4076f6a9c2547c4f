using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Annotations that promise not to change the argument.</summary>
internal static class ReadOnlyAnnotation
{
    /// <summary>True for <c>Sequence</c>, <c>Mapping</c>, <c>Iterable</c> and their like, also with arguments or beside <c>None</c>.</summary>
    public static bool Is(Expr? annotation, SemanticModel model) => annotation switch
    {
        Subscript { Slice: var inner } optional when model.KnownName(optional.Value) == "typing.Optional" => Is(inner, model),
        Subscript generic => Is(generic.Value, model),
        BinOp { Op: BinaryOperator.BitOr, Right: Constant { IsNone: true } } union => Is(union.Left, model),
        Name or Attribute => IsReadOnly(model.KnownName(annotation)),
        _ => false,
    };

    private static bool IsReadOnly(string? name)
    {
        var dot = name?.LastIndexOf('.') ?? -1;
        return dot > 0 && name![..dot] is "typing" or "collections.abc"
            && name[(dot + 1)..] is "Sequence" or "Mapping" or "Iterable" or "Collection" or "Container" or "Set" or "AbstractSet" or "Reversible" or "Sized";
    }
}
