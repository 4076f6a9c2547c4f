using System.Collections.Immutable;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow.Indexing;

/// <summary>Two sequences that are made with the same length and keep it.</summary>
internal static class EqualLengths
{
    /// <summary>To look at all uses of a variable of thousands of loops from each of them would take quadratic time.</summary>
    private const int MostUses = 256;

    /// <summary>True when it is proven: one is made element by element from the other, or both are written out.</summary>
    public static bool AreProven(Expr one, Expr other, SemanticModel model) =>
        ValueOf(one, model) is { } first && ValueOf(other, model) is { } second
        && (IsMadeFrom((Name)one, second, model) || IsMadeFrom((Name)other, first, model) || CountOf(first) is { } count && count == CountOf(second));

    /// <summary>The only value of a variable whose length nothing changes.</summary>
    private static Expr? ValueOf(Expr sequence, SemanticModel model) =>
        sequence is Name name && model.SymbolOf(name) is { SoleBinding: { Kind: BindingKind.Assignment, Value: { } value } } symbol && symbol.References.Length <= MostUses && !LengthChanges.MayHappenAnywhere(symbol, model)
            ? value
            : null;

    private static int? CountOf(Expr display)
    {
        var elements = display switch { List list => list.Elts, Tuple tuple => tuple.Elts, _ => ImmutableArray<Expr>.Empty };
        foreach (var element in elements)
        {
            if (element is Starred)
            {
                return null;
            }
        }

        return display is List or Tuple ? elements.Length : null;
    }

    private static bool IsMadeFrom(Name source, Expr value, SemanticModel model) => value switch
    {
        BinOp { Op: BinaryOperator.Mult, Left: List { Elts: [not Starred] }, Right: var count } => IsLengthOf(source, count, model),
        BinOp { Op: BinaryOperator.Mult, Left: var count, Right: List { Elts: [not Starred] } } => IsLengthOf(source, count, model),
        ListComp { Generators: [{ Ifs.IsEmpty: true, Iter: var iterated }] } => SameObject.Are(iterated, source, model)
            || (iterated is Call { Args: [var count], Keywords.IsEmpty: true } range && model.IsBuiltin(range.Func, "range") && IsLengthOf(source, count, model)),
        Call { Args: [Name copied] } call => model.KnownName(call.Func) is "list" or "tuple" or "sorted" && SameObject.Are(copied, source, model),
        Call { Func: Attribute { Attr.Text: "copy", Value: Name copied }, Args.IsEmpty: true } => SameObject.Are(copied, source, model),
        _ => false,
    };

    private static bool IsLengthOf(Name source, Expr count, SemanticModel model) =>
        count is Call { Args: [Name measured], Keywords.IsEmpty: true } call && model.IsBuiltin(call.Func, "len") && SameObject.Are(measured, source, model);
}
