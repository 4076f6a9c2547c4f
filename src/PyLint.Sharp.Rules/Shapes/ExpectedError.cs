using System.Collections.Immutable;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Code that fails on purpose: a test that asserts the exception, or code that tries and handles exactly it.</summary>
internal static class ExpectedError
{
    /// <summary>
    /// True when an exception of this name is named around the node: by a handler of a <c>try</c> whose body holds it, or by an
    /// argument of a call in a <c>with</c> (<c>assertRaises(TypeError)</c>) or of a call that holds it.
    /// </summary>
    public static bool Covers(Node node, string exception, SemanticModel model)
    {
        var inner = node;
        for (var around = node.Parent; around is not null; inner = around, around = around.Parent)
        {
            var expects = around switch
            {
                TryStatement statement => IsInBody(inner, statement.Body) && Handles(statement.Handlers, exception, model),
                WithStatement statement => Asserts(statement.Items, exception, model),
                Call call => Names(call.Args, exception, model),
                _ => false,
            };
            if (expects)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True where any exception would be caught or asserted: in the body of a <c>try</c> with handlers, and in a <c>with</c> whose call says by
    /// its name that it waits for an exception or warning.
    /// </summary>
    public static bool IsAwaited(Node node)
    {
        var inner = node;
        for (var around = node.Parent; around is not null and not FunctionDefinition; inner = around, around = around.Parent)
        {
            if ((around is TryStatement statement && !statement.Handlers.IsEmpty && IsInBody(inner, statement.Body))
                || (around is WithStatement with && Awaits(with.Items)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Awaits(ImmutableArray<WithItem> items)
    {
        foreach (var item in items)
        {
            var name = item.ContextExpr is Call { Func: var callee } ? callee switch { Attribute attribute => attribute.Attr.Text, Name function => function.Id, _ => "" } : "";
            if (name.Contains("raises", StringComparison.OrdinalIgnoreCase) || name.Contains("warns", StringComparison.OrdinalIgnoreCase)
                || name is "suppress" or "catch_warnings")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInBody(Node node, ImmutableArray<Stmt> body) => !body.IsEmpty && node.Index >= body[0].Index && node.Index < body[^1].SubtreeEnd;

    private static bool Handles(ImmutableArray<ExceptHandler> handlers, string exception, SemanticModel model)
    {
        foreach (var handler in handlers)
        {
            if (handler.Type is { } type && Names([type], exception, model))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Asserts(ImmutableArray<WithItem> items, string exception, SemanticModel model)
    {
        foreach (var item in items)
        {
            if (item.ContextExpr is Call call && (Names(call.Args, exception, model) || IsNamedFor(call.Func, exception) || ReturnsAssertion(call, exception, model)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a function of the file that returns such a call, as in <c>with fails_at_once():</c>.</summary>
    private static bool ReturnsAssertion(Call call, string exception, SemanticModel model)
    {
        if (call.Func is not Name || model.OwnCalleeOf(call)?.Node is not FunctionDef function)
        {
            return false;
        }

        foreach (var exit in model.Tree.All<Return>(function))
        {
            if (exit.Value is Call returned && Names(returned.Args, exception, model))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for <c>check_raises_type_error</c> and the like.</summary>
    private static bool IsNamedFor(Expr callee, string exception)
    {
        var name = HandedOver.NameOf(callee);
        return name.Contains("raises", StringComparison.OrdinalIgnoreCase)
            && name.Replace("_", "", StringComparison.Ordinal).Contains(exception, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Names(ImmutableArray<Expr> expressions, string exception, SemanticModel model)
    {
        foreach (var expression in expressions)
        {
            if (model.KnownName(expression) == exception || (TupleOf(expression, model) is { } tuple && Names(tuple.Elts, exception, model)))
            {
                return true;
            }
        }

        return false;
    }

    private static Tuple? TupleOf(Expr expression, SemanticModel model) =>
        model.TypeOf(expression) is { Kind: PyTypeKind.Tuple, Origin: Tuple tuple } ? tuple : null;
}
