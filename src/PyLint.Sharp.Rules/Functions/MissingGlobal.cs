using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions.Scopes;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS309: a function assigns a name of the module that others read, and changes nothing.</summary>
public sealed class MissingGlobal : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS309",
        Name = "missing-global",
        Area = SkillArea.Functions,
        Severity = Severity.Warning,
        Aliases = ["F841", "W0612", "unused-variable", "W0621", "redefined-outer-name"],
        Message = "`{name}` in {function} is a new local variable that nobody reads: the global `{name}`, which {reader} reads, stays as it was",
        Why = "An assignment binds a name in the function in which it stands. The module's variable of that name is read by any function without a declaration, and "
            + "so it looks as if it could be assigned as well; but the assignment makes a local variable, which is gone when the function returns.",
        Instead = "Return the value, and let the caller assign it: `settings = load()`. That works without `global`, and the function can be tested.",
        Interview = new(
            "A function sets `config = read_file()` and a later one prints `config`, which is still None. What is wrong, and is `global config` the right repair?",
            "The assignment makes `config` local to the first function; the second reads the module's, which nothing has changed. `global config` would make it work and leave two functions "
                + "coupled by a variable that neither mentions in its signature. I return the value and pass it on, and accept `global` only for state that really has one place, "
                + "such as a cache, with the functions that touch it side by side."),
        FineWhen = "Constants in capitals that a function shadows on purpose, and tests, are not flagged. If the local variable is a leftover, delete it.",
        Examples =
        [
            Example.Bad(
                """
                settings = None

                def load():
                    [|settings|] = {"depth": 3}

                def depth():
                    return settings["depth"]

                load()
                depth()
                """)
                .OnlyAtModuleLevel("inside a function it is `nonlocal` that is missing").Raising("TypeError")
                .Saying("`settings` in `load` is a new local variable that nobody reads: the global `settings`, which `depth` reads, stays as it was"),
            Example.Bad(
                """
                total = 0

                def add_all(prices):
                    [|total|] = sum(prices)

                add_all([1, 2])
                print(total)
                """)
                .OnlyAtModuleLevel("inside a function it is `nonlocal` that is missing")
                .Saying("`total` in `add_all` is a new local variable that nobody reads: the global `total`, which the module reads, stays as it was"),
            Example.Good(
                """
                def load():
                    return {"depth": 3}

                settings = load()
                print(settings["depth"])
                """),
            Example.Good(
                """
                def add_all(prices):
                    total = sum(prices)
                    return total

                total = add_all([1, 2])
                print(total)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("class A:\n    def f(self):\n        [|mode|] = 2\n    def g(self):\n        return mode\nmode = 1").OnlyAtModuleLevel("inside a function there is no global").Hidden(),
        Example.Bad("n = 0\ndef f():\n    def g():\n        [|n|] = 1\n    g()\nf()\nprint(n)").OnlyAtModuleLevel("inside a function it is `nonlocal` that is missing").Hidden(),
        Example.Bad("n = 0\ndef f(a):\n    if a:\n        [|n|] = 1\n    else:\n        n = 2\nf(1)\nprint(lambda: n)").OnlyAtModuleLevel("inside a function it is `nonlocal` that is missing").Hidden(),
        Example.Good("n = 0\ndef f():\n    n = 1\n    return n\nprint(n)").Hidden(),
        Example.Good("LIMIT = 3\ndef f():\n    LIMIT = 4\nprint(LIMIT)").Hidden(),
        Example.Good("n = 0\ndef test_f():\n    n = 1\nprint(n)").Hidden(),
        Example.Good("n = 0\ndef f(xs):\n    for n in xs: pass\n    with g() as n: pass\nprint(n)").Hidden(),
        Example.Good("print(n := 0, n)\ndef f():\n    n = 1").Hidden(),
        Example.Good("def f():\n    n = g()\nif __name__ == '__main__':\n    n = 2\n    print(n)").Hidden(),
        Example.Good("def n(): pass\ndef f():\n    n = 1\nn()").Hidden(),
        Example.Good("n = 0\ndef f():\n    n = 1\n    return locals()\nprint(n)").Hidden(),
        Example.Good("n = 0\ndef f():\n    n: int = 1\nprint(n)").Hidden(),
        Example.Good("n = 0\ndef f(n):\n    print(n)\n    n = 1\nprint(n)").Hidden(),
        Example.Good("n = 0\ndef f():\n    n, m = 1, 2\nprint(n)").Hidden(),
        Example.Good("n = 0\nclass A:\n    n = 1\nprint(n)").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Module>(Check);

    private static void Check(Module module, RuleContext context)
    {
        foreach (var scope in context.Model.Scopes)
        {
            if (scope is not { Kind: ScopeKind.Function, Node: FunctionDefinition function })
            {
                continue;
            }

            foreach (var symbol in scope.Symbols)
            {
                if (symbol.References.IsEmpty && context.Model.Module.OwnSymbol(symbol.Name) is { } outer && IsShared(outer) && OuterVariable.Of(symbol) == outer && !IsRefused(symbol)
                    && DeadLocal.Of(symbol, context.Model) is { } binding && ReaderOf(outer, function, context.Model) is { } reader && !TestCode.Contains(function))
                {
                    Report(binding, symbol, outer, reader, context);
                }
            }
        }
    }

    /// <summary>True where a <c>nonlocal</c> that finds nothing makes the program one that Python refuses, which PLS311 tells.</summary>
    private static bool IsRefused(Symbol symbol) => symbol.Scope.Entry(symbol.Name) is { Uses: var uses } && (uses & NameUses.Nonlocal) != 0;

    /// <summary>A variable in small letters that assignments of the module itself bind, outside of what runs only as a script.</summary>
    private static bool IsShared(Symbol symbol)
    {
        if (!OuterVariable.IsPlain(symbol) || !symbol.Name.AsSpan().ContainsAnyInRange('a', 'z'))
        {
            return false;
        }

        foreach (var binding in symbol.Bindings)
        {
            if (binding is { Kind: BindingKind.Assignment or BindingKind.AnnotatedAssignment, Scope.Kind: ScopeKind.Module } && !MainGuard.Contains(binding.Node))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A read by another function, or by the module itself behind the function.</summary>
    private static Name? ReaderOf(Symbol outer, FunctionDefinition function, SemanticModel model)
    {
        foreach (var reference in outer.References)
        {
            var isLater = reference.Index > function.Index || model.ScopeOf(reference).Kind != ScopeKind.Module;
            if (isLater && !function.Contains(reference))
            {
                return reference;
            }
        }

        return null;
    }

    private static void Report(in NameBinding binding, Symbol symbol, Symbol outer, Name reader, RuleContext context)
    {
        var inner = ResolutionLabels.NameOf(symbol.Scope);
        var who = reader.Ancestor<FunctionDefinition>() is { } function ? $"`{function.Name}`" : "the module";
        var report = context.Report(binding.Span, symbol.Name, inner, who);
        ResolutionLabels.AddStop(report, binding.Span, $"binds `{symbol.Name}` in the local scope of {inner}", symbol, context.Model);
        report.Label(outer.Bindings[0].Span, $"{ResolutionLabels.Describe(outer)}, which it doesn't reach")
            .Label(reader.Span, "finds the value from before")
            .Help($"Let {inner} return the value, and write `{symbol.Name} = …` where it is called.");
    }
}
