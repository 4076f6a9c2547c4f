using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions.Scopes;
using PyLint.Sharp.Rules.Functions.Shadowing;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS312: a variable hides one further out that the same code needs.</summary>
public sealed class OuterNameShadowed : Rule
{
    private const string Iterated = "`{name}` stands for two things in this comprehension: its target hides {outer}, over which it iterates";
    private const string ReadLater = "the target `{name}` of this comprehension hides {outer}, which is read again below";
    private const string Nested = "`{name}` of {inner} is another variable than {outer}, which it hides";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS312",
        Name = "outer-name-shadowed",
        Area = SkillArea.Functions,
        Severity = Severity.Error,
        Aliases = ["PLR1704", "W0621", "redefined-outer-name", "R1704", "redefined-argument-from-local", "E9988", "WPS442"],
        Message = "`{name}` of {inner} hides {outer}, which is meant here: {error}",
        OtherMessages = [Iterated, ReadLater, Nested],
        Why = "The first scope that has a name wins: local, enclosing, global, built-in. A local variable, a parameter or the target of a comprehension therefore hides whatever has the same name "
            + "further out, for the whole scope. A comprehension is a scope of its own, so its target doesn't overwrite the variable around it, though it reads as if it did.",
        Instead = "Give the inner one another name: the one that says what it holds there is mostly free.",
        Interview = new(
            "After `rows = [row for row in row.split()]` in a function with a parameter `row`, what is `row`?",
            "Still the parameter: since Python 3 a comprehension has a scope of its own, and its target lives there. The first iterable is evaluated outside, so that `row.split()` reads the parameter. "
                + "It works, and I would still rename the target, because each reader has to stop and prove that. In a `for` statement the same line would overwrite the parameter, "
                + "and that is the bug into which such code turns when somebody unrolls it."),
        FineWhen = "A variable that the function around binds only below the nested one, a default that keeps a value (`def f(x=x)`), `*args`, the function that a decorator takes, tests, loop indices "
            + "and plain variables of the module are not flagged: there nobody takes one for the other, or everybody uses these names.",
        Examples =
        [
            Example.Bad(
                """
                import json

                def load():
                    json = '{"depth": 3}'
                    return [|json|].loads(json)

                load()
                """).Raising("AttributeError").OnlyAtModuleLevel("inside a function the module isn't global").Saying("`json` of `load` hides the global `json`, which is meant here: AttributeError"),
            Example.Bad(
                """
                def words(lines):
                    found = []
                    for line in lines:
                        found.append([line for [|line|] in line.split()])
                    return found
                """).Saying("`line` stands for two things in this comprehension: its target hides `line` of `words` around it, over which it iterates"),
            Example.Good(
                """
                import json

                def load():
                    text = '{"depth": 3}'
                    return json.loads(text)
                """),
            Example.Good(
                """
                def scale(values, factor):
                    def one(value):
                        result = value * factor
                        return result

                    result = [one(value) for value in values]
                    return result
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("def area(r): return r * r\ndef total(rs, area: str):\n    return [|area|](rs[0])").OnlyAtModuleLevel("inside a function the other isn't global").Saying("`area` of `total` hides the global `area`, which is meant here: TypeError").Hidden(),
        Example.Bad("from datetime import date\ndef f(date: str):\n    return [|date|].today()").Hidden(),
        Example.Bad("class Point: pass\ndef f():\n    Point = (1, 2)\n    return [|Point|]()").Hidden(),
        Example.Bad("def f():\n    def step(x): return x\n    def g():\n        step = 2\n        return [|step|](3)\n    return g").From("pylint #5678").Hidden(),
        Example.Bad("def total(price, orders):\n    low = [price * 2 for [|price|] in orders]\n    return low, price").Saying("the target `price` of this comprehension hides `price` of `total` around it, which is read again below").Hidden(),
        Example.Bad("def f(d):\n    for key, value in d.items():\n        print({key: value for [|key|], [|value|] in value.items() if key})\n        print(key)").Hidden(),
        Example.Bad("import random as rnd\ndef f():\n    rnd = [1, 2]\n    return [|rnd|].choice(rnd)").Hidden(),
        Example.Good("import pytest\n@pytest.fixture\ndef client(): return 1\ndef test_get(client): return client.get('/')").Hidden(),
        Example.Good("if __name__ == '__main__':\n    rows = [1]\n    print([rows for rows in rows])").OnlyAtModuleLevel("there the name is a variable of the module").Hidden(),
        Example.Good("def f(i, j, xs):\n    ys = [i for i in xs]\n    zs = [_ for _ in xs]\n    return i, j, ys, zs").Hidden(),
        Example.Good("def f(x, xs):\n    print(x)\n    return [x for x in xs]").Hidden(),
        Example.Good("def f(xs):\n    ys = [x for x in xs]\n    for x in ys:\n        print(x)\n    return [x for x in xs]").Hidden(),
        Example.Good("def f(text, pair=None):\n    print(pair)\n    pair = next((pair for pair in text), None)\n    while (text := next(text for text in pair)):\n        print(text)\n    return pair").Hidden(),
        Example.Good("def f(cls):\n    for c in (c for base in cls for c in base):\n        print(c)\ndef g[T](x: T):\n    return [T for T in T.__name__], T, x").Hidden(),
        Example.Bad("def wrapper():\n    x = 42\n    def f([|x|]):\n        pass\n    return f, x").From("pylint #5678").Saying("`x` of `f` is another variable than `x` of `wrapper` around it, which it hides").Hidden(),
        Example.Bad("def f(n):\n    def g([|n|]): return n - 1\n    return g(n)").Hidden(),
        Example.Bad("def f():\n    def step(): return 1\n    def g(xs):\n        for [|step|] in xs: print(step)\n    return g, step").Hidden(),
        Example.Bad("def f(rows):\n    async def g():\n        [|rows|] = [1]\n        return rows\n    return g, rows").Hidden(),
        Example.Good("def f(x, i, self):\n    def g(x=x, *, i=2): return x + i\n    def h(self, _, i): return self, i\n    class A:\n        x = 3\n    return g, h, A, x, i, self").Hidden(),
        Example.Good("def f():\n    def g(n): return n - 1\n    n = g(3)\n    return n").Hidden(),
        Example.Good("def f(*args, **kwargs):\n    def g(*args, **kwargs): return args, kwargs\n    return g, args, kwargs").Hidden(),
        Example.Good("def traced(func=None):\n    def decorate(func): return func\n    return decorate if func is None else decorate(func)").Hidden(),
        Example.Good("def cached(func=None):\n    def decorate(func): return func\n    if func is None:\n        return decorate\n    return decorate(func)").Hidden(),
        Example.Good("def test_g(app):\n    def g(app): return app\n    return g(app)").Hidden(),
        Example.Good("def f(error):\n    def g():\n        try: h()\n        except OSError as error: print(error)\n    return g, error").Hidden(),
        Example.Good("def f[T](x: T):\n    def g(T): return T\n    return g, x").Hidden(),
        Example.Good("import pytest\ndef make():\n    @pytest.fixture\n    def client(): return 1\n    def test_get(client): return client\n    return test_get").Hidden(),
        Example.Good("def f(n):\n    def g():\n        nonlocal n\n        n = 2\n        return n\n    return g").Hidden(),
        Example.Good("n = 3\ndef f(n):\n    n += 1\n    return n").OnlyAtModuleLevel("inside a function `n` is of the function around").Hidden(),
        Example.Good("def f(xs):\n    return sorted(xs, key=lambda xs: xs[0])").Hidden(),
        Example.Good("import json\ndef f(json):\n    return json.loads('1')").OnlyAtModuleLevel("inside a function it is a name of the function around").Hidden(),
        Example.Good("import string\ndef f():\n    string = 'a'\n    return string.upper()").OnlyAtModuleLevel("inside a function it is a name of the function around").Hidden(),
        Example.Good("def area(r): return r\ndef f(area):\n    return area(3)").OnlyAtModuleLevel("inside a function it is a name of the function around").Hidden(),
        Example.Good("import copy\ndef f():\n    copy = [1]\n    return copy.copy()").OnlyAtModuleLevel("inside a function it is a name of the function around").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Module>(Check);

    private static void Check(Module module, RuleContext context)
    {
        foreach (var scope in context.Model.Scopes)
        {
            if (scope.Kind is not (ScopeKind.Function or ScopeKind.Lambda or ScopeKind.Comprehension))
            {
                continue;
            }

            foreach (var symbol in scope.Symbols)
            {
                if (!IsExempt(symbol) && OuterVariable.Of(symbol) is { } outer && !outer.Has(BindingKind.TypeParameter))
                {
                    CheckSymbol(symbol, outer, context);
                }
            }
        }
    }

    private static bool IsExempt(Symbol symbol) => symbol.Name is ['_', ..] or "i" or "j" or "k" or "self" or "cls" || symbol.Has(BindingKind.ExceptHandler);

    private static void CheckSymbol(Symbol symbol, Symbol outer, RuleContext context)
    {
        if (!OuterVariable.IsPlain(outer) && CheckReads(symbol, outer, context))
        {
            return;
        }

        if (symbol.Scope.Kind == ScopeKind.Function)
        {
            CheckNested(symbol, outer, context);
        }
        else if (symbol.Scope.Kind == ScopeKind.Comprehension && OuterVariable.IsPlain(outer) && outer.Scope != context.Model.Module
            && !symbol.References.IsEmpty && symbol.SoleBinding is { Kind: BindingKind.Comprehension } target)
        {
            CheckTarget(symbol, target, outer, context);
        }
    }

    /// <summary>
    /// A variable of a nested function with the name of one that the function around has already: who reads it has to find out which is
    /// meant. Of those that the function around binds further below nearly all are parameters of small helpers, and in tests functions stand
    /// in for others and take over their names: of 40 such findings in CPython's library and 45 in exemplary code none was worth a change.
    /// </summary>
    private static void CheckNested(Symbol symbol, Symbol outer, RuleContext context)
    {
        if (outer.Scope.Kind != ScopeKind.Function || outer.Has(BindingKind.ExceptHandler) || FirstOwn(symbol) is not { } first
            || ResolutionLabels.FirstBindingIn(outer) is not { } around || around.Span.Start > symbol.Scope.Node.Span.Start || around.Node == symbol.Scope.Node
            || IsReadTooEarly(symbol, first, context.Model) || IsHandedIn(first, outer, context.Model) || IsNameOfOthers(first, outer)
            || TestCode.Contains(symbol.Scope.Node))
        {
            return;
        }

        var report = context.Report(Nested, first.Span, symbol.Name, ResolutionLabels.NameOf(symbol.Scope), ResolutionLabels.Describe(outer)).Severity(Severity.Info);
        ResolutionLabels.AddStop(report, first.Span, $"local to {ResolutionLabels.NameOf(symbol.Scope)}", symbol, context.Model);
        ResolutionLabels.AddUnreached(report, outer);
        var isBuiltin = Builtins.Contains(symbol.Name);
        report.YieldTo(isBuiltin ? first.Kind == BindingKind.Parameter ? "PLS302" : "PLS301" : "PLS308", first.Span.Start);
    }

    /// <summary>The first binding that makes the name a variable of the function; null where only inner functions bind it.</summary>
    private static NameBinding? FirstOwn(Symbol symbol)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Scope == symbol.Scope && binding.BindsValue)
            {
                return binding;
            }
        }

        return null;
    }

    /// <summary>True for a read above all bindings, of which PLS307 tells that it fails.</summary>
    private static bool IsReadTooEarly(Symbol symbol, in NameBinding first, SemanticModel model) =>
        first.Kind == BindingKind.AugmentedAssignment || (symbol.References is [var read, ..] && model.BoundAt(read) == Bound.Never);

    /// <summary>True for <c>def g(x=x)</c>, which keeps the value that the variable has where the function is made.</summary>
    private static bool IsHandedIn(in NameBinding parameter, Symbol outer, SemanticModel model)
    {
        if (parameter.Node is not Arg { Parent: Arguments arguments })
        {
            return false;
        }

        foreach (var name in arguments.Tree.All<Name>(arguments))
        {
            if (model.SymbolOf(name) == outer)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True for <c>*args</c> and <c>**kwargs</c>, which everybody calls so; for a parameter that is named after a fixture; and for that of a
    /// decorator whose factory takes the function too, if it is used without parentheses.
    /// </summary>
    private static bool IsNameOfOthers(in NameBinding inner, Symbol outer)
    {
        if (inner.Node is not Arg { Parent: Arguments { Parent: FunctionDefinition function } arguments } parameter)
        {
            return false;
        }

        if (arguments.VarArg == parameter || arguments.KwArg == parameter)
        {
            return true;
        }

        foreach (var decorator in (outer.SoleBinding?.Node as FunctionDefinition)?.DecoratorList ?? [])
        {
            if (HandedOver.NameOf(decorator is Call call ? call.Func : decorator) == "fixture")
            {
                return true;
            }
        }

        return outer.Has(BindingKind.Parameter) && outer.Scope.OwnSymbol(function.Name.Text) is { } decorate && IsReturned(decorate);
    }

    private static bool IsReturned(Symbol function)
    {
        foreach (var reference in function.References)
        {
            if (reference.Parent is Return or IfExp { Parent: Return })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reports the reads that mean what is hidden; false when there is none, as where the variable is a definition itself.</summary>
    private static bool CheckReads(Symbol symbol, Symbol outer, RuleContext context)
    {
        if (symbol.SoleBinding is { Kind: BindingKind.Function or BindingKind.Class or BindingKind.Import or BindingKind.ImportFrom })
        {
            return false;
        }

        var isFound = false;
        foreach (var read in symbol.References)
        {
            if (NeededDefinition.ErrorAt(read, outer, context.Model) is { } error && !ExpectedError.Covers(read, error, context.Model))
            {
                var report = context.Report(read.Span, symbol.Name, ResolutionLabels.NameOf(symbol.Scope), ResolutionLabels.Describe(outer), error);
                ResolutionLabels.Add(report, read, context.Model);
                ResolutionLabels.AddUnreached(report, outer);
                isFound = true;
            }
        }

        return isFound;
    }

    private static void CheckTarget(Symbol symbol, in NameBinding target, Symbol outer, RuleContext context)
    {
        var comprehension = symbol.Scope.Node;
        var iterated = ReadIn(((Comprehension)target.Node).Iter, outer, context.Model);
        if (iterated is null && (symbol.Scope.Parent != outer.Scope || !IsBoundBefore(comprehension, outer)))
        {
            return;
        }

        if ((iterated ?? ReadBehind(comprehension, outer, context.Model)) is { } read)
        {
            var report = context.Report(iterated != null ? Iterated : ReadLater, target.Span, symbol.Name, ResolutionLabels.Describe(outer)).Severity(Severity.Info);
            ResolutionLabels.AddStop(report, target.Span, "local to the comprehension", symbol, context.Model);
            report.Label(outer.Bindings[0].Span, ResolutionLabels.Describe(outer))
                .Label(read.Span, "means that one");
        }
    }

    private static Name? ReadIn(Expr expression, Symbol outer, SemanticModel model)
    {
        foreach (var name in expression.Tree.All<Name>(expression))
        {
            if (model.SymbolOf(name) == outer)
            {
                return name;
            }
        }

        return null;
    }

    private static bool IsBoundBefore(Node comprehension, Symbol outer) =>
        outer.Has(BindingKind.Parameter) || outer.Bindings[0].Node.Index < comprehension.Index;

    /// <summary>
    /// A read below, in the same scope, that no binding between supplies with another value; that of the comprehension's result under
    /// the same name is one.
    /// </summary>
    private static Name? ReadBehind(Node comprehension, Symbol outer, SemanticModel model)
    {
        foreach (var read in outer.References)
        {
            if (read.Index < comprehension.SubtreeEnd || model.ScopeOf(read) != outer.Scope)
            {
                continue;
            }

            foreach (var binding in outer.Bindings)
            {
                var result = binding.Node is Assign or AugAssign or AnnAssign or NamedExpr ? binding.Node : (binding.Node as ForStatement)?.Iter;
                var isOfResult = result is { } value && value.Contains(comprehension);
                if (isOfResult || (binding.Span.Start > comprehension.Span.Start && binding.Span.Start < read.Span.Start))
                {
                    return null;
                }
            }

            return read;
        }

        return null;
    }
}
