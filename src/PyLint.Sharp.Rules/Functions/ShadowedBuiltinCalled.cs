using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions.Shadowing;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS305: a call means a built-in and finds a variable of its name, whose value can't be called.</summary>
public sealed class ShadowedBuiltinCalled : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS305",
        Name = "shadowed-builtin-called",
        Area = SkillArea.Functions,
        Severity = Severity.Error,
        Aliases = ["E1102", "not-callable", "reportCallIssue", "S5756"],
        Message = "`{name}` is {type} here, not the built-in: this call raises TypeError",
        Why = "A call looks its function up like any other name: local, enclosing, global, built-in, and the first match wins. A variable with the name of a built-in "
            + "is found first, and Python then tries to call its value: `TypeError: 'int' object is not callable`. The traceback points at the call, while the "
            + "mistake is the assignment, perhaps far above.",
        Instead = "Give the variable a name that says what it holds, and the built-in is back.",
        Interview = new(
            "A traceback says `TypeError: 'list' object is not callable` at `list(range(3))`. What happened, and how do you find it?",
            "Somewhere `list` was assigned, and that name is found before the built-in. I search the file for the binding of the name, in the function first and "
                + "then in the module, and rename the variable. `del list` would uncover the built-in again, which is fine in a notebook or at the prompt, but in a "
                + "program it leaves the trap in place; `builtins.list` reaches around it and leaves the next reader wondering."),
        FineWhen = "Never: the value is proven, and the call fails whenever it is reached. Code that expects the TypeError is not flagged.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad(
                """
                def report(prices):
                    sum = 0
                    for price in prices:
                        sum += price
                    return sum, [|sum|](prices)

                report([1, 2])
                """,
                fixedTo: """
                def report(prices):
                    sum_ = 0
                    for price in prices:
                        sum_ += price
                    return sum_, sum(prices)

                report([1, 2])
                """).Saying("`sum` is your own variable here, not the built-in: this call raises TypeError").Raising("TypeError"),
            Example.Bad(
                """
                str = "abc"
                print([|str|](3))
                """,
                fixedTo: """
                str_ = "abc"
                print(str(3))
                """).Saying("`str` is a str here, not the built-in: this call raises TypeError").Raising("TypeError"),
            Example.Good(
                """
                def report(prices):
                    total = sum(prices)
                    return total, max(prices)
                """),
            Example.Good(
                """
                class Account:
                    sum = 0

                    def add(self, prices):
                        self.sum += sum(prices)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("list = [1]\nprint([|list|]((2, 3)))", fixedTo: "list_ = [1]\nprint(list((2, 3)))").Hidden(),
        Example.Bad("def f(x):\n    max = x * 2.5 if x is None else 3\n    max = 3\n    return [|max|](1, 2)").Hidden(),
        Example.Bad("def f():\n    dict = {}\n    dict[1] = 2\n    return [|dict|](a=1)", fixedTo: "def f():\n    dict_ = {}\n    dict_[1] = 2\n    return dict(a=1)").Saying("`dict` is a dict here, not the built-in: this call raises TypeError").Hidden(),
        Example.Bad("def f(a):\n    if a:\n        len = 1\n    else:\n        len = 'x'\n    return [|len|](a)").Saying("`len` is an int or a str here, not the built-in: this call raises TypeError").Hidden(),
        Example.Bad("type = None\nprint([|type|](3))").Saying("`type` is None here, not the built-in: this call raises TypeError").Hidden(),
        Example.Bad("xs = [[|int|]() for int in range(3)]").From("pylint #4472").Hidden(),
        Example.Bad("def f(list: int): return [|list|](3)").Saying("`list` is an int here, not the built-in: this call raises TypeError").Hidden(),
        Example.Bad("def f(max: float): return [|max|](3)").Saying("`max` is a float here, not the built-in: this call raises TypeError").Hidden(),
        Example.Good("import builtins\nprint = builtins.print\nprint(1)").Hidden(),
        Example.Good("try:\n    input = raw_input\nexcept NameError:\n    pass\ninput()").Hidden(),
        Example.Good("class A:\n    def list(self): return [1]\n    def f(self): return self.list(), list(())\n    id = 3").Hidden(),
        Example.Good("class A:\n    def format(self): return 1\n    x = format").Hidden(),
        Example.Good("total = 0\nf(sum, total)").Hidden(),
        Example.Good("import sys\nif sys.version_info < (3,):\n    range = xrange\nprint(range(3))").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Call>(Check);

    private static void Check(Call call, RuleContext context)
    {
        if (call.Func is not Name name || context.Model.SymbolOf(name) is not { } symbol || !Builtins.Contains(name.Id)
            || ExpectedError.Covers(call, "TypeError", context.Model))
        {
            return;
        }

        // The type is what the value is here; a variable that is only ever given what can't be called needs none.
        var uses = ShadowedUses.Of(symbol, context.Model);
        var isBroken = uses.IsBroken(name);
        var type = context.Model.TypeOf(name);
        if (!isBroken && !IsNeverCallable(type))
        {
            return;
        }

        var report = context.Report(name.Span, name.Id, Title(type));
        ResolutionLabels.Add(report, name, context.Model);
        if (symbol.Scope.Kind == ScopeKind.Class)
        {
            report.YieldTo("PLS303", name.Span.Start);
        }

        if (BetterNames.For(name.Id) is { } better)
        {
            report.Help($"say what the value is: {better}; where nothing better comes to mind, `{name.Id}_` keeps the two apart");
        }

        if (isBroken && RenameFix.EditsFor(symbol, uses, context) is { } edits)
        {
            report.Fix(FixSafety.Unsafe, $"rename the variable to `{name.Id}_`", edits);
        }
    }

    private static bool IsNeverCallable(PyType type)
    {
        if (type.Kind != PyTypeKind.Union)
        {
            return type.Kind is not (PyTypeKind.Unknown or PyTypeKind.Never or PyTypeKind.Function or PyTypeKind.Class or PyTypeKind.Instance or PyTypeKind.Library);
        }

        foreach (var member in type.Arguments)
        {
            if (!IsNeverCallable(member))
            {
                return false;
            }
        }

        return true;
    }

    private static string Title(PyType type) => type.Kind switch
    {
        PyTypeKind.Unknown => "your own variable",
        PyTypeKind.Union => TypeWords.OfUnion(type),
        _ => TypeWords.WithArticle(type),
    };
}
