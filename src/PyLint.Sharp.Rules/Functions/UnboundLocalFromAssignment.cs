using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions.Scopes;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS307: an assignment makes a name local that is read before, as if it were a variable further out.</summary>
public sealed class UnboundLocalFromAssignment : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS307",
        Name = "unbound-local-from-assignment",
        Area = SkillArea.Functions,
        Severity = Severity.Error,
        Aliases = ["F823", "E0601", "used-before-assignment", "reportUnboundVariable", "S3827"],
        Message = "`{name}` has no value here: {function} binds it, so the lookup stops at {step} and never comes to {outer}",
        Why = "Which names are local is decided when a function is compiled: a name that any statement of it binds (`=`, `+=`, `for`, "
            + "`import`, `def`) is local in all of it, also above that statement. Python then looks in the local scope and nowhere else, so "
            + "a read before the first binding raises UnboundLocalError, however many variables of that name there are outside.",
        Instead = "If the function works on its own value, give it one first, or another name. If it should change the variable outside, "
            + "take that as a parameter and return the new value; `global` and `nonlocal` are the last resort, for state that really has one place.",
        Interview = new(
            "A module sets `count = 0`, and a function does `count += 1`. Why does that raise UnboundLocalError, while `print(count)` in its "
                + "place works?",
            "`count += 1` is a binding, so the compiler makes `count` a local variable of the function, and the read in it finds a local "
                + "without a value: local names are not looked up further out. `print(count)` binds nothing, so the lookup goes local, "
                + "enclosing, global, built-in, and finds the module's. `global count` repairs it, but it leaves the function with hidden "
                + "state; I would pass the count in and return the new one, or keep it in an object."),
        FineWhen = "Never as it stands: the read fails whenever it is reached. Code that expects the failure and says so, with `except NameError:` or in "
            + "a test, is not flagged.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad(
                """
                count = 0

                def add():
                    [|count|] += 1

                add()
                """,
                fixedTo: """
                count = 0

                def add():
                    global count
                    count += 1

                add()
                """)
                .Raising("UnboundLocalError")
                .OnlyAtModuleLevel("inside a function it is `nonlocal` that is missing")
                .Saying("`count` has no value here: `add` binds it, so the lookup stops at local and never comes to the global `count`"),
            Example.Bad(
                """
                def counter():
                    total = 0
                    def step(n):
                        print("so far", [|total|])
                        total = total + n
                        return total
                    return step
                """,
                fixedTo: """
                def counter():
                    total = 0
                    def step(n):
                        nonlocal total
                        print("so far", total)
                        total = total + n
                        return total
                    return step
                """).Saying("`total` has no value here: `step` binds it, so the lookup stops at local and never comes to `total` of `counter` around it"),
            Example.Good(
                """
                def add(count):
                    count += 1
                    return count
                """),
            Example.Good(
                """
                total = 0

                def report(rows):
                    total = sum(rows)
                    print(total)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("import json\ndef load(path):\n    json = [|json|].loads(path.read_text())\n    return json").Hidden(),
        Example.Bad("def area(r): return r\ndef total(rs):\n    area = sum([[|area|](r) for r in rs])\n    return area").Hidden(),
        Example.Bad("x = 1\ndef f():\n    'Doc.'\n    print([|x|])\n    for x in range(3): pass", fixedTo: "x = 1\ndef f():\n    'Doc.'\n    global x\n    print(x)\n    for x in range(3): pass")
            .OnlyAtModuleLevel("inside a function it is `nonlocal` that is missing").Hidden(),
        Example.Bad("x = 1\nclass C:\n    x = 2\n    def f(self):\n        y = [|x|]\n        x = 3\n        return y").Hidden(),
        Example.Bad("n = 0\ndef f(): [|n|] += 1").From("ruff #2493, #3679, #14821").Hidden(),
        Example.Bad("n = 0\ndef f(xs):\n    for x in xs:\n        [|n|] += x\n    return n").Hidden(),
        Example.Bad("n = 0\ndef f():\n    print([|n|])\n    n: int = 3").Hidden(),
        Example.Bad("def f(x):\n    def g():\n        y = [|x|]\n        x = 2\n        def h():\n            nonlocal x\n        return y, h\n    return g").Hidden(),
        Example.Bad("n = 0\ng = lambda: [[|n|], n := 2]").Hidden(),
        Example.Bad("n = 0\ndef f():\n    try:\n        return [|n|]\n    except ValueError:\n        n = 2").Hidden(),
        Example.Good("count = 0\ndef test_add():\n    global count\n    count += 1").Hidden(),
        Example.Good("def outer():\n    n = 0\n    def add():\n        nonlocal n\n        n += 1\n    return add").Hidden(),
        Example.Good("n = 0\ndef f(a):\n    if a:\n        n = 1\n    else:\n        n = 2\n    n += 1\n    return n").Hidden(),
        Example.Good("n = 0\ndef f(xs):\n    for x in xs:\n        if x:\n            print(n)\n        n = x").From("ruff #6569, #12451, #21542").Hidden(),
        Example.Good("n = 0\nclass C:\n    n = n + 1").Hidden(),
        Example.Good("n = 0\ndef f():\n    n = 1\n    del n\n    return n").Hidden(),
        Example.Good("e = 0\ndef f():\n    try:\n        g()\n    except OSError as e:\n        print(e)\n    return e").Hidden(),
        Example.Good("def f():\n    print(n)\n    n = 1").Hidden(),
        Example.Good("n = 0\ndef f():\n    try:\n        n\n    except NameError:\n        n = 1\n    return n").Hidden(),
        Example.Good("n = 0\ndef f():\n    try:\n        n += 1\n    except UnboundLocalError:\n        n = 1\n    return n").Hidden(),
        Example.Good("n = 0\ndef f():\n    def g(): return n\n    n = 1\n    return g()").Hidden(),
        Example.Good("n = 0\ndef f():\n    while True:\n        try:\n            print(n)\n        except ValueError:\n            print(0)\n        n = 1").Hidden(),
        Example.Good("class C:\n    x = 2\n    def f(self):\n        y = x\n        x = 3\n        return y").Hidden(),
        Example.Good("n = 0\ndef f():\n    return 1\n    n += 1").Hidden(),
        Example.Good("def f(n):\n    n = n + 1\n    return n\nn = 0").Hidden(),
        Example.Good("ys = [1]\ndef f(xs):\n    ys = [y for y in ys_of(xs)]\n    return [y for y in ys]").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Module>(Check);

    private static void Check(Module module, RuleContext context)
    {
        foreach (var scope in context.Model.Scopes)
        {
            if (scope.Kind is not (ScopeKind.Function or ScopeKind.Lambda))
            {
                continue;
            }

            foreach (var symbol in scope.Symbols)
            {
                if (MayBeReadTooEarly(symbol) && OuterVariable.Of(symbol) is { } outer && FirstUnbound(symbol, context) is { } name)
                {
                    Report(name, symbol, outer, context);
                }
            }
        }
    }

    /// <summary>Cheap, and false for nearly all variables: the first read stands behind the first binding.</summary>
    private static bool MayBeReadTooEarly(Symbol symbol)
    {
        if (symbol.Has(BindingKind.Parameter) || symbol.Has(BindingKind.Delete) || symbol.Has(BindingKind.ExceptHandler) || symbol.Bindings is not [var first, ..])
        {
            return false;
        }

        return first.Kind == BindingKind.AugmentedAssignment || (symbol.References is [var read, ..] && read.Index < first.Node.SubtreeEnd);
    }

    private static Name? FirstUnbound(Symbol symbol, RuleContext context)
    {
        var model = context.Model;
        Name? found = symbol.Bindings[0].Node is AugAssign { Target: Name target } && model.BoundAt(target) == Bound.Never ? target : null;
        foreach (var reference in symbol.References)
        {
            if (found != null && found.Index < reference.Index)
            {
                break;
            }

            if (model.BoundAt(reference) == Bound.Never)
            {
                found = reference;
            }
        }

        var isExpected = found != null && (ExpectedError.Covers(found, "NameError", model) || ExpectedError.Covers(found, "UnboundLocalError", model));
        return isExpected ? null : found;
    }

    private static void Report(Name name, Symbol symbol, Symbol outer, RuleContext context)
    {
        var resolution = context.Model.Resolve(name);
        var report = context.Report(name.Span, name.Id, ResolutionLabels.NameOf(symbol.Scope), resolution.ToString(), ResolutionLabels.Describe(outer));
        ResolutionLabels.Add(report, name, context.Model);
        ResolutionLabels.AddUnreached(report, outer);
        if (!OuterVariable.IsPlain(outer))
        {
            report.Help($"Give the variable of {ResolutionLabels.NameOf(symbol.Scope)} another name, so that `{name.Id}` means {ResolutionLabels.Describe(outer)} here again.");
        }
        else if (DeclarationFix.EditFor(symbol, outer, context) is { } edit)
        {
            var keyword = DeclarationFix.KeywordFor(outer);
            report.Fix(FixSafety.Unsafe, $"declare `{keyword} {name.Id}`, so that the function changes {ResolutionLabels.Describe(outer)}", edit);
        }
    }
}
