using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A handler of <c>BaseException</c>, or of both exceptions that end a program, after which the program goes on.</summary>
public sealed class ExceptBaseException : Rule
{
    private const string Root = "`except {type}` takes Ctrl-C and `sys.exit()` too, and the program goes on";
    private const string Raise = "Ctrl-C and `sys.exit()` in this block raise too";
    private const string Stops = "`except {type}` keeps Ctrl-C and `sys.exit()` from ending the program";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS203",
        Name = "except-base-exception",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Aliases = ["BLE001", "B036", "W0718", "broad-exception-caught", "S5754", "WPS424"],
        Message = Root,
        OtherMessages = [Stops],
        Why = "`KeyboardInterrupt` (Ctrl-C) and `SystemExit` (what `sys.exit()` raises) derive from `BaseException` and not from `Exception`, so that "
            + "ordinary handlers let them through. A handler that takes them and then goes on turns “stop” into “carry on”.",
        Instead = "Catch `Exception` at the most. For clean-up take `finally`, or end the handler with `raise`.",
        Interview = new(
            "Why does Python have `BaseException` above `Exception`, and when may you catch it?",
            "So that `except Exception` means every error and leaves alone what is no error: Ctrl-C, `sys.exit()`, the end of a generator, the "
            + "cancelling of a task. I catch `BaseException` only to clean up and `raise`, or to hand the exception to another thread that raises it. "
            + "The price of the narrow handler is that a Ctrl-C in the middle of a write gets through, and that is what `finally` is for."),
        FineWhen = "When every path of the handler raises again or ends the program, or when the exception is stored for, or passed to, somebody who may raise "
            + "it: the rule is silent there, and behind a handler that names `KeyboardInterrupt` or `SystemExit`. Ending the program quietly on `KeyboardInterrupt` at its top level is fine as well: "
            + "in `main`, under the main guard, or where nothing but clean-up and a last word follows.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                for job in jobs:
                    try:
                        job.run()
                    except [|BaseException|] as error:
                        print(job, "failed:", error)
                """, fixedTo: """
                for job in jobs:
                    try:
                        job.run()
                    except Exception as error:
                        print(job, "failed:", error)
                """).Saying("`except BaseException` takes Ctrl-C and `sys.exit()` too, and the program goes on"),
            Example.Bad("""
                while True:
                    try:
                        serve()
                    except [|(KeyboardInterrupt, SystemExit)|]:
                        print("still here")
                """).Saying("`except (KeyboardInterrupt, SystemExit)` keeps Ctrl-C and `sys.exit()` from ending the program"),
            Example.Good("""
                try:
                    transfer(money)
                except BaseException:
                    roll_back()
                    raise
                """),
            Example.Good("""
                try:
                    serve()
                except KeyboardInterrupt:
                    print("stopped")
                """),
            Example.Bad("try:\n    f()\nexcept (OSError, [|BaseException|]):\n    g()", fixedTo: "try:\n    f()\nexcept (OSError, Exception):\n    g()").Hidden(),
            Example.Bad("def g():\n    try:\n        f()\n    except [|BaseException|]:\n        return None", fixedTo: "def g():\n    try:\n        f()\n    except Exception:\n        return None").Hidden(),
            Example.Bad("try:\n    f()\nexcept Exception:\n    g()\nexcept [|BaseException|]:\n    h()").Hidden(),
            Example.Bad("try:\n    f()\nexcept [|BaseException|]:\n    if x:\n        raise\n    h()", fixedTo: "try:\n    f()\nexcept Exception:\n    if x:\n        raise\n    h()").Hidden(),
            Example.Bad("import builtins\ntry:\n    f()\nexcept [|builtins.BaseException|]:\n    g()").Hidden(),
            Example.Good("try:\n    f()\nexcept (SystemExit, KeyboardInterrupt):\n    raise\nexcept BaseException as e:\n    g(e)").Hidden(),
            Example.Good("import sys\ntry:\n    f()\nexcept BaseException:\n    g()\n    sys.exit(1)").Hidden(),
            Example.Good("try:\n    f()\nexcept BaseException as e:\n    future.set_exception(e)").Hidden(),
            Example.Good("class A:\n    def run(self):\n        try:\n            f()\n        except BaseException as e:\n            self.error = e").Hidden(),
            Example.Bad("try:\n    f()\nexcept [|BaseException|] as e:\n    log.error(e)\n    print(str(e))").Hidden(),
            Example.Good("class A:\n    def wake(self):\n        try:\n            f()\n        except BaseException as e:\n            self.step(e)").Hidden(),
            Example.Good("try:\n    f()\nexcept BaseException as e:\n    reply(Wrapped(e, e.__traceback__))").Hidden(),
            Example.Good("try:\n    f()\nexcept BaseException as e:\n    if e is not thrown:\n        raise").Hidden(),
            Example.Good("import sys\ntry:\n    f()\nexcept BaseException:\n    failures = sys.exc_info()").Hidden(),
            Example.Good("try:\n    f()\nexcept BaseException as e:\n    raise RuntimeError('no') from e").Hidden(),
            Example.Good("try:\n    f()\nexcept (KeyboardInterrupt, SystemExit):\n    print('stopped')").Hidden(),
            Example.Good("while True:\n    try:\n        f()\n    except (KeyboardInterrupt, SystemExit):\n        break").Hidden(),
            Example.Bad("try:\n    f()\nexcept [|(KeyboardInterrupt, SystemExit)|]:\n    print('stopped')\ng()").Hidden(),
            Example.Bad("def g(xs):\n    try:\n        f()\n    except [|(KeyboardInterrupt, SystemExit)|]:\n        pass\n    return h(xs)\n\ndef k(xs):\n    with xs:\n        try:\n            f()\n        except [|(SystemExit, KeyboardInterrupt)|]:\n            pass\n        xs.go()").Hidden(),
            Example.Bad("while True:\n    try:\n        f()\n    except [|(KeyboardInterrupt, SystemExit)|]:\n        break\ny = g()").Hidden(),
            Example.Bad("def g(xs):\n    for x in xs:\n        if x:\n            try:\n                f()\n            except [|(KeyboardInterrupt, SystemExit)|]:\n                continue").Hidden(),
            Example.Bad("try:\n    try:\n        f()\n    except [|(KeyboardInterrupt, SystemExit)|]:\n        pass\nexcept OSError:\n    pass\nelse:\n    g()").Hidden(),
            Example.Good("server = make()\ntry:\n    server.run()\nexcept (KeyboardInterrupt, SystemExit):\n    pass\nif server.open:\n    server.close()\nprint('bye')\ndef g():\n    f()").Hidden(),
            Example.Good("def g():\n    try:\n        f()\n    except (KeyboardInterrupt, SystemExit):\n        print('stopped')\n    return None\n    h()").Hidden(),
            Example.Good("def g():\n    try:\n        f()\n    except (KeyboardInterrupt, SystemExit):\n        return False\n    return h()").Hidden(),
            Example.Good("import sys\ntry:\n    f()\nexcept (KeyboardInterrupt, SystemExit):\n    sys.exit(0)\ng()").Hidden(),
            Example.Good("try:\n    f()\nexcept (KeyboardInterrupt, SystemExit):\n    if not sure():\n        raise\ng()").Hidden(),
            Example.Good("if __name__ == '__main__':\n    try:\n        f()\n    except (KeyboardInterrupt, SystemExit):\n        pass\n    save()").Hidden(),
            Example.Good("def main():\n    try:\n        f()\n    except (KeyboardInterrupt, SystemExit):\n        pass\n    save()").Hidden(),
            Example.Good("class A:\n    def g(self):\n        while self.on:\n            try:\n                f()\n            except (KeyboardInterrupt, SystemExit):\n                self.on = False\n        while self.on:\n            try:\n                f()\n            except (KeyboardInterrupt, SystemExit):\n                self.stop()").Hidden(),
            Example.Good("while True:\n    try:\n        f()\n    except (KeyboardInterrupt, SystemExit):\n        print('stopped')\n    break").Hidden(),
            Example.Good("def test_g():\n    try:\n        f()\n    except (KeyboardInterrupt, SystemExit):\n        pass\n    assert h()").Hidden(),
            Example.Good("while True:\n    try:\n        run(input('> '))\n    except KeyboardInterrupt:\n        print()").Hidden(),
            Example.Good("class BaseExceptions(Exception):\n    pass\ntry:\n    f()\nexcept BaseExceptions:\n    g()").Hidden(),
            Example.Good("class Mixin:\n    def test(self):\n        try:\n            f()\n        except BaseException as e:\n            self.fail(str(e))").Hidden(),
            Example.Good("import unittest\nclass T(unittest.TestCase):\n    def test(self):\n        try:\n            f()\n        except BaseException as e:\n            self.fail(e)").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<ExceptHandler>(Check);

    private static void Check(ExceptHandler handler, RuleContext context)
    {
        var (root, stop, exit) = (default(Expr), false, false);
        foreach (var type in HandlerTypes.Of(handler))
        {
            var name = context.Model.KnownName(type);
            root = name == "BaseException" ? type : root;
            stop |= name == "KeyboardInterrupt";
            exit |= name == "SystemExit";
        }

        if (root != null)
        {
            CheckRoot(root, handler, context);
        }
        else if (stop && exit && WorkBehind.Of(handler, context.Model) is { } next && !IsOutermost(handler, next, context.Model) && !HandedOver.By(handler))
        {
            ShowPath(context.Report(Stops, handler.Type!.Span, OneLine(context.TextOf(handler.Type))), handler, next, context);
        }
    }

    private static void ShowPath(DiagnosticBuilder found, ExceptHandler handler, Stmt next, RuleContext context)
    {
        var head = ExceptionPath.HeadOf(next, context.Text);
        if (next.Contains(handler))
        {
            ExceptionPath.Start(found.Label(head, "this takes its next turn all the same"), (TryStatement)handler.Parent!, Raise);
        }
        else
        {
            ExceptionPath.Start(found, (TryStatement)handler.Parent!, Raise).Label(head, "the program goes on with this");
        }
    }

    /// <summary>True at the end of the program, in code that runs last or only for a test. A loop runs on even there.</summary>
    private static bool IsOutermost(ExceptHandler handler, Stmt next, SemanticModel model) =>
        !next.Contains(handler) && (Boundary.Holds(handler, model) || TestCode.Contains(handler));

    private static void CheckRoot(Expr root, ExceptHandler handler, RuleContext context)
    {
        var ends = context.Model.CompletionOf(handler.Body);
        var loses = ends & ~(Completion.Raises | Completion.ExitsNonZero | Completion.ExitsUnknown);
        if ((loses == Completion.None && ends != Completion.None) || HandedOver.By(handler) || IsStopTaken(handler, context.Model)
            || GeneratedFile.Is(context.Tree))
        {
            return;
        }

        var attempt = (TryStatement)handler.Parent!;
        var found = ExceptionPath.Start(context.Report(root.Span, context.TextOf(root)), attempt, Raise);
        ExceptionPath.End(found, handler, attempt, context);
        if (root is Name && !IsExceptionTaken(attempt, handler, context.Model))
        {
            found.Fix(FixSafety.Unsafe, "catch `Exception`, which lets Ctrl-C and `sys.exit()` through", new TextEdit(root.Span, "Exception"));
        }
    }

    /// <summary>True when a handler above names Ctrl-C or the exit: then the author has thought of them.</summary>
    private static bool IsStopTaken(ExceptHandler handler, SemanticModel model)
    {
        foreach (var other in ((TryStatement)handler.Parent!).Handlers)
        {
            foreach (var type in HandlerTypes.Of(other))
            {
                if (other.Index < handler.Index && model.KnownName(type) is ("KeyboardInterrupt" or "SystemExit"))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsExceptionTaken(TryStatement attempt, ExceptHandler handler, SemanticModel model)
    {
        foreach (var other in attempt.Handlers)
        {
            foreach (var type in HandlerTypes.Of(other))
            {
                if (model.IsBuiltin(type, "Exception"))
                {
                    return true;
                }
            }
        }

        return model.ScopeOf(handler).Lookup("Exception") is not null;
    }

    private static string OneLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : "(…)";
}
