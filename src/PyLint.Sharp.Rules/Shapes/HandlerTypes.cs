using System.Collections.Immutable;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>The types behind an <c>except</c>.</summary>
internal static class HandlerTypes
{
    private const int Most = 64;
    private const string Keyword = "except";

    /// <summary>True for a <c>try</c> with more handlers, or types in a handler, than people write: to look at each from each would take quadratic time.</summary>
    public static bool AreTooMany(TryStatement attempt)
    {
        var count = attempt.Handlers.Length;
        for (var i = 0; i < attempt.Handlers.Length && count <= Most; i++)
        {
            // A bare type counts once, the types of a tuple less than handlers: there they are cheap to write.
            count += attempt.Handlers[i].Type is Tuple tuple ? tuple.Elts.Length / 2 : 0;
        }

        return count > Most;
    }

    /// <summary>The elements of a tuple as written, or the one type; none of a bare <c>except:</c>.</summary>
    public static ImmutableArray<Expr> Of(ExceptHandler handler) => handler.Type switch
    {
        null => [],
        Tuple tuple => tuple.Elts,
        var only => [only],
    };

    /// <summary>The clause from <c>except</c> to its type or name, without the colon.</summary>
    public static TextSpan ClauseOf(ExceptHandler handler, SourceText text)
    {
        if (handler.Name is { } name)
        {
            return new TextSpan(handler.Span.Start, name.Span.End);
        }

        var end = handler.Type?.Span.End ?? handler.Span.Start + Keyword.Length;
        return new TextSpan(handler.Span.Start, end < text.Length && text[end] == ')' ? end + 1 : end);
    }

    /// <summary>The clause as one says it: <c>except ValueError</c>, without the name, and short where it takes several lines.</summary>
    public static string Written(ExceptHandler handler, SourceText text)
    {
        var end = handler.Type?.Span.End ?? handler.Span.Start + Keyword.Length;
        var written = text.ToString(new TextSpan(handler.Span.Start, end));
        return written.AsSpan().IndexOfAny('\r', '\n') < 0 ? written : Keyword + " (…)";
    }

    /// <summary>The type of a handler that is <c>Exception</c>, alone or in a tuple at any depth; null where none is.</summary>
    public static Expr? BroadOf(ExceptHandler handler, SemanticModel model)
    {
        if (handler.Type is { } written)
        {
            foreach (var node in handler.Tree.Subtree(written))
            {
                if (node is Expr type && (type.Parent is Tuple || type == written) && model.KnownName(type) == "Exception")
                {
                    return type;
                }
            }
        }

        return null;
    }

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
