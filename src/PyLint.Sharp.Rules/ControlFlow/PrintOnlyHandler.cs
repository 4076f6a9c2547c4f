using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>A handler that only prints, after which the code works with a result that it hasn't got.</summary>
/// <remarks>
/// A finding names the damage: the variable without a value, or the function that returns nothing. So broad-except and
/// unbound-after-except, which see the type of the handler and the read of the variable, yield to it. A handler that prints and does no
/// such damage is none of this rule's business.
/// </remarks>
public sealed class PrintOnlyHandler : Rule
{
    private const string Unbound = "`{clause}` only prints and goes on, and then `{name}` has no value";
    private const string Stale = "`{clause}` only prints and goes on with the `{name}` of an earlier round, or with none";
    private const string Nothing = "`{clause}` only prints, and `{function}` then returns `None` in the place of a result";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS205",
        Name = "print-only-handler",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Aliases = ["TRY400", "S8572"],
        Message = Unbound,
        OtherMessages = [Stale, Nothing],
        Why = "A `print` is for the person at the screen; the program learns nothing from it. When the handler ends, Python takes the exception as "
            + "dealt with and goes on behind the `try`, where the result is missing. So the second error, a `NameError` or a `None` that spreads, "
            + "hides the first.",
        Instead = "Put what needs the result into `else:`, or let the handler decide how to go on: `return`, `raise`, `continue`, or a default value. "
            + "In a service log with `logger.exception(…)`, which keeps the traceback.",
        Interview = new(
            "A function prints “file not found” and returns `None`. What will its callers say?",
            "They can't tell an error from an empty result, so the program fails later with a `TypeError` far from the cause, or goes on with "
            + "nonsense. I let the function raise and print at the boundary, where somebody can decide. The trade-off: in a small script a message "
            + "and `sys.exit(1)` right in the handler is shorter, and as honest."),
        FineWhen = "In `main()` and at other outermost places, where the user is who must know; and when the handler then leaves by `return`, "
            + "`raise`, `continue` or `sys.exit()`, or when nothing behind needs the result.",
        Examples =
        [
            Example.Bad("""
                def show_age(text):
                    try:
                        age = int(text)
                    [|except ValueError|]:
                        print("not a number:", text)
                    print("in ten years:", age + 10)
                """).Saying("`except ValueError` only prints and goes on, and then `age` has no value"),
            Example.Bad("""
                def read_config(path):
                    try:
                        with open(path, encoding="utf-8") as file:
                            return file.read()
                    [|except FileNotFoundError|]:
                        print("no such file:", path)
                """).Saying("`except FileNotFoundError` only prints, and `read_config` then returns `None` in the place of a result"),
            Example.Good("""
                def show_age(text):
                    try:
                        age = int(text)
                    except ValueError:
                        print("not a number:", text)
                    else:
                        print("in ten years:", age + 10)
                """),
            Example.Good("""
                def read_config(path):
                    try:
                        with open(path, encoding="utf-8") as file:
                            return file.read()
                    except FileNotFoundError:
                        print("no such file:", path)
                        raise
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        // The result is used.
        Example.Bad("try:\n    data = f()\n[|except Exception as e|]:\n    print(e)\ng(data)").Saying("`except Exception` only prints and goes on, and then `data` has no value").Hidden(),
        Example.Bad("try:\n    data = f()\n[|except|]:\n    print('no')\ng(data)").Saying("`except` only prints and goes on, and then `data` has no value").Hidden(),
        Example.Bad("import sys\ntry:\n    a, b = f()\n[|except (KeyError, OSError)|]:\n    sys.stderr.write('no')\n    print()\ng(b)").Hidden(),
        Example.Bad("try:\n    with open(p) as file:\n        text = file.read()\n[|except OSError as e|]:\n    print(f'{p}: {e}')\nfor line in text:\n    g(line)").Hidden(),
        Example.Bad("try:\n    a = f()\n[|except KeyError|]:\n    print('key')\n[|except OSError|]:\n    print('file')\ng(a)").Hidden(),
        Example.Bad("try:\n    a = f()\n[|except KeyError|]:\n    print('key')\nexcept OSError:\n    raise\ng(a)").Hidden(),
        Example.Bad("try:\n    a = f()\n[|except KeyError|]:\n    print('key')\nfinally:\n    h()\ng(a)").Hidden(),
        Example.Bad("for p in ps:\n    try:\n        a = f(p)\n    [|except OSError|]:\n        print('no')\n    g(a)").Saying("`except OSError` only prints and goes on with the `a` of an earlier round, or with none").Hidden(),
        Example.Bad("while True:\n    try:\n        n = int(input())\n    [|except ValueError|]:\n        print('no')\n    if n > 3:\n        break").Hidden(),
        // Nothing is returned.
        Example.Bad("def g(a, b):\n    if b:\n        try:\n            c = a / b\n        [|except TypeError|]:\n            print('no')\n        else:\n            return c").Hidden(),
        Example.Bad("class A:\n    def g(self):\n        with self.lock:\n            try:\n                return self.h()\n            [|except OSError as e|]:\n                print(e)").Hidden(),
        // It leaves, records, or binds.
        Example.Good("try:\n    a = f()\nexcept OSError:\n    print('no')\n    raise SystemExit(1)\ng(a)").Hidden(),
        Example.Good("import sys\ntry:\n    a = f()\nexcept OSError:\n    print('no')\n    sys.exit(1)\ng(a)").Hidden(),
        Example.Good("for p in ps:\n    try:\n        a = f(p)\n    except OSError:\n        print('no')\n        continue\n    g(a)").Hidden(),
        Example.Good("def g(p):\n    try:\n        a = f(p)\n    except OSError:\n        print('no')\n        return None\n    return a").Hidden(),
        Example.Good("def g(p):\n    try:\n        a = f(p)\n    except OSError:\n        print('no')\n        a = None\n    return a").Hidden(),
        Example.Good("def g(p):\n    a = None\n    try:\n        a = f(p)\n    except OSError:\n        print('no')\n    return a").Hidden(),
        Example.Good("import traceback\ndef g(p):\n    try:\n        return f(p)\n    except OSError:\n        print(traceback.format_exc())").Hidden(),
        Example.Good("def main():\n    try:\n        a = f()\n    except OSError as e:\n        print(e)\n    else:\n        g(a)").Hidden(),
        Example.Good("def main():\n    try:\n        return f()\n    except OSError as e:\n        print(e)").Hidden(),
        // Asked again, nothing to return, or not the end.
        Example.Good("def ask():\n    while True:\n        try:\n            return int(input())\n        except ValueError:\n            print('again')").Hidden(),
        Example.Good("def g(p):\n    try:\n        f(p)\n    except OSError:\n        print('no')").Hidden(),
        Example.Good("def g(p):\n    try:\n        return f(p)\n    except OSError:\n        print('no')\n    return 0").Hidden(),
        Example.Good("def g(p) -> str | None:\n    try:\n        return f(p)\n    except OSError:\n        print('no')\n    return None").Hidden(),
        Example.Good("def g(p):\n    try:\n        if p:\n            return f(p)\n    except OSError:\n        print('no')").Hidden(),
        Example.Good("def g(p):\n    try:\n        f(p)\n        return\n    except OSError:\n        print('no')").Hidden(),
        Example.Good("def g(p):\n    ok = True\n    try:\n        a = f(p)\n    except OSError:\n        print('no')\n    else:\n        h(a)").Hidden(),
        Example.Good("from shell import *\ndef g():\n    try:\n        return f()\n    except OSError:\n        print('no')").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<Try>(Check);
        on.Visit<TryStar>(Check);
    }

    private static void Check(TryStatement attempt, RuleContext context)
    {
        if (HandlerTypes.AreTooMany(attempt))
        {
            return;
        }

        List<FailedResult>? results = null;
        foreach (var handler in attempt.Handlers)
        {
            if (PrintOnly.Is(handler, context.Model) && !IsFine(handler, context))
            {
                results ??= FailedResult.Of(attempt, context.Model);
                Check(handler, attempt, results, context);
            }
        }
    }

    private static bool IsFine(ExceptHandler handler, RuleContext context) =>
        (context.Model.CompletionOf(handler.Body) & Completion.FallsThrough) == 0
        || LoggedTraceback.By(handler, default)
        || Boundary.Holds(handler, context.Model)
        || TestCode.Holds(handler)
        || GeneratedFile.Is(context.Tree);

    private static void Check(ExceptHandler handler, TryStatement attempt, List<FailedResult> results, RuleContext context)
    {
        var clause = HandlerTypes.ClauseOf(handler, context.Text);
        var written = HandlerTypes.Written(handler, context.Text);
        foreach (var result in results)
        {
            if (result.IsLostBy(handler, context.Model))
            {
                context.Report(result.Loop is null ? Unbound : Stale, clause, written, result.Variable.Name)
                    .Label(result.Binding, $"only success binds `{result.Variable.Name}`")
                    .Label(result.Read.Span, "a failure comes here as well")
                    .Help($"Put what needs `{result.Variable.Name}` into `else:` behind the handlers, or let the handler leave by `return`, `raise` or `{(result.Loop is null ? "sys.exit(1)" : "continue")}`.");
                return;
            }
        }

        if (ResultOf(attempt, context.Model) is { } function)
        {
            context.Report(Nothing, clause, written, function.Name.Text)
                .Label(handler.Body[^1].Span, "behind this the function ends")
                .Help($"Let `{function.Name.Text}` raise, and print where it is called; or write what a failure returns.");
        }
    }

    /// <summary>The function that returns a value when the <c>try</c> at its end succeeds; null where there is none.</summary>
    private static FunctionDefinition? ResultOf(TryStatement attempt, SemanticModel model)
    {
        Node inner = attempt;
        while (inner.Parent is If or WithStatement && IsLast(inner))
        {
            inner = inner.Parent;
        }

        return inner.Parent is FunctionDefinition function && function.Body[^1] == inner && ReturnsValue(attempt, model) && !model.IsGenerator(function) && !MayReturnNone(function)
            ? function
            : null;
    }

    private static bool IsLast(Node statement) => statement.Parent switch
    {
        If branch => branch.Body[^1] == statement || (!branch.OrElse.IsEmpty && branch.OrElse[^1] == statement),
        WithStatement with => with.Body[^1] == statement,
        _ => false,
    };

    /// <summary>True when success never comes to the end of the function, and something in the <c>try</c> returns a value.</summary>
    private static bool ReturnsValue(TryStatement attempt, SemanticModel model)
    {
        var last = attempt.OrElse.IsEmpty ? attempt.Body : attempt.OrElse;
        if (!attempt.FinalBody.IsEmpty || last.IsEmpty || (model.CompletionOf(last) & (Completion.FallsThrough | Completion.Returns)) != Completion.Returns)
        {
            return false;
        }

        foreach (var node in model.Tree.All<Return>(attempt))
        {
            if (node is { Value: not (null or Constant { Value: null }) } && model.ScopeOf(node) == model.ScopeOf(attempt))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayReturnNone(FunctionDefinition function)
    {
        if (function.Returns is { } annotation)
        {
            foreach (var node in function.Tree.Subtree(annotation))
            {
                if (node is Constant or Name { Id: "Optional" or "Any" } or Attribute { Attr.Text: "Optional" or "Any" })
                {
                    return true;
                }
            }
        }

        return false;
    }
}
