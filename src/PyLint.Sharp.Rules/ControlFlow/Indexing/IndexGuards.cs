using System.Collections.Immutable;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow.Indexing;

/// <summary>Conditions and handlers that keep an index inside its sequence, or may do so.</summary>
internal static class IndexGuards
{
    /// <summary>
    /// True when a condition decides whether the subscript is evaluated, or a statement before it may have left the turn, and either
    /// depends on the index.
    /// </summary>
    public static bool Guard(Node subscript, Symbol index, Node loop, SemanticModel model)
    {
        for (var inner = subscript; inner.Parent is { } around && loop.Contains(around); inner = around)
        {
            if (Decides(inner, around, index, model) || (inner is Stmt statement && LeavesBefore(statement, index, model)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a handler around takes an <c>IndexError</c>, or a test asserts one.</summary>
    public static bool Expect(Node subscript, SemanticModel model)
    {
        for (var inner = subscript; inner.Parent is { } around; inner = around)
        {
            if (IsCaught(inner, around, model))
            {
                return true;
            }
        }

        return ExpectedError.Covers(subscript, "IndexError", model);
    }

    private static bool IsCaught(Node inner, Node around, SemanticModel model)
    {
        if (around is not TryStatement attempt || !Holds(attempt.Body, inner))
        {
            return false;
        }

        foreach (var handler in attempt.Handlers)
        {
            if (model.Catches(handler.Type, "IndexError") != Answer.No)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(ImmutableArray<Stmt> body, Node inner) =>
        !body.IsEmpty && inner.Index >= body[0].Index && inner.Index < body[^1].SubtreeEnd;

    private static bool Decides(Node inner, Node around, Symbol index, SemanticModel model) => around switch
    {
        If branch => inner != branch.Test && Mentions(branch.Test, index, model),
        While loop => inner != loop.Test && Mentions(loop.Test, index, model),
        IfExp choice => inner != choice.Test && Mentions(choice.Test, index, model),
        BoolOp operation => MentionsBefore(operation.Values, inner, index, model),
        Match match => inner != match.Subject && Mentions(match.Subject, index, model),
        MatchCase one => one.Guard is { } guard && inner != guard && Mentions(guard, index, model),
        ListComp or SetComp or DictComp or GeneratorExp => MentionedByFilters(around, inner, index, model),
        _ => false,
    };

    private static bool MentionsBefore(ImmutableArray<Expr> values, Node inner, Symbol index, SemanticModel model)
    {
        foreach (var value in values)
        {
            if (value == inner)
            {
                return false;
            }

            if (Mentions(value, index, model))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MentionedByFilters(Node comprehension, Node inner, Symbol index, SemanticModel model)
    {
        foreach (var source in model.Tree.All<Comprehension>(comprehension))
        {
            if (source != inner)
            {
                foreach (var filter in source.Ifs)
                {
                    if (Mentions(filter, index, model))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>True for <c>if i == last: break</c> and the like in front, also <c>assert</c>.</summary>
    private static bool LeavesBefore(Stmt statement, Symbol index, SemanticModel model)
    {
        var siblings = statement.Parent!;
        for (var i = siblings.Index + 1; i < statement.Index; i = model.Tree.Nodes[i].SubtreeEnd)
        {
            var before = model.Tree.Nodes[i];
            if (before is Assert or If or While or ForStatement or TryStatement or Match && Mentions(before, index, model)
                && (before is Assert || (model.CompletionOf((Stmt)before) & ~Completion.FallsThrough) != 0))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mentions(Node node, Symbol symbol, SemanticModel model)
    {
        foreach (var part in model.Tree.Subtree(node))
        {
            if (part is Name name && name.Id == symbol.Name && model.SymbolOf(name) == symbol)
            {
                return true;
            }
        }

        return false;
    }
}
