using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A read of a variable that only the body of a <c>try</c> binds, behind a handler that lets the program go on.</summary>
public sealed class UnboundAfterExcept : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS207",
        Name = "unbound-after-except",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Error,
        Aliases = ["E0601", "used-before-assignment", "E0606", "possibly-used-before-assignment", "reportPossiblyUnboundVariable", "reportPossiblyUnbound", "E9969"],
        Message = "`{name}` has no value here when `{clause}` has run: only success binds it",
        Why = "An exception leaves the `try` in the middle of a line: the assignment in which it happened is not carried out, nor is any behind it. "
            + "The handler then ends as if all were well, and the next line that reads the name raises `NameError` (in a function its subclass "
            + "`UnboundLocalError`), which says nothing of the first failure.",
        Instead = "Put what needs the value into `else:`, which runs only on success; or give the name a value before the `try` or in the handler; or "
            + "leave by `return`, `raise` or `continue`.",
        Interview = new(
            "What is the `else` of a `try` good for?",
            "It runs only when the `try` succeeded, so that names bound there are surely bound, and its own exceptions don't fall into the handlers. That "
            + "keeps the `try` as narrow as the one call that may fail. The alternative is a default before the `try`, which I take when a failure has a "
            + "sensible value; where it has none, a made-up one like `None` only moves the error."),
        FineWhen = "When the name has a value before, when each handler binds it or leaves, and when a flag or a test tells the code behind about the "
            + "failure: the rule is silent there, and in tests. In a loop the value may come from an earlier round, and it is silent too.",
        Examples =
        [
            Example.Bad("""
                def total(text):
                    try:
                        prices = parse(text)
                    except ValueError:
                        logger.warning("no prices in %r", text)
                    return sum([|prices|])
                """).Saying("`prices` has no value here when `except ValueError` has run: only success binds it"),
            Example.Bad("""
                try:
                    with open("names.txt", encoding="utf-8") as file:
                        names = file.read().split()
                except OSError:
                    failed.append("names.txt")
                print(len([|names|]), "names")
                """).Saying("`names` has no value here when `except OSError` has run: only success binds it"),
            Example.Good("""
                def total(text):
                    try:
                        prices = parse(text)
                    except ValueError:
                        logger.warning("no prices in %r", text)
                        return 0
                    else:
                        return sum(prices)
                """),
            Example.Good("""
                names = []
                try:
                    with open("names.txt", encoding="utf-8") as file:
                        names = file.read().split()
                except OSError:
                    logger.info("no names yet")
                print(len(names), "names")
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        // Bound in the try, the handler swallows, used after; the remedy is `else`.
        Example.Bad("try:\n    a = f()\nexcept KeyError:\n    pass\ng([|a|])\nh(a)").From("pylint #5524, #4761").Hidden(),
        Example.Bad("try:\n    a = f()\nexcept:\n    pass\ng([|a|])").Saying("`a` has no value here when `except` has run: only success binds it").Hidden(),
        Example.Bad("try:\n    a, (b, c) = f()\nexcept KeyError:\n    pass\ng([|b|])").Hidden(),
        Example.Bad("try:\n    a: int = f()\nexcept KeyError as e:\n    h(e)\ng([|a|])").Hidden(),
        Example.Bad("try:\n    a = f()\nexcept KeyError:\n    print('no')\ng([|a|])").Hidden(),
        Example.Bad("try:\n    a = f()\nexcept KeyError:\n    a = 1\nexcept OSError:\n    h()\ng([|a|])").Saying("`a` has no value here when `except OSError` has run: only success binds it").Hidden(),
        Example.Bad("try:\n    a = f()\nexcept KeyError:\n    if h():\n        raise\ng([|a|])").Hidden(),
        Example.Bad("try:\n    a = f()\nexcept* KeyError:\n    h()\ng([|a|])").Hidden(),
        Example.Bad("try:\n    a = f()\n    b = g(a)\nexcept KeyError:\n    h()\ng([|a|], [|b|])").Hidden(),
        Example.Bad("try:\n    a = f()\nexcept KeyError:\n    h()\nfinally:\n    k()\nif [|a|]:\n    g()").Hidden(),
        Example.Bad("def g(self):\n    try:\n        a = self.a\n        a.show()\n    except AttributeError:\n        h()\n    [|a|].hide()").Hidden(),
        // Bound elsewhere.
        Example.Good("a = 0\ntry:\n    a = f()\nexcept KeyError:\n    h()\ng(a)").Hidden(),
        Example.Good("try:\n    a = f()\nexcept KeyError:\n    a = None\nexcept OSError:\n    raise\ng(a)").Hidden(),
        Example.Good("try:\n    a = f()\nexcept KeyError:\n    h()\nfinally:\n    a = 1\ng(a)").Hidden(),
        Example.Good("def k(a):\n    try:\n        a = f(a)\n    except KeyError:\n        h()\n    return a").Hidden(),
        Example.Good("try:\n    a = f()\n    del a\nexcept KeyError:\n    h()\ng(a)").Hidden(),
        // The handler leaves.
        Example.Good("import sys\ntry:\n    a = f()\nexcept KeyError:\n    sys.exit('no')\ng(a)").Hidden(),
        Example.Good("def die():\n    raise SystemExit(1)\ntry:\n    a = f()\nexcept KeyError:\n    die()\ng(a)").Hidden(),
        Example.Good("try:\n    a = f()\nexcept KeyError:\n    parser.error('no')\ng(a)").From("pylint #9664, #7563").Hidden(),
        Example.Good("def k():\n    try:\n        a = f()\n    except KeyError:\n        return None\n    return a").Hidden(),
        Example.Good("try:\n    input = raw_input\nexcept NameError:\n    pass\ninput()").OnlyAtModuleLevel("a function has no built-in behind its variables").Hidden(),
        // Loops: the value of an earlier round.
        Example.Good("for x in xs:\n    try:\n        a = f(x)\n    except KeyError:\n        h()\n    g(a)").Hidden(),
        Example.Good("while True:\n    try:\n        a = f()\n        break\n    except KeyError:\n        h()\ng(a)").Hidden(),
        // Something tells.
        Example.Good("ok = True\ntry:\n    a = f()\nexcept KeyError:\n    ok = False\nif ok:\n    g(a)").From("pylint #9663, #9628").Hidden(),
        Example.Good("def k():\n    error = None\n    try:\n        a = f()\n    except KeyError as e:\n        error = e\n    if error:\n        return None\n    return a").Hidden(),
        Example.Good("def k(self):\n    try:\n        a = f()\n    except KeyError:\n        self.bad = True\n    return None if self.bad else a").Hidden(),
        Example.Good("try:\n    a = f()\nexcept KeyError:\n    h()\nif 'a' in locals():\n    g(a)").Hidden(),
        Example.Good("class A:\n    def g(self, t):\n        try:\n            n = int(t)\n        except ValueError:\n            self.report(t)\n        return n\n    def report(self, t):\n        raise KeyError(t)").Hidden(),
        Example.Good("def g(self):\n    try:\n        a = self.a\n        a.show()\n    except TclError:\n        h()\n    a.hide()").Hidden(),
        Example.Good("def test_g():\n    try:\n        a = f()\n    except KeyError:\n        h()\n    assert a").Hidden(),
        // The `finally` reads what the first line binds, or another function reads it.
        Example.Good("try:\n    a = f()\n    g(a)\nexcept KeyError:\n    h()\nfinally:\n    h(a)").From("pylint #9639").Hidden(),
        Example.Good("def k():\n    try:\n        a = f()\n    except KeyError:\n        h()\n    def g():\n        return a\n    return g").Hidden(),
        Example.Good("try:\n    if f():\n        a = 1\nexcept KeyError:\n    h()\ng(a)").Hidden(),
        Example.Good("from typing import assert_never\ntry:\n    a = f()\nexcept KeyError as e:\n    assert_never(e)\ng(a)").From("pylint #9643, #11271").Hidden(),
        Example.Good("try:\n    a = f()\nexcept KeyError:\n    h()\nelse:\n    g(a)").From("pylint #6790, #9451, #7350").Hidden(),
        Example.Good("def k(x):\n    try:\n        if x:\n            a = 1\n        else:\n            a = 2\n    finally:\n        g(a)").From("pylint #9639").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<Try>(Check);
        on.Visit<TryStar>(Check);
    }

    private static void Check(TryStatement attempt, RuleContext context)
    {
        if (attempt.Handlers.IsEmpty || HandlerTypes.AreTooMany(attempt) || TestCode.Holds(attempt))
        {
            return;
        }

        foreach (var result in FailedResult.Of(attempt, context.Model))
        {
            if (result.Loop is null)
            {
                Report(result, attempt, context);
            }
        }
    }

    private static void Report(in FailedResult result, TryStatement attempt, RuleContext context)
    {
        DiagnosticBuilder? found = null;
        foreach (var handler in attempt.Handlers)
        {
            if (result.IsLostBy(handler, context.Model))
            {
                var clause = HandlerTypes.Written(handler, context.Text);
                found ??= context.Report(result.Read.Span, result.Variable.Name, clause)
                    .Label(result.Binding, "bound here when nothing fails")
                    .Help($"Put what needs `{result.Variable.Name}` into `else:` behind the handlers, or give it a value before the `try` or in `{clause}`.");
                found.Label(HandlerTypes.ClauseOf(handler, context.Text), "lets the program go on without it")
                    .YieldTo("PLS205", handler.Span.Start);
            }
        }
    }
}
