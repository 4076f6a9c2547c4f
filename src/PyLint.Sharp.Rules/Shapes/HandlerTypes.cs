using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>The types behind an <c>except</c>.</summary>
internal static class HandlerTypes
{
    private const int Most = 64;

    /// <summary>True for a <c>try</c> with more handlers than people write: to look at each from each would take quadratic time.</summary>
    public static bool AreTooMany(TryStatement attempt) => attempt.Handlers.Length > Most;

    /// <summary>The elements of a tuple as written, or the one type; none of a bare <c>except:</c>.</summary>
    public static ImmutableArray<Expr> Of(ExceptHandler handler) => handler.Type switch
    {
        null => [],
        Tuple tuple => tuple.Elts,
        var only => [only],
    };

    /// <summary>True when something in the handler gives the name that it catches by another value, or takes it away.</summary>
    public static bool IsCaughtNameRebound(ExceptHandler handler, string name)
    {
        foreach (var node in handler.Tree.Subtree(handler))
        {
            if (node is Name { Ctx: not ExprContext.Load } bound && bound.Id == name
                || node is ExceptHandler { Name: { } inner } && node != handler && inner.Text == name)
            {
                return true;
            }
        }

        return false;
    }
}
