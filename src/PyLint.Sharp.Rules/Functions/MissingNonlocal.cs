using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions.Scopes;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS308: a nested function assigns a variable that the function around it reads afterwards, and changes nothing.</summary>
public sealed class MissingNonlocal : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS308",
        Name = "missing-nonlocal",
        Area = SkillArea.Functions,
        Severity = Severity.Warning,
        Aliases = ["F841", "W0612", "unused-variable"],
        Message = "`{name}` in {inner} is a new local variable that nobody reads: `{name}` of {outer} stays as it was",
        Why = "An assignment binds a name in the function in which it stands. Without a declaration the nested function gets a variable of its own, which is gone "
            + "when it returns; the variable of the same name around it isn't touched. Reading would reach it (the E of LEGB), and that makes the mistake easy.",
        Instead = "Declare `nonlocal name` at the top of the nested function, or let it return the value and assign the result in the function around.",
        Interview = new(
            "What is `nonlocal` for, and how does it differ from `global`?",
            "Both say that an assignment in this function binds a variable that lives elsewhere: `global` one of the module, `nonlocal` that of the nearest function around, "
                + "which must exist when the code is compiled. Neither is needed to read, or to change the object that the variable holds. I use `nonlocal` for a small closure such as a "
                + "counter; with two or more variables an object with methods is easier to test, and returning the value is better still."),
        FineWhen = "Never as it stands: the assignment does nothing. If it is a leftover, delete it.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad(
                """
                def has_even(numbers):
                    found = False

                    def look(number):
                        if number % 2 == 0:
                            [|found|] = True

                    for number in numbers:
                        look(number)
                    return found
                """,
                fixedTo: """
                def has_even(numbers):
                    found = False

                    def look(number):
                        nonlocal found
                        if number % 2 == 0:
                            found = True

                    for number in numbers:
                        look(number)
                    return found
                """).Saying("`found` in `look` is a new local variable that nobody reads: `found` of `has_even` stays as it was"),
            Example.Bad(
                """
                def summarise(tree):
                    deepest = None

                    def visit(node):
                        [|deepest|] = node

                    tree.walk(visit)
                    print(deepest)
                """,
                fixedTo: """
                def summarise(tree):
                    deepest = None

                    def visit(node):
                        nonlocal deepest
                        deepest = node

                    tree.walk(visit)
                    print(deepest)
                """),
            Example.Good(
                """
                def has_even(numbers):
                    found = False

                    def look(number):
                        nonlocal found
                        found = found or number % 2 == 0

                    for number in numbers:
                        look(number)
                    return found
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
        Example.Bad("def f(x):\n    def g():\n        [|x|] = 2\n        [3, 4]\n        x = 5\n    g()\n    return x").Hidden(),
        Example.Bad("def f(x):\n    def g(): [|x|] = 2\n    g()\n    return x").Hidden(),
        Example.Bad("def f(x):\n    def g():\n        [|x|] = 2\n    g()\n    x += 1\n    return x").Hidden(),
        Example.Bad("def f(x):\n    def g():\n        [|x|] = 2\n    g()\n    return lambda: x").Hidden(),
        Example.Good("def f(x):\n    def g():\n        x = 2\n        return x\n    return g() + x").Hidden(),
        Example.Good("def f(x):\n    def g(x):\n        print(x)\n        x = 2\n    g(1)\n    return x").Hidden(),
        Example.Good("def f(x):\n    print(x)\n    def g():\n        x = 2\n    g()").Hidden(),
        Example.Good("def f(x):\n    def g():\n        x = 2\n    return x").Hidden(),
        Example.Good("def f(x):\n    print(x)\n    def g():\n        x = 2\n    g()\n    x = 3\n    return x").Hidden(),
        Example.Good("def f(x):\n    def g():\n        x = 2\n        print(locals())\n    g()\n    return x").Hidden(),
        Example.Good("def f(x):\n    def g():\n        x = 2\n        def h(): return x\n        return h\n    g()\n    return x").Hidden(),
        Example.Good("def f(x):\n    def g():\n        for x in range(3): pass\n        x, y = 1, 2\n    g()\n    return x").Hidden(),
        Example.Good("def f(x):\n    class A:\n        x = 2\n    A()\n    return x").Hidden(),
        Example.Good("def f(_):\n    def g():\n        _ = h()\n    g()\n    return _").Hidden(),
        Example.Good("def f():\n    def g():\n        x = yield\n    x = g()\n    h(g())\n    x.send(x)").Hidden(),
        Example.Good("def f(x):\n    @app.route\n    def g():\n        x = 2\n    return x").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Module>(Check);

    private static void Check(Module module, RuleContext context)
    {
        foreach (var scope in context.Model.Scopes)
        {
            if (scope is not { Kind: ScopeKind.Function, Parent: { Kind: ScopeKind.Function } around, Node: FunctionDefinition function })
            {
                continue;
            }

            foreach (var symbol in scope.Symbols)
            {
                if (around.OwnSymbol(symbol.Name) is { } outer && OuterVariable.IsPlain(outer) && DeadLocal.Of(symbol, context.Model) is { } binding
                    && around.OwnSymbol(function.Name.Text) is { } called && ReadAfterCall(called, outer, scope) is var (call, read))
                {
                    Report(binding, symbol, outer, call, read, context);
                }
            }
        }
    }

    /// <summary>A call of the nested function, or one that gets it, and a read behind it of the value that the function was to change.</summary>
    private static (Name Call, Name Read)? ReadAfterCall(Symbol called, Symbol outer, Scope inner)
    {
        foreach (var use in called.References)
        {
            if (inner.Node.Contains(use) || use.Parent is not (Call or Keyword))
            {
                continue;
            }

            foreach (var read in outer.References)
            {
                if (read.Index > use.Index && !inner.Node.Contains(read) && !IsBoundBetween(use, read, outer))
                {
                    return (use, read);
                }
            }
        }

        return null;
    }

    private static bool IsBoundBetween(Name use, Name read, Symbol outer)
    {
        foreach (var binding in outer.Bindings)
        {
            if (binding.Kind != BindingKind.AugmentedAssignment && binding.Span.Start > use.Span.Start && binding.Span.Start < read.Span.Start)
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(in NameBinding binding, Symbol symbol, Symbol outer, Name call, Name read, RuleContext context)
    {
        var inner = ResolutionLabels.NameOf(symbol.Scope);
        var report = context.Report(binding.Span, symbol.Name, inner, ResolutionLabels.NameOf(outer.Scope));
        ResolutionLabels.AddStop(report, binding.Span, $"binds `{symbol.Name}` in the local scope of {inner}", symbol, context.Model);
        report.Label(outer.Bindings[0].Span, $"{ResolutionLabels.Describe(outer)}, which it doesn't reach")
            .Label(call.Span, call.Parent is Call { Func: var function } && function == call ? $"calls {inner}" : $"hands {inner} over to be called")
            .Label(read.Span, "finds the value from before");
        if (DeclarationFix.EditFor(symbol, outer, context) is { } edit)
        {
            report.Fix(FixSafety.Unsafe, $"declare `nonlocal {symbol.Name}`", edit);
        }
    }
}
