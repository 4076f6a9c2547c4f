using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Whether a sequence keeps the length that it had.</summary>
internal static class LengthChanges
{
    /// <summary>
    /// True when code inside a node may make a variable's sequence longer or shorter, or give the variable another one: it binds the
    /// name, calls a method of it that changes lists, deletes or replaces a slice of it, or hands it to code that isn't known.
    /// </summary>
    public static bool MayHappen(Symbol sequence, Node inside, SemanticModel model)
    {
        foreach (var binding in sequence.Bindings)
        {
            if (inside.Contains(binding.Node) && binding.Node != inside)
            {
                return true;
            }
        }

        foreach (var reference in sequence.References)
        {
            if (inside.Contains(reference) && IsChange(reference, model))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a variable is bound more than once, or code anywhere may make its sequence longer or shorter.</summary>
    public static bool MayHappenAnywhere(Symbol sequence, SemanticModel model)
    {
        foreach (var reference in sequence.References)
        {
            if (IsChange(reference, model))
            {
                return true;
            }
        }

        return sequence.SoleBinding is null;
    }

    /// <summary>True for a value of another type, and for a variable that is used like a dict or table somewhere: its subscripts are keys.</summary>
    public static bool IsOtherThanSequence(Symbol symbol, Name use, SemanticModel model)
    {
        if (model.TypeOf(use) is { IsUnknown: false } type)
        {
            return !IsSequence(type.Kind);
        }

        foreach (var reference in symbol.References)
        {
            if (reference.Parent is Attribute { Attr.Text: "keys" or "values" or "items" or "get" or "setdefault" or "popitem" or "shape" or "iloc" or "loc" or "columns" or "dtype" })
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsSequence(PyTypeKind kind) => kind is PyTypeKind.List or PyTypeKind.Tuple or PyTypeKind.Str or PyTypeKind.Bytes
        or PyTypeKind.ByteArray or PyTypeKind.Range or PyTypeKind.Deque or PyTypeKind.Array;

    /// <summary>True for a use of a variable or attribute that may make its sequence longer or shorter.</summary>
    public static bool IsChange(Expr reference, SemanticModel model) => reference.Parent switch
    {
        Attribute { Attr.Text: var method, Parent: Call } => InPlaceMethods.Change(PyTypeKind.List, method) || InPlaceMethods.Change(PyTypeKind.Deque, method),
        Subscript { Ctx: ExprContext.Del } => true,
        Subscript { Ctx: ExprContext.Store, Slice: Slice } => true,
        Call call => reference != call.Func && !IsHarmless(call, model),
        Starred or Keyword or List or Tuple or Set or Dict or Assign or NamedExpr or Yield or Lambda => true,
        _ => false,
    };

    /// <summary>Functions of Python that only read the sequences they get.</summary>
    private static bool IsHarmless(Call call, SemanticModel model) => model.KnownName(call.Func) is "len" or "print" or "range" or "enumerate" or "zip" or "min"
        or "max" or "sum" or "sorted" or "list" or "tuple" or "set" or "any" or "all" or "reversed" or "str" or "repr" or "abs" or "iter" or "map" or "filter" or "isinstance"
        or "type" or "id" or "frozenset" or "dict" or "math.prod" or "math.fsum" or "collections.Counter" or "format";
}
