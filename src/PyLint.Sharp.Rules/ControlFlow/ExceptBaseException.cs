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
            + "it: the rule is silent there, and behind a handler that names `KeyboardInterrupt` or `SystemExit`. Ending the program quietly on `KeyboardInterrupt` at its top level is fine as well.",
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
        else if (stop && exit && GoesOn(handler, context.Model) && !HandedOver.By(handler))
        {
            context.Report(Stops, handler.Type!.Span, OneLine(context.TextOf(handler.Type)));
        }
    }

    private static void CheckRoot(Expr root, ExceptHandler handler, RuleContext context)
    {
        var ends = context.Model.CompletionOf(handler.Body);
        var loses = ends & ~(Completion.Raises | Completion.ExitsNonZero | Completion.ExitsUnknown);
        if ((loses == Completion.None && ends != Completion.None) || HandedOver.By(handler) || IsStopTaken(handler, context.Model)
            || GeneratedFile.Is(context.Tree))
        {
            return;
        }

        var found = context.Report(root.Span, context.TextOf(root));
        if (root is Name && handler.Parent is TryStatement attempt && !IsExceptionTaken(attempt, handler, context.Model))
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

    /// <summary>True in a loop that the handler lets run on; elsewhere the program may be at its end anyway.</summary>
    private static bool GoesOn(ExceptHandler handler, SemanticModel model)
    {
        Node? around = handler.Parent;
        while (around is not (null or FunctionDefinition or ClassDef or Module or ForStatement or While))
        {
            around = around.Parent;
        }

        return around is ForStatement or While
            && (model.CompletionOf(handler.Body) & ~(Completion.FallsThrough | Completion.Continues)) == 0
            && handler.Parent is TryStatement { FinalBody.IsEmpty: true };
    }

    private static string OneLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : "(…)";
}
