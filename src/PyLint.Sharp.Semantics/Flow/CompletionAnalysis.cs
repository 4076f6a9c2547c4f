using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// How statements end. Recursive over statements only, whose nesting the tokenizer limits; chains of <c>elif</c>, which nest in the
/// tree alone, are a loop.
/// </summary>
internal sealed class CompletionAnalysis(NoReturnOracle oracle, ContextManagers unknown)
{
    private const Completion OutOfLoop = Completion.Breaks | Completion.Continues | Completion.FallsThrough;

    public Completion Of(ImmutableArray<Stmt> body)
    {
        var result = Completion.None;
        foreach (var statement in body)
        {
            var completion = Of(statement);
            result |= completion & ~Completion.FallsThrough;
            if ((completion & Completion.FallsThrough) == 0)
            {
                return result;
            }
        }

        return result | Completion.FallsThrough;
    }

    public Completion Of(Stmt statement) => statement switch
    {
        Return { Value: { } value } => oracle.CompletionOf(value) ?? Completion.Returns,
        Return => Completion.Returns,
        Raise raise => oracle.CompletionOfRaise(raise),
        Break => Completion.Breaks,
        Continue => Completion.Continues,
        Assert { Test: var test } => Constants.Truth(test) == Answer.No ? Completion.Raises : Completion.FallsThrough,
        ExprStmt { Value: var value } => oracle.CompletionOf(value) ?? Completion.FallsThrough,
        Assign { Value: var value } => oracle.CompletionOf(value) ?? Completion.FallsThrough,
        If branch => OfIf(branch),
        While loop => OfWhile(loop),
        ForStatement loop => OfLoop(Of(loop.Body), Of(loop.OrElse)),
        TryStatement attempt => OfTry(attempt),
        WithStatement with => OfWith(with),
        Match match => OfMatch(match),
        _ => Completion.FallsThrough,
    };

    private Completion OfIf(If branch)
    {
        var result = Completion.None;
        while (true)
        {
            var truth = Constants.Truth(branch.Test);
            result |= truth == Answer.No ? Completion.None : Of(branch.Body);
            if (truth == Answer.Yes)
            {
                return result;
            }

            if (branch.OrElse is not [If next])
            {
                return result | Of(branch.OrElse);
            }

            branch = next;
        }
    }

    private Completion OfWhile(While loop) => Constants.Truth(loop.Test) switch
    {
        Answer.Yes => OfLoop(Of(loop.Body), Completion.None),
        Answer.No => Of(loop.OrElse),
        _ => OfLoop(Of(loop.Body), Of(loop.OrElse)),
    };

    /// <param name="body">How one turn ends.</param>
    /// <param name="exhausted">How the <c>else</c> ends, which runs when no turn is left; nothing for an endless loop.</param>
    private static Completion OfLoop(Completion body, Completion exhausted)
    {
        var broken = (body & Completion.Breaks) != 0 ? Completion.FallsThrough : Completion.None;
        return (body & ~OutOfLoop) | broken | exhausted;
    }

    private Completion OfTry(TryStatement attempt)
    {
        var body = Of(attempt.Body);
        var result = Uncaught(body & ~Completion.FallsThrough, attempt.Handlers);
        if ((body & Completion.FallsThrough) != 0)
        {
            result |= Of(attempt.OrElse);
        }

        foreach (var handler in attempt.Handlers)
        {
            result |= Of(handler.Body);
        }

        var final = Of(attempt.FinalBody);
        return (final & Completion.FallsThrough) == 0 ? final : result | (final & ~Completion.FallsThrough);
    }

    /// <summary>Takes away what a handler for everything takes; which handler takes what else stays open.</summary>
    private Completion Uncaught(Completion body, ImmutableArray<ExceptHandler> handlers)
    {
        foreach (var handler in handlers)
        {
            if (handler.Type is null || oracle.Model.IsBuiltin(handler.Type, "BaseException"))
            {
                return body & ~(Completion.Raises | Completion.Exits);
            }
        }

        return body;
    }

    private Completion OfWith(WithStatement with)
    {
        var body = Of(with.Body);
        foreach (var item in with.Items)
        {
            var swallows = KnownContextManagers.Swallows(oracle.Model, item.ContextExpr);
            if (swallows == Answer.Yes || (swallows == Answer.Unknown && unknown == ContextManagers.MaySwallow))
            {
                return body | Completion.FallsThrough;
            }
        }

        return body;
    }

    private Completion OfMatch(Match match)
    {
        var result = Completion.None;
        foreach (var matchCase in match.Cases)
        {
            result |= Of(matchCase.Body);
            if (Patterns.IsIrrefutable(matchCase.Pattern) && (matchCase.Guard is null || Constants.Truth(matchCase.Guard) == Answer.Yes))
            {
                return result;
            }
        }

        return result | Completion.FallsThrough;
    }
}
