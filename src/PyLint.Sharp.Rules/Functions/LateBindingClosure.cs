using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions.Closures;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS306: a closure made in a loop reads the loop's variable and outlives the iteration.</summary>
public sealed class LateBindingClosure : Rule
{
    private const string Perhaps = "{closure} reads `{name}` when it is called: after this iteration, that is a later `{name}`";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS306",
        Name = "late-binding-closure",
        Area = SkillArea.Functions,
        Severity = Severity.Warning,
        Aliases = ["B023", "W0640", "cell-var-from-loop", "S1515", "WPS426"],
        Message = "{closure} reads `{name}` when it is called, not when it is made: all of them find the last `{name}`",
        OtherMessages = [Perhaps],
        Why = "A function doesn't copy the variables around it: it keeps the variable itself and looks its value up when it is called. A "
            + "loop binds one and the same variable again and again, so closures that outlive their iteration all find what the last iteration left.",
        Instead = "Bind the value while the closure is made: as a default (`lambda i=i: …`), with `functools.partial(f, i)`, or by a small function "
            + "that takes the value and returns the closure, which gives each closure a variable of its own.",
        Interview = new(
            "What does `[f() for f in [lambda: i for i in range(3)]]` give, and how do you get `[0, 1, 2]`?",
            "`[2, 2, 2]`: closures capture variables, not values, and the comprehension has one `i`, which is 2 when the first lambda is "
                + "called. A default argument, `lambda i=i: i`, is evaluated when the lambda is made, so each keeps its own value. The default is short but "
                + "shows up in the signature, where a caller may overwrite it; a factory function or `functools.partial` costs a line more and "
                + "keeps the signature clean."),
        FineWhen = "A closure that is used up within its iteration, as the `key` of `sorted` or by `any`, is not flagged. Where the closure "
            + "goes to a function that isn't in the file, the rule speaks if a name such as `submit` or `command` tells that it is called "
            + "later, or if nothing is done with what the call gives; and then it is an info: should it be called within the iteration, all is well.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad(
                """
                steps = []
                for i in range(3):
                    steps.append(lambda: [|i|])
                """,
                fixedTo: """
                steps = []
                for i in range(3):
                    steps.append(lambda i=i: i)
                """).Saying("this lambda reads `i` when it is called, not when it is made: all of them find the last `i`"),
            Example.Bad(
                """
                def handlers(names):
                    table = {}
                    for name in names:
                        def greet():
                            return f"hello {[|name|]}"
                        table[name] = greet
                    return table
                """,
                fixedTo: """
                def handlers(names):
                    table = {}
                    for name in names:
                        def greet(name=name):
                            return f"hello {name}"
                        table[name] = greet
                    return table
                """),
            Example.Good(
                """
                steps = []
                for i in range(3):
                    steps.append(lambda i=i: i)
                """),
            Example.Good(
                """
                def by_column(rows, columns):
                    for column in columns:
                        print(sorted(rows, key=lambda row: row[column]))
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("fs = [lambda: [|i|] for i in range(3)]", fixedTo: "fs = [lambda i=i: i for i in range(3)]").Hidden(),
        Example.Bad("fs = {n: (lambda x, *a: [|n|] + x) for n in range(3)}", fixedTo: "fs = {n: (lambda x, *a, n=n: n + x) for n in range(3)}").Hidden(),
        Example.Bad("fs = list(lambda: [|i|] for i in range(3))", fixedTo: "fs = list(lambda i=i: i for i in range(3))").Hidden(),
        Example.Bad("def f(xs, fs):\n    for i in xs:\n        y = i * 2\n        fs.append(lambda **k: [|y|] + [|i|])", fixedTo: "def f(xs, fs):\n    for i in xs:\n        y = i * 2\n        fs.append(lambda y=y, i=i, **k: y + i)").Hidden(),
        Example.Bad("from threading import Thread\nfor url in urls:\n    Thread(target=lambda: load([|url|])).start()").Hidden(),
        Example.Bad("import atexit\nfor p in ps:\n    atexit.register(lambda: p2([|p|]))").Hidden(),
        Example.Bad("def f(rows, out):\n    for row in rows:\n        out.append(x * [|row|] for x in [1, 2])").Hidden(),
        Example.Bad("for b in buttons:\n    b.command = lambda: go([|b|])").Saying("this lambda reads `b` when it is called, not when it is made: all of them find the last `b`").Hidden(),
        Example.Bad("class A:\n    def f(self, xs):\n        for i in xs:\n            self.callback = lambda: [|i|]").Saying("this lambda reads `i` when it is called: after this iteration, that is a later `i`").Hidden(),
        Example.Bad("def f(xs):\n    n = 0\n    fs = []\n    while n < 3:\n        n += 1\n        fs.append(lambda: [|n|])\n    return fs").Hidden(),
        Example.Bad("def f(xs):\n    fs = []\n    for i in xs:\n        if i:\n            fs.append(lambda: [|i|])\n            continue\n        break\n    return fs").Hidden(),
        Example.Bad("kept = []\ndef keep(g): kept.append(g)\nfor i in range(3):\n    keep(lambda: [|i|])", fixedTo: "kept = []\ndef keep(g): kept.append(g)\nfor i in range(3):\n    keep(lambda i=i: i)").Hidden(),
        Example.Bad("def f(xs):\n    for i in xs:\n        if i > 2:\n            chosen = lambda: [|i|]\n    return chosen()").Saying("this lambda reads `i` when it is called: after this iteration, that is a later `i`").Hidden(),
        Example.Bad("def f(xs):\n    for i in xs:\n        yield lambda: [|i|]").Saying("this lambda reads `i` when it is called: after this iteration, that is a later `i`").Hidden(),
        Example.Bad("fs = []\nfor i in range(3):\n    def g(i2, /):\n        return lambda: [|i|] + i2\n    fs.append(g)", fixedTo: "fs = []\nfor i in range(3):\n    def g(i2, /, i=i):\n        return lambda: i + i2\n    fs.append(g)").Hidden(),
        Example.Bad("fs = []\nfor i in range(3):\n    fs.append(lambda x,: [|i|])", fixedTo: "fs = []\nfor i in range(3):\n    fs.append(lambda x, i=i: i)").Hidden(),

        Example.Good("for i in range(3):\n    print((lambda: i)())").From("pylint #5263, #9386").Hidden(),
        Example.Good("def f(xs):\n    for i in xs:\n        def g(): return i\n        print(g())").From("ruff #7847, bugbear #380, #468, PR #567").Hidden(),
        Example.Good("def run(g): return g()\nfor i in range(3):\n    run(lambda: i)").From("bugbear #269, #396, #402, pylint #9557").Hidden(),
        Example.Bad("for i in range(3):\n    measure(lambda: [|i|])").From("ruff #6293").Saying("this lambda reads `i` when it is called: after this iteration, that is a later `i`").Hidden(),
        Example.Good("for i in range(3):\n    print(measure(lambda: i))\n    best = measure(lambda: i)").Hidden(),
        Example.Good("class T(TestCase):\n    def test_type(self):\n        for i in range(3):\n            self.assertRaises(TypeError, lambda: i + '')").Hidden(),
        Example.Bad("for i in range(3):\n    pool.submit(lambda: [|i|])\n    signal.connect(lambda: [|i|])\n    root.after(10, lambda: [|i|])")
            .Saying("this lambda reads `i` when it is called: after this iteration, that is a later `i`").Hidden(),
        Example.Bad("for name in names:\n    Button(text=name, command=lambda: show([|name|]))\n    loop.call_later(1, lambda: [|name|])").Hidden(),
        Example.Bad("for name in names:\n    def get(self): return [|name|]\n    setattr(A, name, get)").Hidden(),
        Example.Good("from functools import reduce\nfor i in range(3):\n    print(sorted(xs, key=lambda x: x[i]), list(map(lambda x: x + i, xs)))\n    print(min(xs, key=lambda x: i), any(x == i for x in xs))\n    print(reduce(lambda a, b: a + b + i, xs), list(filter(lambda x: x > i, xs)))")
            .From("pylint #7100").Hidden(),
        Example.Good("def f(rows):\n    for row in rows:\n        for cell in [[c for c in r] for r in row]:\n            yield [lambda c: c for x in cell]").From("ruff #15716, PR #20507").Hidden(),
        Example.Good("def f(xs):\n    for x in xs:\n        found = []\n        def visit(n): found.append(n)\n        visit(x)\n        print(found)").From("pylint #1934").Hidden(),
        Example.Good("for f in (lambda: i for i in range(3)):\n    print(f())").From("pylint #10055").Hidden(),
        Example.Good("for i in range(3):\n    fs.append(lambda x, i=i: i)\n    fs.append(lambda x, *, i=xs[i]: i)").From("pylint #3107, #5012").Hidden(),
        Example.Good("from functools import partial\nfor i in range(3):\n    fs.append(partial(g, i))").Hidden(),
        Example.Good("def f(xs):\n    for i in xs:\n        if i > 2:\n            return lambda: i\n    return None").Hidden(),
        Example.Good("def f(xs, fs):\n    for i in xs:\n        if i > 2:\n            fs.append(lambda: i)\n            break").Hidden(),
        Example.Good("def f(xs, fs):\n    for i in xs:\n        fs.append(lambda: i)\n        if i:\n            return fs\n        else:\n            raise ValueError(i)\n    return None").Hidden(),
        Example.Good("def f(xs, fs, j):\n    for i in xs:\n        fs.append(lambda: j)\n        fs.append(lambda i: i)").Hidden(),
        Example.Good("for i in range(3):\n    class C:\n        def f(self): return i").Hidden(),
        Example.Good("for n in range(3):\n    def fact(k): return k * fact(k - 1) if k else 1\n    fs.append(fact)").Hidden(),
        Example.Good("def f(xs):\n    for i in xs:\n        def last(): return i\n    return last()").Hidden(),
        Example.Good("for i in range(3):\n    total = sum(x * i for x in unknown(y for y in xs if y))").Hidden(),
        Example.Good("for i in range(3):\n    pass\nelse:\n    fs.append(lambda: i)").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<Lambda>(Check);
        on.Visit<FunctionDef>(Check);
        on.Visit<AsyncFunctionDef>(Check);
        on.Visit<GeneratorExp>(Check);
    }

    private static void Check(Node closure, RuleContext context)
    {
        if (!LoopVariables.IsInLoop(closure))
        {
            return;
        }

        foreach (var variable in LoopVariables.ReadBy(closure, context.Model))
        {
            var outlet = Outlet.Of(closure, variable, context.Model);
            if (outlet.Afterlife != Afterlife.None)
            {
                Report(closure, variable, outlet, context);
            }
        }
    }

    private static void Report(Node closure, in LoopVariable variable, in Outlet outlet, RuleContext context)
    {
        var (name, isKept) = (variable.Read, outlet.Afterlife == Afterlife.Kept);
        var report = isKept
            ? context.Report(name.Span, Title(closure), name.Id)
            : context.Report(Perhaps, name.Span, Title(closure), name.Id).Severity(Severity.Info);
        ResolutionLabels.AddLookup(report, name.Span, context.Model.ScopeOf(name), name.Id, context.Model);
        report.Label(BindingIn(variable).Span, $"the loop binds `{name.Id}` again in each iteration");
        if (outlet.Place is { } place)
        {
            var line = context.Text.LineSpan(context.Text.LineOf(place.Span.Start));
            report.Label(new TextSpan(place.Span.Start, Math.Min(place.Span.End, line.End)), outlet.Words);
        }

        if (IsBoundBefore(closure, variable) && DefaultBindingFix.EditFor(closure, name.Id, context) is { } edit)
        {
            report.Fix(SafetyOf(closure, variable, isKept, context), $"bind `{name.Id}` while {Title(closure)} is made, as a default", edit);
        }
    }

    private static string Title(Node closure) => closure switch
    {
        FunctionDefinition function => $"`{function.Name}`",
        Lambda => "this lambda",
        _ => "this generator expression",
    };

    private static NameBinding BindingIn(in LoopVariable variable)
    {
        foreach (var binding in variable.Symbol.Bindings)
        {
            if (binding.BindsValue && variable.Loop.Contains(binding.Node))
            {
                return binding;
            }
        }

        return variable.Symbol.Bindings[0];
    }

    /// <summary>A value that the loop binds behind the closure is not the one that a default would keep.</summary>
    private static bool IsBoundBefore(Node closure, in LoopVariable variable)
    {
        foreach (var binding in variable.Symbol.Bindings)
        {
            if (binding.BindsValue && binding.Node.Index > closure.Index && variable.Loop.Contains(binding.Node) && binding.Kind != BindingKind.Comprehension)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A default is evaluated at once, so the variable must surely have its value there.</summary>
    private static FixSafety SafetyOf(Node closure, in LoopVariable variable, bool isKept, RuleContext context) =>
        closure is Lambda && isKept && (variable.Loop is Comprehension || context.Model.BoundAt(variable.Read) == Bound.Always) ? FixSafety.Safe : FixSafety.Unsafe;
}
