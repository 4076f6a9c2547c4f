using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A handler that only raises again, and a <c>raise e</c> that means <c>raise</c>.</summary>
public sealed class UselessHandler : Rule
{
    private const string Useless = "this handler only raises again what it catches, as if it weren't there";
    private const string Again = "`raise {name}` raises again what was caught: a bare `raise` says so, and adds no line to the traceback";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS210",
        Name = "useless-handler",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Info,
        Aliases = ["TRY203", "TRY201", "W0706", "try-except-raise", "S2737", "WPS329"],
        Message = Useless,
        OtherMessages = [Again],
        Why = "An exception that no handler takes goes up by itself, so a handler that only says `raise` changes nothing. `raise e` goes on with "
            + "the same exception and its traceback too, but Python enters the line of that `raise` into the traceback once more, and a reader "
            + "has to check that `e` is still the exception that was caught.",
        Instead = "Remove the handler, and the `try` with it unless it has a `finally`. Behind other work write a bare `raise`.",
        Interview = new(
            "What is the difference between `raise`, `raise e` and `raise e from None` in an `except … as e` block?",
            "`raise` goes on with the exception being handled. `raise e` raises the same object, which keeps its traceback and gets one more "
            + "entry for this line. `raise e from None` also hides the exception that came before it. I write the bare `raise`, because it can't "
            + "pick up another object by mistake; its limit is that it needs an active exception, so that in a helper function I pass the "
            + "exception along."),
        FineWhen = "When other handlers of the same `try` do real work: raising a special case again before a general handler is a decision. "
            + "The rule is silent, too, where `e` was changed or given another value, and on `raise e from None`.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                lock.acquire()
                try:
                    update(account)
                [|except ValueError|]:
                    raise
                finally:
                    lock.release()
                """, fixedTo: """
                lock.acquire()
                try:
                    update(account)
                finally:
                    lock.release()
                """).Saying(Useless),
            Example.Bad("""
                try:
                    transfer(money)
                except OSError as error:
                    log(error)
                    [|raise error|]
                """, fixedTo: """
                try:
                    transfer(money)
                except OSError as error:
                    log(error)
                    raise
                """).Saying("`raise error` raises again what was caught: a bare `raise` says so, and adds no line to the traceback"),
            Example.Good("""
                try:
                    transfer(money)
                except OSError as error:
                    log(error)
                    raise
                """),
            Example.Good("""
                try:
                    answer = ask(server)
                except TimeoutError:
                    raise
                except OSError:
                    answer = ask(spare)
                """),
            Example.Bad("try:\n    f()\n[|except KeyError|]:\n    raise", fixedTo: "f()").Hidden(),
            Example.Bad("try:\n    f()\nexcept Exception as e:\n    undo()\n    [|raise e|]", fixedTo: "try:\n    f()\nexcept Exception as e:\n    undo()\n    raise").From("pylint #8308").Hidden(),
            Example.Bad("try:\n    f()\n[|except KeyError as e|]:\n    raise e", fixedTo: "f()").Saying(Useless).Hidden(),
            Example.Bad("try:\n    f()\n[|except KeyError|]:\n    raise\n[|except OSError|]:\n    raise", fixedTo: "f()").Hidden(),
            Example.Bad("try:\n    f()\n[|except|]:\n    raise\nfinally:\n    g()", fixedTo: "try:\n    f()\nfinally:\n    g()").Hidden(),
            Example.Bad("try:\n    f()\n[|except KeyError|]:\n    raise\nelse:\n    h()\nfinally:\n    g()").Hidden(),
            Example.Bad("try:\n    f()\nexcept KeyError as e:\n    if x:\n        g(e)\n        [|raise e|]\n    h()", fixedTo: "try:\n    f()\nexcept KeyError as e:\n    if x:\n        g(e)\n        raise\n    h()").Hidden(),
            Example.Bad("try:\n    f()\nexcept KeyError as e:\n    with g():\n        [|raise (e)|]", fixedTo: "try:\n    f()\nexcept KeyError as e:\n    with g():\n        raise").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    try:\n        g()\n    finally:\n        raise e").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    raise e from None").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    e.args = (1,)\n    raise e").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    e = g(e)\n    raise e").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    try:\n        g()\n    except OSError:\n        raise e").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    def later():\n        raise e\n    g(later)").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError as e:\n    raise e.with_traceback(None)").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError:\n    g()\nexcept OSError:\n    raise").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError:\n    g()\n    raise").Hidden(),
            Example.Good("try:\n    f()\nexcept* KeyError as e:\n    g()\n    raise e").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError:\n    # The caller knows what to do.\n    raise").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<Try>(CheckTry);
        on.Visit<Raise>(CheckRaise);
    }

    private static void CheckTry(Try attempt, RuleContext context)
    {
        if (attempt.Body.IsEmpty || !AreAllUseless(attempt) || IsExplained(attempt, context))
        {
            return;
        }

        DiagnosticBuilder? first = null;
        foreach (var handler in attempt.Handlers)
        {
            var found = context.Report(ClauseOf(handler)).Label(handler.Body[0].Span, "goes on as it would anyway");
            first ??= found;
        }

        if (first != null && attempt.OrElse.IsEmpty && (attempt.FinalBody.IsEmpty ? Unwrapping(attempt, context) : Removal(attempt, context.Text)) is { } removal)
        {
            first.Fix(FixSafety.Unsafe, attempt.Handlers.Length == 1 ? "remove the handler" : "remove the handlers", removal);
        }
    }

    private static bool IsExplained(Try attempt, RuleContext context)
    {
        foreach (var handler in attempt.Handlers)
        {
            if (ExplainedHandler.Is(handler, attempt, context.Tree))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AreAllUseless(Try attempt)
    {
        foreach (var handler in attempt.Handlers)
        {
            if (!IsUseless(handler))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUseless(ExceptHandler handler) =>
        handler.Body is [Raise { Cause: null } raise] && (raise.Exc is null || (raise.Exc is Name raised && raised.Id == handler.Name?.Text));

    /// <summary>Inside another <c>try</c> a bare <c>raise</c> may mean another exception. A handler without use is reported as such.</summary>
    private static void CheckRaise(Raise raise, RuleContext context)
    {
        if (raise is not { Exc: Name raised, Cause: null }
            || raise.Ancestor<TryStatement>() is not Try attempt
            || raise.Ancestor<ExceptHandler>() is not { Name: { } caught } handler
            || handler.Parent != attempt
            || caught.Text != raised.Id
            || context.Model.ScopeOf(raise) != context.Model.ScopeOf(handler)
            || (raise.Parent == handler && AreAllUseless(attempt))
            || HandlerTypes.IsCaughtNameRebound(handler, caught.Text)
            || IsChanged(handler, caught.Text, context))
        {
            return;
        }

        context.Report(Again, raise.Span, context.TextOf(raised))
            .Label(caught.Span, "still the same exception")
            .Fix(FixSafety.Safe, "write `raise`", new TextEdit(raise.Span, "raise"));
    }

    private static bool IsChanged(ExceptHandler handler, string name, RuleContext context)
    {
        foreach (var node in context.Tree.All<Attribute>(handler))
        {
            if (node is { Ctx: not ExprContext.Load, Value: Name changed } && changed.Id == name)
            {
                return true;
            }
        }

        return false;
    }

    private static TextSpan ClauseOf(ExceptHandler handler)
    {
        var end = handler.Name?.Span.End ?? handler.Type?.Span.End ?? handler.Span.Start + "except".Length;
        return new TextSpan(handler.Span.Start, end);
    }

    /// <summary>Whole lines only: from the end of the body's last line to the end of the last handler.</summary>
    private static TextEdit? Removal(Try attempt, SourceText text)
    {
        var start = text.LineSpan(text.LineOf(attempt.Body[^1].Span.End)).End;
        var end = text.LineSpan(text.LineOf(attempt.Handlers[^1].Span.End)).End;
        return start < attempt.Handlers[0].Span.Start ? new TextEdit(new TextSpan(start, end), "") : null;
    }

    /// <summary>Without <c>finally</c> the <c>try</c> goes as well, and its body, with all comments in it, moves out.</summary>
    private static TextEdit? Unwrapping(Try attempt, RuleContext context)
    {
        var text = context.Text;
        var start = text.LineOf(attempt.Span.Start);
        var last = text.LineOf(attempt.Handlers[0].Span.Start) - 1;
        if (OwnLine.IndentBefore(attempt.Span.Start, text) is not { } outer
            || OwnLine.IndentBefore(attempt.Body[0].Span.Start, text) is not { } inner
            || text.Slice(new TextSpan(attempt.Span.Start, text.LineSpan(start).End)).TrimEnd() is not "try:"
            || !Indentation.CanMove(context.Tree.Nodes.AsSpan()[attempt.Body[0].Index..attempt.Body[^1].SubtreeEnd], text)
            || Indentation.Shallower(start + 1, last, inner, outer, text) is not { } moved)
        {
            return null;
        }

        var end = text.LineSpan(text.LineOf(attempt.Handlers[^1].Span.End)).End;
        return new TextEdit(new TextSpan(text.LineStart(start), end), moved);
    }
}
