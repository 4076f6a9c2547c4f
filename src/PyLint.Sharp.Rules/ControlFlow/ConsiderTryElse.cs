using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow;

/// <summary>Statements at the end of a <c>try</c> that belong to its <c>else</c>.</summary>
public sealed class ConsiderTryElse : Rule
{
    private const string Success = "`{statement}` runs only on success and can't raise what is caught here: it belongs in `else`";
    private const string Either = "`{statement}` runs only on success: put it into `else` or, as every handler leaves, right behind the `try`";
    private const string Flag = "`{flag}` only remembers whether something was raised: `else` and `except` tell that without a flag";

    private const int LongestQuote = 40;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS206",
        Name = "consider-try-else",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Info,
        Aliases = ["TRY300", "WPS419"],
        Message = Success,
        OtherMessages = [Either, Flag],
        Why = "Everything between `try:` and `except` claims that it may fail in the way that the handler names. Code that only runs on "
            + "success makes that claim too, so a reader must work out which line the handler is for, and the next line added there is "
            + "guarded by accident. Python has a place for it: `else` runs when the body came to its end without an exception, and the "
            + "handlers above don't catch what is raised in it.",
        Instead = "Leave in `try` only what can raise the caught exception, and put what follows from success into `else:`.",
        Interview = new(
            "When does the `else` of a `try` run, and why not write its code at the end of the `try` block?",
            "It runs when the `try` body ended without an exception and without `return`, `break` or `continue`; after it comes `finally`. "
            + "Exceptions raised in `else` are not caught by the handlers above, so the `try` block stays narrow and a bug in the success "
            + "path isn't mistaken for the expected failure. The trade-off is one more block: where every handler leaves, the code can as "
            + "well follow the statement, with less nesting."),
        FineWhen = "When what you return may itself raise the caught exception, as in `return row[key]` under `except KeyError`, it has to "
            + "stay: the rule is silent there. And a function that only asks (`int(text)`, "
            + "`return True`, and `return False` in the handler) gains nothing from one more block.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                def read_port(text):
                    try:
                        port = int(text)
                        [|return port|]
                    except ValueError:
                        print("not a number:", text)
                    return 8080
                """, fixedTo: """
                def read_port(text):
                    try:
                        port = int(text)
                    except ValueError:
                        print("not a number:", text)
                    else:
                        return port
                    return 8080
                """).Saying("`return port` runs only on success and can't raise what is caught here: it belongs in `else`"),
            Example.Bad("""
                found = False
                try:
                    price = prices[name]
                    [|found = True|]
                except KeyError:
                    print("no price for", name)
                if found:
                    print(price)
                """, fixedTo: """
                found = False
                try:
                    price = prices[name]
                except KeyError:
                    print("no price for", name)
                else:
                    found = True
                if found:
                    print(price)
                """).Saying("`found` only remembers whether something was raised: `else` and `except` tell that without a flag"),
            Example.Good("""
                try:
                    price = prices[name]
                except KeyError:
                    print("no price for", name)
                else:
                    print(price)
                """),
            Example.Good("""
                def first_price(rows):
                    try:
                        row = rows[0]
                        return row["price"]
                    except LookupError:
                        return None
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        // Every handler leaves: two equal ways.
        Example.Bad("def g(d, k):\n    try:\n        v = d[k]\n        [|return v|]\n    except KeyError:\n        return None")
            .Saying("`return v` runs only on success: put it into `else` or, as every handler leaves, right behind the `try`").From("tryceratops #5").Hidden(),
        Example.Bad("def g(d):\n    try:\n        v = d['k']\n        [|return v|]\n    except KeyError as e:\n        raise ValueError from e\n    finally:\n        done()")
            .Saying("`return v` runs only on success and can't raise what is caught here: it belongs in `else`").Hidden(),
        // What moves, and what moves with it.
        Example.Bad("for t in texts:\n    try:\n        f(t)  # may fail\n\n        # it did not\n        [|ok = True\n        done = False|]  # done\n        # so much for that\n    except E:  # no\n        pass\n        # nothing\nrest()",
            fixedTo: "for t in texts:\n    try:\n        f(t)  # may fail\n    except E:  # no\n        pass\n        # nothing\n    else:\n        # it did not\n        ok = True\n        done = False  # done\n        # so much for that\nrest()").Hidden(),
        Example.Bad("try:\n    f()\n    [|ok = True|]\nexcept E: ok = False\nfinally:\n    g()", fixedTo: "try:\n    f()\nexcept E: ok = False\nelse:\n    ok = True\nfinally:\n    g()").Hidden(),
        Example.Bad("try:\n    f(); [|ok = True|]\nexcept E:\n    ok = False").Hidden(),
        Example.Bad("try:\n    import ssl\n    [|HAS_SSL = True|]\nexcept ImportError:\n    HAS_SSL = False").Hidden(),
        Example.Bad("try:\n    r = a / b\n    [|print('result', r)|]\nexcept ZeroDivisionError:\n    print('no')").Hidden(),
        Example.Bad("try:\n    n = len(xs[0])\n    [|print(f'{n} columns')|]\nexcept IndexError:\n    print('no')").Hidden(),
        Example.Bad("good = []\nfor t in ts:\n    try:\n        n = int(t)\n        [|good.append(n)|]\n    except ValueError:\n        skip(t)").Hidden(),
        Example.Bad("def g(x):\n    try:\n        y = f(x)\n        [|return x, y|]\n    except Exception:\n        log()").Hidden(),
        Example.Bad("def g(x):\n    try:\n        f(x)\n        [|return True|]\n    except:\n        return h()").Hidden(),
        Example.Bad("def g(x):\n    try:\n        y = f(x)\n        h(y)\n        [|return -1|]\n    except Exception:\n        return 0").Hidden(),
        Example.Bad("class Bad(Exception): pass\ntry:\n    f()\n    [|print('good')|]\nexcept Bad:\n    g()").Hidden(),
        Example.Bad("def g(m):\n    try:\n        if not m.ok:\n            raise KeyError\n        v = m.v\n        [|return v|]\n    except KeyError:\n        h()").Hidden(),
        Example.Bad("def g(k):\n    try:\n        f(k)\n        [|return CACHE|]\n    except KeyError:\n        h()").Hidden(),
        Example.Bad("try:\n    f()\n    [|ok = True|]\nexcept* E:\n    ok = False").Hidden(),
        Example.Bad("try:\n    f()\n    [|failed = False|]\nexcept E:\n    failed = True\n\n# so?\nif failed == True:\n    g()")
            .Saying("`failed` only remembers whether something was raised: `else` and `except` tell that without a flag").Hidden(),
        Example.Bad("if a:\n    try:\n        f()\n        [|ok = True|]\n    except E:\n        ok = False\nelse:\n    if ok:\n        g()")
            .Saying("`ok = True` runs only on success and can't raise what is caught here: it belongs in `else`").Hidden(),
        Example.Bad("if a:\n    try:\n        f()\n        [|ok = True|]\n    except E:\n        ok = False\nelif ok:\n    g()")
            .Saying("`ok = True` runs only on success and can't raise what is caught here: it belongs in `else`").Hidden(),
        Example.Bad("try:\n    import fastjson\n    [|has_fast = True|]\nexcept ImportError:\n    has_fast = False\nif has_fast:\n    g()")
            .Saying("`has_fast = True` runs only on success and can't raise what is caught here: it belongs in `else`").Hidden(),
        Example.Bad("def g():\n    try:\n        f()\n        [|ok = True|]\n    except E:\n        ok = False\n    if ok:\n        h()\n    for x in xs:\n        k(ok)")
            .Saying("`ok = True` runs only on success and can't raise what is caught here: it belongs in `else`").Hidden(),
        // What it returns may raise what is caught.
        Example.Good("def g(o):\n    try:\n        o.load()\n        return o.value\n    except AttributeError:\n        return h()").From("ai-shifu PR #2523").Hidden(),
        Example.Good("def g(a, b):\n    try:\n        c = a.x\n        return a > b\n    except TypeError:\n        return h()").From("ai-shifu PR #2523").Hidden(),
        Example.Good("def g(a):\n    try:\n        c = a.x\n        return c + 1\n    except TypeError:\n        return h()").Hidden(),
        Example.Good("def g(a):\n    try:\n        a.open()\n        return a.read()\n    except OSError:\n        return h()").Hidden(),
        Example.Good("def g():\n    try:\n        f()\n        return CACHE\n    except Exception:\n        log.exception('no')\n        return h()").Hidden(),
        Example.Good("def g():\n    try:\n        f()\n        return CACHE\n    except NameError:\n        return h()").Hidden(),
        Example.Good("def g(a):\n    h()\n    try:\n        if a:\n            v = 1\n        f()\n        return v\n    except Exception:\n        log.exception('no')\n        return h()").Hidden(),
        Example.Bad("try:\n    n = int(t)\n    [|print('so', n)|]\nexcept ValueError:\n    print('no')", fixedTo: "try:\n    n = int(t)\nexcept ValueError:\n    print('no')\nelse:\n    print('so', n)").Hidden(),
        Example.Bad("while True:\n    try:\n        n = int(t)\n        [|print(f'{n} it is')|]\n    except (ValueError, TypeError):\n        print('no')").Hidden(),
        Example.Good("try:\n    f()\n    print('done')\nexcept UnicodeEncodeError:\n    g()").Hidden(),
        Example.Good("try:\n    v = h(x)\n    print(v)\nexcept ValueError:\n    g()").Hidden(),
        Example.Good("try:\n    f()\n    print('done')\nexcept OSError:\n    g()").Hidden(),
        Example.Good("try:\n    f()\n    print('done')\nexcept UnicodeError:\n    g()").Hidden(),
        Example.Good("try:\n    f()\n    print('done')\nexcept KeyboardInterrupt:\n    g()").Hidden(),
        Example.Good("try:\n    f()\n    print('done')\nexcept Exception:\n    log.exception('no')").Hidden(),
        Example.Good("try:\n    f()\n    print('done')\nexcept library.Error:\n    g()").Hidden(),
        Example.Good("try:\n    f()\n    print('done', file=log)\nexcept KeyError:\n    g()").Hidden(),
        Example.Good("class A(B):\n    def log(self, print):\n        try:\n            f()\n            print('done')\n        except KeyError:\n            g()").Hidden(),
        Example.Good("try:\n    v = d[k]\n    print(v)\nexcept KeyError:\n    g()").Hidden(),
        Example.Good("try:\n    v = d[k]\n    print(v.name)\nexcept ZeroDivisionError:\n    g()").Hidden(),
        Example.Good("try:\n    v = d[k]\n    seen.append(v)\nexcept KeyError:\n    g()").Hidden(),
        Example.Good("try:\n    v = d[k]\n    o.v = v\nexcept KeyError:\n    g()").Hidden(),
        // No success path, or not the only one.
        Example.Good("def g():\n    try:\n        return 1\n    except E:\n        return h()").Hidden(),
        Example.Good("def g():\n    try:\n        f()\n        return 1\n    finally:\n        h()").From("ruff #3632").Hidden(),
        Example.Good("def g(a, x, y):\n    try:\n        if a():\n            return x\n        return y\n    except E:\n        return h()").From("ruff #17264, #21055, #11512, #25167").Hidden(),
        Example.Good("def g(a, x, y):\n    try:\n        if a():\n            return x\n        else:\n            return y\n    except E:\n        return h()").Hidden(),
        Example.Good("def g(xs):\n    try:\n        for x in xs:\n            if x.ok:\n                return x\n        return None\n    except E:\n        return h()").Hidden(),
        Example.Good("def g(t):\n    try:\n        int(t)\n        return True\n    except ValueError:\n        return False").Hidden(),
        Example.Good("def g(t):\n    try:\n        f(t)\n        return\n    except E:\n        pass\n    h()").Hidden(),
        Example.Good("try:\n    f()\n    status = 0\nexcept E:\n    status = 1").Hidden(),
        Example.Good("def g(a):\n    try:\n        b = a\n        return b\n    except E:\n        return h()").Hidden(),
        Example.Good("def g():\n    try:\n        raise E\n        return 1\n    except E:\n        return h()").Hidden(),
        Example.Good("while True:\n    try:\n        n = int(input())\n        break\n    except ValueError:\n        print('again')").Hidden(),
        Example.Good("for x in xs:\n    try:\n        f(x)\n        continue\n    except E:\n        pass\n    g(x)").Hidden(),
        Example.Good("def g(f):\n    try:\n        with f() as h:\n            return h\n    except E:\n        return None").Hidden(),
        Example.Good("def g(d, k):\n    try:\n        v = d[k]\n    except KeyError:\n        return None\n    else:\n        return v").From("pylint #8155, #9901, #7788, PR #7888, ruff #8018, PR #24239").Hidden(),
        Example.Good("def g(t):\n    try:\n        n = int(t)\n        if n < 0:\n            raise OverflowError(n)\n    except ValueError:\n        n = 0\n    return n").From("ruff #5246").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<Try>(Check);
        on.Visit<TryStar>(Check);
    }

    private static void Check(TryStatement attempt, RuleContext context)
    {
        if (attempt.Handlers.IsEmpty || !attempt.OrElse.IsEmpty || SuccessRun.Of(attempt, context.Model) is not { } run)
        {
            return;
        }

        var found = Report(run, context);
        var edits = ElseMove.Of(run, context.Tree);
        if (edits.Length > 0)
        {
            var isSafe = run.IsProven && attempt.FinalBody.IsEmpty;
            found.Fix(isSafe ? FixSafety.Safe : FixSafety.Unsafe, $"move `{Quote(run.First, context)}` into `else`", edits);
        }
    }

    private static DiagnosticBuilder Report(SuccessRun run, RuleContext context)
    {
        var attempt = run.Attempt;
        if (FlagTest.Behind(run, context.Model) is { } test)
        {
            return ShowPath(run, context.Report(Flag, run.Span, test.Flag), context)
                .Severity(Severity.Warning)
                .Label(test.Condition.Span, $"asks only whether the `try` {(test.AsksForSuccess ? "succeeded" : "failed")}")
                .Help($"Move what this `if` guards into {(test.AsksForSuccess ? "`else:` behind the handlers" : "the handler")}, and drop the flag if nothing else reads it.");
        }

        var message = attempt.FinalBody.IsEmpty && EveryHandlerLeaves(attempt, context) ? Either : Success;
        return ShowPath(run, context.Report(message, run.Span, Quote(run.First, context)), context);
    }

    /// <summary>Labels the last place that may fail, of which every run has one, and where Python goes on then.</summary>
    private static DiagnosticBuilder ShowPath(SuccessRun run, DiagnosticBuilder found, RuleContext context)
    {
        var last = run.Start - 1;
        while (context.Model.CanRaise(run.Attempt.Body[last]) == Answer.No)
        {
            last--;
        }

        return found.Label(ExceptionPath.HeadOf(run.Attempt.Body[last], context.Text), "if this raises, the marked code is skipped")
            .Label(HandlerTypes.ClauseOf(run.Attempt.Handlers[0], context.Text), "and Python looks for a handler from here on");
    }

    private static bool EveryHandlerLeaves(TryStatement attempt, RuleContext context)
    {
        foreach (var handler in attempt.Handlers)
        {
            if ((context.Model.CompletionOf(handler.Body) & Completion.FallsThrough) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static string Quote(Stmt statement, RuleContext context)
    {
        var text = context.TextOf(statement);
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var length = Math.Min(end < 0 ? text.Length : end, LongestQuote);
        return length == text.Length ? text : text[..length].TrimEnd() + "…";
    }
}
