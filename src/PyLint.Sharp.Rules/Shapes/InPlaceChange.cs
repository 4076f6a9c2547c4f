using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Places that change a container in place.</summary>
internal static class InPlaceChange
{
    /// <summary>What changes the container that an expression reads: the call, subscript or statement; null when this use doesn't.</summary>
    /// <param name="read">The variable or attribute.</param>
    /// <param name="kind">The type of the container.</param>
    public static Node? Of(Expr read, PyTypeKind kind) => read.Parent switch
    {
        Attribute { Parent: Call call } method when call.Func == method && InPlaceMethods.Change(kind, method.Attr) => call,
        Subscript { Ctx: not ExprContext.Load } item when item.Value == read => item,
        AugAssign { Op: BinaryOperator.Add or BinaryOperator.BitOr or BinaryOperator.Sub or BinaryOperator.BitAnd or BinaryOperator.BitXor } assign when assign.Target == read => assign,
        _ => null,
    };

    /// <summary>What changes an element of the container in place: a store into it, or a method of it; null when this use doesn't.</summary>
    public static Expr? OfElement(Expr read)
    {
        if (read.Parent is not Subscript { Ctx: ExprContext.Load, Slice: not Slice } element || element.Value != read)
        {
            return null;
        }

        return element.Parent switch
        {
            Subscript { Ctx: not ExprContext.Load } inner when inner.Value == element => inner,
            Attribute { Ctx: ExprContext.Store } inner => inner,
            Attribute { Parent: Call { Func: var callee } call } method when callee == method && IsOfContainer(method.Attr) => call,
            _ => null,
        };
    }

    private static bool IsOfContainer(string method) => InPlaceMethods.Change(PyTypeKind.List, method) || method is "add" or "update" or "setdefault";
}
