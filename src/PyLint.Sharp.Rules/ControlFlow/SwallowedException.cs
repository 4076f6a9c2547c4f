using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A handler that does nothing, and doesn't say why.</summary>
public sealed class SwallowedException : Rule
{
    private const string Narrow = "`except {type}` ignores the failure and doesn't say why that is right";
    private const string Broad = "`{clause}` ignores every failure, bugs included, and leaves no trace";

    private const string Explained = "`{clause}` ignores the failure, with a comment beside it";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS204",
        Name = "swallowed-exception",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Aliases = ["S110", "S112", "SIM105", "S108"],
        Message = Broad,
        OtherMessages = [Narrow, Explained],
        Why = "When the handler ends, Python takes the exception as dealt with: its type, its message and its traceback are gone, and the next "
            + "line runs as if the `try` had done its work. What goes wrong later is then far from its cause.",
        Instead = "Handle it: give a default, log it with its traceback, or let it go up. Where ignoring it is right, say so: "
            + "`with contextlib.suppress(FileNotFoundError):` reads as a decision; a comment beside it gives the reason.",
        Interview = new(
            "You find `except Exception: pass` in a code review. What do you ask, and what do you suggest?",
            "Which failure was expected, and what is true afterwards? Usually one type was meant; I name it and shrink the `try` to the "
            + "one call that raises it. If nothing needs to be done then, `contextlib.suppress` says so in one line. If it is a last resort that "
            + "must never stop the program, I keep it broad but log the traceback. The trade-off is noise: logging every expected miss hides the "
            + "real ones, so what is expected gets its own narrow handler."),
        FineWhen = "With a comment that gives the reason it is only an info. It is fine around an optional import; where the variable has a default already, or the code behind "
            + "the `try` is the plan for the failure because success has left by `return`. For what only says that somebody quits or should try again, such as `BlockingIOError`, where the next statement raises, "
            + "and in tests. In `__del__` nobody could take the exception anyway.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                try:
                    send(report)
                    archive(report)
                [|except Exception|]:
                    pass
                """).Saying("`except Exception` ignores every failure, bugs included, and leaves no trace"),
            Example.Bad("""
                import contextlib

                try:
                    cache.remove(key)
                [|except KeyError|]:
                    pass
                """, fixedTo: """
                import contextlib

                with contextlib.suppress(KeyError):
                    cache.remove(key)
                """).Saying("`except KeyError` ignores the failure and doesn't say why that is right"),
            Example.Good("""
                import contextlib

                with contextlib.suppress(KeyError):
                    cache.remove(key)
                """),
            Example.Bad("""
                try:
                    cache.remove(key)
                [|except KeyError|]:
                    pass  # another thread was faster
                """).Saying("`except KeyError` ignores the failure, with a comment beside it"),
            Example.Good("""
                try:
                    price = prices[name]
                except KeyError:
                    price = ask_for_price(name)
                """),
            Example.Bad("from contextlib import suppress\ntry:\n    f()\n[|except (KeyError, OSError)|]:\n    ...",
                fixedTo: "from contextlib import suppress\nwith suppress(KeyError, OSError):\n    f()").Hidden(),
            Example.Bad("import os\n\ntry: f()\n[|except KeyError|]: pass\nprint(1)", fixedTo: "import os\nfrom contextlib import suppress\n\nwith suppress(KeyError): f()\nprint(1)")
                .OnlyAtModuleLevel("the import goes to the top of the file").Hidden(),
            Example.Bad("try:\n    f()\n[|except KeyError|]:\n    pass", fixedTo: "from contextlib import suppress\nwith suppress(KeyError):\n    f()")
                .OnlyAtModuleLevel("the import goes to the top of the file").Hidden(),
            Example.Bad("import os\ntry:\n    f(1)\n[|except ValueError|]:  # noqa: E501\n    pass").Hidden(),
            Example.Bad("for x in xs:\n    try:\n        f(x)\n        g(x)\n    [|except Exception|]:\n        continue").Hidden(),
            Example.Bad("for x in xs:\n    try:\n        y = g(x)\n    [|except ValueError|]:\n        continue\n    f(y)").Hidden(),
            Example.Bad("def g():\n    try:\n        f()\n        h()\n    [|except OSError|]:\n        failed = True").Hidden(),
            Example.Bad("try:\n    f()\n    g()\n[|except|]:\n    pass").Saying("`except` ignores every failure, bugs included, and leaves no trace").Hidden(),
            Example.Bad("import library\ntry:\n    f()\n    g()\n[|except library.Error as e|]:\n    pass").Saying("`except library.Error` ignores the failure and doesn't say why that is right").Hidden(),
            Example.Bad("try:\n    # the long way\n    f()\n    g()\n[|except (KeyError, Exception)|]:\n    pass").Hidden(),
            Example.Bad("try:\n    f()\nexcept KeyError:\n    g()\n[|except OSError|]:\n    pass").Hidden(),
            Example.Bad("try:\n    f()\n    g()\n[|except* OSError|]:\n    pass").Hidden(),
            Example.Bad("try:\n    import json\n    f()\n[|except Exception|]:\n    pass").Hidden(),
            Example.Good("try:\n    import numpy\nexcept ImportError:\n    pass").Hidden(),
            Example.Good("try:\n    from re import NOFLAG\nexcept (ImportError, AttributeError):\n    pass").Hidden(),
            Example.Good("try:\n    text = unicode\nexcept NameError:\n    pass").Hidden(),
            Example.Bad("try:\n    f()\n[|except OSError|]:\n    # best effort: the file may be gone\n    pass").Saying("`except OSError` ignores the failure, with a comment beside it").Hidden(),
            Example.Bad("try:\n    f()\n[|except OSError|]:\n    pass\n    # best effort: the file may be gone\ng()").Saying("`except OSError` ignores the failure, with a comment beside it").Hidden(),
            Example.Bad("try:\n    f()\nexcept KeyError:\n    # the old way\n    g()\n[|except OSError|]:\n    pass").Saying("`except OSError` ignores the failure and doesn't say why that is right").Hidden(),
            Example.Bad("try:\n    f()  # the old way\nexcept KeyError:\n    g()\n[|except OSError|]:\n    pass").Saying("`except OSError` ignores the failure, with a comment beside it").Hidden(),
            Example.Bad("# The cache is only a help.\ntry:\n    f()\n[|except OSError|]:\n    pass").Hidden(),
            Example.Good("def g(d, k):\n    try:\n        return d[k]\n    except KeyError:\n        pass\n    return None").Hidden(),
            Example.Good("port = 8080\ntry:\n    port = int(text)\nexcept ValueError:\n    pass\nprint(port)").Hidden(),
            Example.Good("try:\n    item = next(items)\nexcept (KeyError, StopIteration):\n    item = None\nprint(item)").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyError:\n    pass\nelse:\n    g()").Hidden(),
            Example.Good("def g(s):\n    try:\n        s = s.decode()\n    except UnicodeError:\n        pass\n    return s").Hidden(),
            Example.Good("def g(path):\n    try:\n        with open(path) as file:\n            if h(file):\n                return True\n    except OSError:\n        pass\n    return False").Hidden(),
            Example.Good("for k in ks:\n    try:\n        v = d[k]\n    except KeyError:\n        continue\n    f(v)").Hidden(),
            Example.Good("try:\n    first = f(next(items))\nexcept StopIteration:\n    pass").Hidden(),
            Example.Good("from bdb import BdbQuit\ntry:\n    f()\nexcept BdbQuit:\n    pass").Hidden(),
            Example.Good("try:\n    f()\nexcept BlockingIOError:\n    pass").Hidden(),
            Example.Good("import unittest\nclass T(unittest.TestCase):\n    def test_g(self):\n        try:\n            g()\n        except OSError:\n            pass").Hidden(),
            Example.Good("def test_trace():\n    def f():\n        try:\n            g()\n        except Exception:\n            pass\n    check(f)").Hidden(),
            Example.Good("def test_cleanup(app):\n    try:\n        raise Exception('one before')\n    except Exception:\n        pass\n    assert app.is_clean").Hidden(),
            Example.Bad("def attest_g():\n    try:\n        g()\n    [|except|]:\n        pass").Hidden(),
            Example.Good("def g(text):\n    try:\n        n = int(text)\n        if n > 3:\n            return n\n    except ValueError:\n        pass\n    raise SyntaxError(text)").Hidden(),
            Example.Good("try:\n    f()\nexcept KeyboardInterrupt:\n    pass").Hidden(),
            Example.Good("class A:\n    def __del__(self):\n        try:\n            self.close()\n        except Exception:\n            pass").Hidden(),
            Example.Good("def g():\n    ok = True\n    try:\n        f()\n    except OSError:\n        ok = False\n    return ok").Hidden(),
            Example.Good("# Generated by a tool. DO NOT EDIT.\ntry:\n    f()\nexcept OSError:\n    pass").OnlyAtModuleLevel("the mark stands above the first statement").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<ExceptHandler>(Check);

    private static void Check(ExceptHandler handler, RuleContext context)
    {
        if (handler is not { Body: [var only], Parent: TryStatement { Body.IsEmpty: false } attempt } || !DoesNothing(only, context.Model))
        {
            return;
        }

        var isBroad = IsBroad(handler, context.Model);
        if (IsReasonable(handler, attempt, isBroad, context) || GeneratedFile.Is(context.Tree) || HandlerTypes.AreTooMany(attempt) || IsBroken(attempt, context.Tree))
        {
            return;
        }

        var clause = HandlerTypes.ClauseOf(handler, context.Text);
        if (ExplainedHandler.Is(handler, attempt, context.Tree))
        {
            context.Report(Explained, clause, HandlerTypes.Written(handler, context.Text)).Severity(Severity.Info)
                .Label(only.Span, "the exception ends here")
                .Help("Make sure that the comment says why nothing is to be done. Where the `try` is one statement, `contextlib.suppress` says in code that it is meant.");
            return;
        }

        var found = isBroad ? context.Report(clause, HandlerTypes.Written(handler, context.Text)) : context.Report(Narrow, clause, OneLine(context.TextOf(handler.Type!))).Severity(Severity.Info);
        found.Label(only.Span, "the exception ends here");
        if (only is Pass or ExprStmt && SuppressFix.EditsFor(handler, attempt, context) is { } edits)
        {
            found.Fix(SuppressFix.SafetyOf(handler, context.Model), "write `contextlib.suppress`", edits);
        }
    }

    /// <summary>A value that the handler gives to a variable is a default, unless nobody ever reads it.</summary>
    private static bool DoesNothing(Stmt statement, SemanticModel model) => statement switch
    {
        Pass or Continue => true,
        ExprStmt { Value: Constant { Value: not string } constant } => constant.Value is Ellipsis,
        Assign { Targets: [Name target], Value: Constant } => model.IsEverRead(target) == Answer.No,
        _ => false,
    };

    /// <summary>What follows may be the reason.</summary>
    private static bool IsBroken(TryStatement attempt, SyntaxTree tree) =>
        tree.HasParseErrors
        && (BrokenCode.Is(attempt, tree) || (attempt.SubtreeEnd < tree.Nodes.Length && tree.Nodes[attempt.SubtreeEnd] is Stmt next && BrokenCode.Is(next, tree)));

    private static bool IsBroad(ExceptHandler handler, SemanticModel model)
    {
        foreach (var type in HandlerTypes.Of(handler))
        {
            if (model.IsBuiltin(type, "Exception") || model.IsBuiltin(type, "BaseException"))
            {
                return true;
            }
        }

        return handler.Type is null;
    }

    private static bool IsReasonable(ExceptHandler handler, TryStatement attempt, bool isBroad, RuleContext context)
    {
        if (handler.Ancestor<FunctionDefinition>() is { Name.Text: "__del__" })
        {
            return true;
        }

        if (isBroad)
        {
            // What is raised right there is no surprise, and many a test is about what comes after a failure.
            return attempt.Body is [Raise] || TestCode.Contains(handler);
        }

        return !attempt.OrElse.IsEmpty
            || IsProbe(handler, attempt, context.Model)
            || IsSignal(handler, context.Model)
            || (context.Model.CompletionOf(attempt.Body) & Completion.FallsThrough) == 0
            || ReturnsBehind(attempt, context.Model)
            || SkipsMiss(handler, attempt, context.Model)
            || HasDefault(attempt, context.Model)
            || TestCode.Contains(handler);
    }

    /// <summary>True for what says by its name that somebody asked to stop or to try again: no failure.</summary>
    private static bool IsSignal(ExceptHandler handler, SemanticModel model)
    {
        foreach (var type in HandlerTypes.Of(handler))
        {
            var name = HandedOver.NameOf(type);
            if (model.KnownName(type) is "BlockingIOError" or "InterruptedError"
                || name.Contains("Quit", StringComparison.Ordinal) || name.Contains("Stop", StringComparison.Ordinal) || name.Contains("Again", StringComparison.Ordinal) || name.Contains("WantRead", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// What a module or this Python has is found out by trying, and so is whether an iterator has more. Exceptions that end the program
    /// are the business of whoever catches them on purpose.
    /// </summary>
    private static bool IsProbe(ExceptHandler handler, TryStatement attempt, SemanticModel model)
    {
        foreach (var type in HandlerTypes.Of(handler))
        {
            if (model.KnownName(type) is "ImportError" or "ModuleNotFoundError" or "NameError" or "KeyboardInterrupt" or "SystemExit" or "GeneratorExit"
                or "StopIteration" or "StopAsyncIteration" or "asyncio.CancelledError")
            {
                return true;
            }
        }

        return attempt.Body is [Import or ImportFrom, ..];
    }

    /// <summary>True when the last statement binds a variable that has a value already: that one is the default.</summary>
    private static bool HasDefault(TryStatement attempt, SemanticModel model)
    {
        if (attempt.Body[^1] is not Assign { Targets: [Name bound] } || model.SymbolOf(bound) is not { } symbol)
        {
            return false;
        }

        foreach (var binding in symbol.Bindings)
        {
            if (binding.BindsValue && binding.Span.Start < attempt.Span.Start)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the next statement raises, or returns what holds on failure and a <c>return</c> in the body what holds on success.</summary>
    private static bool ReturnsBehind(TryStatement attempt, SemanticModel model)
    {
        var nodes = model.Tree.Nodes;
        if (attempt.SubtreeEnd == nodes.Length || nodes[attempt.SubtreeEnd] is not (Return or Raise) || nodes[attempt.SubtreeEnd].Parent != attempt.Parent)
        {
            return false;
        }

        return nodes[attempt.SubtreeEnd] is Raise || (model.CompletionOf(attempt.Body) & Completion.Returns) != 0;
    }

    /// <summary>A key or attribute that isn't there is an answer, and going on with the next element is what is done about it.</summary>
    private static bool SkipsMiss(ExceptHandler handler, TryStatement attempt, SemanticModel model)
    {
        if (handler.Body is not [Continue] || attempt.Body.Length != 1)
        {
            return false;
        }

        foreach (var type in HandlerTypes.Of(handler))
        {
            if (model.KnownName(type) is not ("KeyError" or "IndexError" or "LookupError" or "AttributeError"))
            {
                return false;
            }
        }

        return true;
    }

    private static string OneLine(string text) => text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : "except (…)";
}
