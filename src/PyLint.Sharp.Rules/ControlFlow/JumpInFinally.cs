using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A <c>return</c>, <c>break</c> or <c>continue</c> that leaves a <c>finally</c>.</summary>
public sealed class JumpInFinally : Rule
{
    private const string Loses = "`{jump}` in `finally` throws away the exception that is on its way out";
    private const string Overrides = "`return` in `finally` replaces the result of `{earlier}`, and throws away the exception that is on its way out";
    private const int LongestQuote = 40;

    private static readonly Remembered<SyntaxTree, bool> HasFinally = new(HoldsFinally);

    private const string Ends = "and ends here";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS217",
        Name = "jump-in-finally",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Error,
        Aliases = ["B012", "SIM107", "W0134", "return-in-finally", "W0150", "lost-exception", "W0137", "break-in-finally", "S1143", "WPS452"],
        Message = Loses,
        OtherMessages = [Overrides],
        Why = "Python runs `finally` with the exception, or the value of a `return`, put aside, and takes it up again at the end of the block. "
            + "A jump out of the block never reaches that end: the exception, even Ctrl-C, is gone without a trace, and so is the value. "
            + "Python 3.14 warns about it with a SyntaxWarning (PEP 765).",
        Instead = "Let `finally` only clean up. Return behind the `try` statement, or in its `else`; where an exception is to be ignored, "
            + "write an `except` that names it.",
        Interview = new(
            "What does a function return whose `try` has `return 1` and whose `finally` has `return 2`, and what if the `try` raises?",
            "2 in both cases: the `return` in `finally` wins over the first value, and an exception that was on its way is dropped, so the "
            + "caller never learns that something failed. I keep `finally` for clean-up without jumps, or use a context manager. If "
            + "ignoring a failure is really the plan, an `except` with the type says so and costs one line more."),
        FineWhen = "A `break` or `continue` of a loop that itself stands inside the `finally` is fine, and so is the `return` of a function "
            + "defined there: neither leaves the block.",
        Examples =
        [
            Example.Bad("""
                def read(pool):
                    connection = pool.take()
                    try:
                        return connection.read()
                    finally:
                        pool.give_back(connection)
                        [|return ""|]
                """).Saying("`return` in `finally` replaces the result of `return connection.read()`, and throws away the exception that is on its way out"),
            Example.Bad("""
                for job in jobs:
                    try:
                        job.run()
                    finally:
                        job.close()
                        [|continue|]
                """).Saying("`continue` in `finally` throws away the exception that is on its way out"),
            Example.Good("""
                def read(pool):
                    connection = pool.take()
                    try:
                        text = connection.read()
                    finally:
                        pool.give_back(connection)
                    return text
                """),
            Example.Good("""
                try:
                    run()
                finally:
                    for process in processes:
                        if process.is_alive():
                            process.kill()
                            break
                """),
            Example.Bad("while True:\n    try:\n        f()\n    finally:\n        [|break|]").Saying("`break` in `finally` throws away the exception that is on its way out").Hidden(),
            Example.Bad("def g():\n    try:\n        f()\n    finally:\n        if x:\n            with y:\n                [|return|]").Hidden(),
            Example.Bad("def g():\n    try:\n        f()\n    finally:\n        for x in xs:\n            [|return x|]").Hidden(),
            Example.Bad("for y in ys:\n    try:\n        f()\n    finally:\n        for x in xs:\n            f()\n        else:\n            [|break|]").Hidden(),
            Example.Bad("def g():\n    try:\n        f()\n    finally:\n        try:\n            [|return 1|]\n        except OSError:\n            f()").Hidden(),
            Example.Bad("def g():\n    try:\n        f()\n    except* OSError:\n        f()\n    finally:\n        [|return 1|]").Hidden(),
            Example.Bad("def g():\n    try:\n        return lambda: 1\n    finally:\n        [|return 1|]")
                .Saying("`return` in `finally` replaces the result of `return lambda: 1`, and throws away the exception that is on its way out").Hidden(),
            Example.Bad("def g():\n    try:\n        def h():\n            return 1\n        h()\n    finally:\n        [|return 1|]").Saying("`return` in `finally` throws away the exception that is on its way out").Hidden(),
            Example.Good("def g():\n    try:\n        f()\n    finally:\n        def h():\n            return 1\n        f(h)").Hidden(),
            Example.Good("try:\n    f()\nfinally:\n    while True:\n        if g():\n            continue\n        break").Hidden(),
            Example.Good("def g():\n    try:\n        f()\n    finally:\n        try:\n            f()\n        finally:\n            f()\n    return 1").Hidden(),
            Example.Good("for x in xs:\n    try:\n        if x:\n            break\n    except KeyError:\n        continue\n    else:\n        break\n    finally:\n        f()").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<Return>(CheckReturn);
        on.Visit<Break>(CheckBreak);
        on.Visit<Continue>(CheckContinue);
    }

    private static void CheckReturn(Return jump, RuleContext context)
    {
        if (FinallyAround(jump, leavesLoops: true, context.Tree) is not { } attempt)
        {
            return;
        }

        if (ReplacedReturn(attempt, context) is { } replaced)
        {
            ShowPath(context.Report(Overrides, jump.Span, Quote(replaced, context)), attempt).Label(replaced.Span, "this value never arrives").Label(jump.Span, Ends);
        }
        else
        {
            ShowPath(context.Report(jump.Span, "return"), attempt).Label(jump.Span, Ends);
        }
    }

    private static void CheckBreak(Break jump, RuleContext context) => CheckLoopJump(jump, "break", context);

    private static void CheckContinue(Continue jump, RuleContext context) => CheckLoopJump(jump, "continue", context);

    private static void CheckLoopJump(Stmt jump, string keyword, RuleContext context)
    {
        if (FinallyAround(jump, leavesLoops: false, context.Tree) is { } attempt)
        {
            ShowPath(context.Report(jump.Span, keyword), attempt).Label(jump.Span, Ends);
        }
    }

    private static DiagnosticBuilder ShowPath(DiagnosticBuilder found, TryStatement attempt) =>
        ExceptionPath.Start(found, attempt, "an exception that leaves this runs `finally` on its way out");

    /// <summary>The innermost <c>try</c> whose <c>finally</c> the jump leaves. The <c>else</c> of a loop is outside of that loop.</summary>
    private static TryStatement? FinallyAround(Stmt jump, bool leavesLoops, SyntaxTree tree)
    {
        if (!HasFinally.Of(tree))
        {
            // A chain of elif is as deep as it is long, so that nobody climbs it in vain, not even to ask the root for its tree.
            return null;
        }

        Node inner = jump;
        for (var around = jump.Parent; around is not (null or FunctionDefinition or ClassDef); inner = around, around = around.Parent)
        {
            switch (around)
            {
                case TryStatement { FinalBody: [var first, ..] } attempt when inner.Index >= first.Index:
                    return attempt;
                case ForStatement loop when !leavesLoops && IsBefore(inner, loop.OrElse):
                case While loopWhile when !leavesLoops && IsBefore(inner, loopWhile.OrElse):
                    return null;
            }
        }

        return null;
    }

    private static bool HoldsFinally(SyntaxTree tree)
    {
        foreach (var attempt in tree.All<Try>())
        {
            if (!attempt.FinalBody.IsEmpty)
            {
                return true;
            }
        }

        foreach (var attempt in tree.All<TryStar>())
        {
            if (!attempt.FinalBody.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBefore(Node inner, ImmutableArray<Stmt> orElse) => orElse.IsEmpty || inner.Index < orElse[0].Index;

    /// <summary>The first <c>return</c> with a value that hands control to the <c>finally</c>.</summary>
    private static Return? ReplacedReturn(TryStatement attempt, RuleContext context)
    {
        var (scope, end) = (context.Model.ScopeOf(attempt), attempt.FinalBody[0].Index);
        foreach (var node in context.Tree.Subtree(attempt))
        {
            if (node.Index >= end)
            {
                return null;
            }

            if (node is Return { Value: not null } earlier && context.Model.ScopeOf(earlier) == scope)
            {
                return earlier;
            }
        }

        return null;
    }

    private static string Quote(Return statement, RuleContext context)
    {
        var text = context.TextOf(statement);
        return text.Length <= LongestQuote && text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : "return …";
    }
}
