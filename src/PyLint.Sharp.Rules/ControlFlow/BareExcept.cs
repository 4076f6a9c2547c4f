using System.Collections.Immutable;
using System.Numerics;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>An <c>except:</c> without a type that doesn't let every exception go on.</summary>
/// <remarks>
/// Beside swallowed-exception and print-only-handler this rule speaks too, where broad-except yields to them: logging the traceback cures both an
/// <c>except Exception: pass</c> and its breadth, but a bare <c>except:</c> that logs still takes Ctrl-C, and <c>except Exception: pass</c> still
/// loses every error. They are two mistakes.
/// <para>In tests it says less than elsewhere: of those in CPython's own tests a third try out what handlers do, with a <c>try</c> that raises by itself. A test that raises
/// <c>AssertionError</c> there is none of them: its handler takes away the very failure that it reports.</para>
/// </remarks>
public sealed class BareExcept : Rule
{
    private const string Everything = "bare `except:` catches everything, even {surprise}";
    private const string Sometimes = "bare `except:` lets the exception out on some paths only; on the others it is lost";
    private const string LooksFine = "bare `except:` exits with status 0, so every failure looks like success";
    private const string Remainder = "bare `except:` behind `except {type}` is left with {rest}";

    private const string Keyword = "except";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS201",
        Name = "bare-except",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Aliases = ["E722", "W0702", "S5754"],
        Message = Everything,
        OtherMessages = [Sometimes, LooksFine, Remainder],
        Why = "`except:` means `except BaseException:`, the root of all exceptions. Beside the error you had in mind it takes "
            + "`KeyboardInterrupt` (Ctrl-C), `SystemExit` (what `sys.exit()` raises) and the `NameError` of a mistyped name: the program "
            + "cannot be stopped, and a bug looks like the failure that the handler was written for.",
        Instead = "Name the exceptions that you expect and can handle: `except ValueError:`. At the outermost level, where everything "
            + "must be logged, `except Exception:` still lets Ctrl-C and `sys.exit()` through.",
        Interview = new(
            "What does a bare `except:` catch that `except Exception:` does not, and when would you use either?",
            "`KeyboardInterrupt`, `SystemExit`, `GeneratorExit` and `asyncio.CancelledError` derive from `BaseException` directly, so that "
            + "`except Exception:` leaves them alone. I catch the specific type close to the call that raises it, use `except Exception:` "
            + "only at a boundary that logs the traceback, and for clean-up I take `finally` or `with`. The price of naming types is that "
            + "one I didn't think of goes up to the caller, and that is what I want: a loud failure beats a wrong result."),
        FineWhen = "When every path of the handler ends in `raise`, or ends the program with a status other than 0: then nothing is lost, "
            + "and the rule is silent. So it is in a test whose `try` ends in a `raise` or `1 / 0` of its own, and in a function inside of a test: there the handler is what is tested. To hand any exception over to another thread, write `except BaseException:`, which says that you mean it.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                try:
                    port = int(text)
                [|except|]:
                    port = 8080
                """, fixedTo: """
                try:
                    port = int(text)
                except Exception:
                    port = 8080
                """).Saying("bare `except:` catches everything, even Ctrl-C and `sys.exit()`"),
            Example.Bad("""
                try:
                    save(order)
                [|except|]:
                    if strict:
                        raise
                    print("not saved")
                """, fixedTo: """
                try:
                    save(order)
                except Exception:
                    if strict:
                        raise
                    print("not saved")
                """).Saying(Sometimes).From("ruff #17827, #5678, bugbear #174"),
            Example.Good("""
                try:
                    port = int(text)
                except ValueError:
                    port = 8080
                """),
            Example.Good("""
                try:
                    transfer(money)
                except:
                    roll_back()
                    raise
                """).From("pylint #4807"),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("import sys\ntry: run()\n[|except|] : sys.exit()", fixedTo: "import sys\ntry: run()\nexcept Exception : sys.exit()")
            .Saying(LooksFine).Hidden(),
        Example.Bad("import sys\ntry:\n    f()\n[|except|]:\n    if g():\n        raise\n    sys.exit(0)").Saying(Sometimes).Hidden(),
        Example.Bad("try:\n    f()\nexcept KeyboardInterrupt:\n    raise\n[|except|]:\n    pass")
            .Saying("bare `except:` catches everything, even `sys.exit()`").Hidden(),
        Example.Bad("try:\n    f()\nexcept (KeyboardInterrupt, SystemExit):\n    raise\n[|except|]:\n    pass")
            .Saying("bare `except:` catches everything, even a mistyped name").Hidden(),
        Example.Bad("try:\n    f()\nexcept (OSError, Exception):\n    pass\n[|except|]:\n    pass")
            .Saying("bare `except:` behind `except Exception` is left with Ctrl-C and `sys.exit()`").Hidden(),
        Example.Bad("try:\n    f()\nexcept (SystemExit, KeyboardInterrupt):\n    raise\nexcept Exception:\n    pass\n[|except|]:\n    pass")
            .Saying("bare `except:` behind `except Exception` is left with `GeneratorExit` and its like").Hidden(),
        Example.Bad("for x in xs:\n    try:\n        f(x)\n    [|except|]:  # next one\n        continue").Hidden(),
        Example.Bad("def g():\n    try:\n        f()\n    [|except|]:\n        for x in xs:\n            raise\n        return None").Saying(Sometimes).Hidden(),
        Example.Bad("try:\n    f()\n[|except|]:\n    try:\n        raise\n    except ValueError:\n        pass").Saying("bare `except:` catches everything, even Ctrl-C and `sys.exit()`").Hidden(),
        Example.Bad("try:\n    f()\n[|except|]:\n    def again():\n        raise\n    later(again)").Hidden(),
        Example.Bad("try:\n    f()\n[|except|]:\n    while True:\n        pass").Hidden(),
        Example.Bad("import contextlib\ntry:\n    f()\n[|except|]:\n    with contextlib.suppress(OSError):\n        raise").Saying(Sometimes).Hidden(),
        Example.Good("import sys\ntry:\n    f()\nexcept:\n    print('failed')\n    sys.exit(1)").Hidden(),
        Example.Good("import os, sys\ntry:\n    f()\nexcept:\n    if child:\n        os._exit(1)\n    raise SystemExit('failed')").Hidden(),
        Example.Good("import sys\ntry:\n    f()\nexcept:\n    e = sys.exc_info()[1]\n    raise RuntimeError('no') from e").Hidden(),
        Example.Good("try:\n    f()\nexcept:\n    if a:\n        raise\n    elif b:\n        raise ValueError from None\n    else:\n        raise").From("ruff #1119").Hidden(),
        Example.Good("try:\n    f()\nexcept:\n    try:\n        undo()\n    except OSError:\n        g()\n    raise").Hidden(),
        Example.Good("try:\n    f()\nexcept:\n    with lock:\n        undo()\n        raise").Hidden(),
        Example.Good("try:\n    f()\nexcept:\n    try:\n        undo()\n    finally:\n        raise").Hidden(),
        Example.Good("def die():\n    raise SystemExit(2)\ntry:\n    f()\nexcept:\n    die()").Hidden(),
        Example.Good("try:\n    f()\nexcept:\n    with save_and_reraise_exception():\n        undo()").Hidden(),
        Example.Good("import sys, six\ntry:\n    f()\nexcept:\n    six.reraise(*sys.exc_info())").Hidden(),
        Example.Good("import unittest\nclass T(unittest.TestCase):\n    def test(self):\n        try:\n            f()\n        except:\n            self.fail('no')").Hidden(),
        Example.Good("def test_order():\n    try:\n        seen.append(1)\n        raise KeyError\n    except:\n        seen.append(2)\n    try:\n        1 / 0\n    except:\n        seen.append(3)").Hidden(),
        Example.Good("def test_order():\n    try:\n        with a:\n            try:\n                raise KeyError\n            finally:\n                g()\n    except:\n        seen.append(1)").Hidden(),
        Example.Good("class PortTest(PortBase):\n    def test_port(self):\n        try:\n            f()\n        except OSError:\n            g()\n        except:\n            self.fail('no')").Hidden(),
        Example.Good("try:\n    from posix import _exit\nexcept ImportError:\n    from nt import _exit\ntry:\n    f()\nexcept:\n    _exit(127)").Hidden(),
        Example.Bad("from posix import _exit\ntry:\n    f()\n[|except|]:\n    _exit(0)").Hidden(),
        Example.Bad("from quick import _exit\ntry:\n    f()\n[|except|]:\n    _exit(1)").Hidden(),
        Example.Good("def test_trace():\n    def traced():\n        try:\n            g()\n        except:\n            h()\n    assert lines_of(traced) == [1, 2]").Hidden(),
        Example.Bad("def test_order():\n    try:\n        g()\n    [|except|]:\n        pass").Hidden(),
        Example.Bad("def order():\n    try:\n        raise KeyError\n    [|except|]:\n        pass").Hidden(),
        Example.Bad("def test_order():\n    try:\n        order(-1)\n        raise AssertionError('accepted')\n    [|except|]:\n        pass").Hidden(),
        Example.Good("try:\n    f()\nexcept Exception as e:\n    raise e from None").Hidden(),
        Example.Good("try:\n    f()\nexcept* ValueError:\n    g()").Hidden(),
        Example.Good("# Generated by a tool. DO NOT EDIT.\ntry:\n    f()\nexcept:\n    pass").OnlyAtModuleLevel("the mark stands above the first statement").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<ExceptHandler>(Check);

    private static void Check(ExceptHandler handler, RuleContext context)
    {
        if (handler.Type != null || handler.Parent is not TryStatement attempt || GeneratedFile.Is(context.Tree))
        {
            return;
        }

        var ends = context.Model.CompletionOf(handler.Body);
        var loses = ends & ~(Completion.Raises | Completion.ExitsNonZero | Completion.ExitsUnknown);
        if ((loses != Completion.None || ends == Completion.None) && !HandsOver(handler, context) && !BrokenCode.Is(attempt, context.Tree) && !EndsProcess(handler, context.Model)
            && !IsTested(handler, attempt))
        {
            Report(handler, attempt, loses, context);
        }
    }

    private static void Report(ExceptHandler handler, TryStatement attempt, Completion loses, RuleContext context)
    {
        var keyword = new TextSpan(handler.Span.Start, handler.Span.Start + Keyword.Length);
        if (EarlierCatching("Exception", attempt, context.Model) is { } broad)
        {
            var rest = ExceptionPath.Start(context.Report(Remainder, keyword, context.TextOf(broad), Surprise(attempt, context.Model, "`GeneratorExit` and its like")), attempt)
                .Label(broad.Span, "takes every ordinary error");
            ExceptionPath.End(rest, handler, attempt, context);
            rest.Help("If that is meant, write `except BaseException:` and end with `raise`; if it is not, remove the handler.");
            return;
        }

        var raises = RaisesOf(handler, context);
        var found = raises.Count > 0 ? context.Report(Sometimes, keyword)
            : loses == Completion.ExitsZero ? context.Report(LooksFine, keyword)
            : context.Report(keyword, Surprise(attempt, context.Model, "a mistyped name"));
        ExceptionPath.Through(handler, attempt, found, context, [.. raises]);
        found.Fix(FixSafety.Unsafe, "catch `Exception`, which lets Ctrl-C and `sys.exit()` through", new TextEdit(new TextSpan(keyword.End, keyword.End), " Exception"));
    }

    /// <summary>What an earlier handler takes never comes here.</summary>
    private static string Surprise(TryStatement attempt, SemanticModel model, string otherwise)
    {
        var isStopTaken = EarlierCatching("KeyboardInterrupt", attempt, model) != null;
        var isExitTaken = EarlierCatching("SystemExit", attempt, model) != null;
        return (isStopTaken, isExitTaken) switch
        {
            (false, false) => "Ctrl-C and `sys.exit()`",
            (false, true) => "Ctrl-C",
            (true, false) => "`sys.exit()`",
            _ => otherwise,
        };
    }

    private static Expr? EarlierCatching(string exception, TryStatement attempt, SemanticModel model)
    {
        foreach (var handler in attempt.Handlers)
        {
            foreach (var type in HandlerTypes.Of(handler))
            {
                if (model.KnownName(type) is { } name && BuiltinExceptions.IsSubclass(exception, name) == Answer.Yes)
                {
                    return type;
                }
            }
        }

        return null;
    }

    /// <summary>
    /// True in a function inside of a test, and in a test whose body ends by raising, inside of another <c>try</c> or <c>with</c> too, or by waiting
    /// for what is thrown into its generator, or that does nothing; and where the handler fails the test.
    /// </summary>
    private static bool IsTested(ExceptHandler handler, TryStatement attempt) =>
        TestCode.IsInHelper(handler)
        || ((FailsOnPurpose(attempt.Body) || handler.Body is [.., ExprStmt { Value: Call { Func: Attribute { Attr.Text: "fail" } } }]) && TestCode.Contains(attempt));

    private static bool FailsOnPurpose(ImmutableArray<Stmt> body) => body switch
    {
        [.., Raise { Exc: Call { Func: Name { Id: "AssertionError" } } or Name { Id: "AssertionError" } }] => false,
        [.., Raise or Pass or ExprStmt { Value: Yield or BinOp { Op: BinaryOperator.Div, Left: Constant, Right: Constant } }] => true,
        [.., TryStatement inner] => FailsOnPurpose(inner.Body),
        [.., WithStatement inner] => FailsOnPurpose(inner.Body),
        _ => false,
    };

    /// <summary>True for a handler that ends a forked process by <c>_exit(127)</c>, which comes from one module of the system or the other.</summary>
    private static bool EndsProcess(ExceptHandler handler, SemanticModel model)
    {
        if (handler.Body is not [.., ExprStmt { Value: Call { Func: Name exit, Args: [Constant { Value: BigInteger { IsZero: false } }] } }] || model.SymbolOf(exit) is not { } symbol)
        {
            return false;
        }

        foreach (var binding in symbol.Bindings)
        {
            if (binding.Node is not Alias { Name.Text: "_exit", Parent: ImportFrom { Level: 0, Module.Text: "os" or "posix" or "nt" } })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for what says by its name that it raises the exception again, like <c>save_and_reraise_exception</c> of oslo.</summary>
    private static bool HandsOver(ExceptHandler handler, RuleContext context)
    {
        foreach (var call in context.Tree.All<Call>(handler))
        {
            if (HandedOver.RaisesAgain(call.Func))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The raises of the handler itself; those in a <c>try</c> inside may be caught there, or raise what failed there.</summary>
    private static List<Raise> RaisesOf(ExceptHandler handler, RuleContext context)
    {
        var found = new List<Raise>();
        foreach (var raise in context.Tree.All<Raise>(handler))
        {
            if (raise.Ancestor<TryStatement>() == handler.Parent && context.Model.ScopeOf(raise) == context.Model.ScopeOf(handler))
            {
                found.Add(raise);
            }
        }

        return found;
    }
}
