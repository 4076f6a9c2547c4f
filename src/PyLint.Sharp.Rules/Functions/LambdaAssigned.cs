using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>A lambda that is given a name by an assignment, where <c>def</c> does both at once.</summary>
public sealed class LambdaAssigned : Rule
{
    private const string Named = "`{name}` is a lambda that gets a name: a `def` says the same, and the function knows its name";
    private const string OfModule = "`{target}` is replaced by a lambda, which every traceback calls `<lambda>`";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS314",
        Name = "lambda-assigned",
        Area = SkillArea.Functions,
        Severity = Severity.Info,
        Aliases = ["E731", "C3001", "unnecessary-lambda-assignment", "S6661"],
        Message = Named,
        OtherMessages = [OfModule],
        Why = "A lambda is a function without a name, made for the place where it is used up. `f = lambda x: x + 1` makes the same object as a "
            + "`def`, except that its `__name__` is `<lambda>`: so it is called in tracebacks, in profiles and in `repr(f)`, next to all other "
            + "lambdas of the file. It has no room for a docstring, for annotations of its parameters or for a second statement either.",
        Instead = "Write `def f(x): return x + 1`. Keep lambdas for arguments: a sort key, `map` and `filter`, a short callback.",
        Interview = new(
            "What can a `def` do that a lambda cannot, and where do you still use lambdas?",
            "Both make function objects with the same closures and the same speed. A lambda holds one expression, and has no name, docstring or "
            + "annotations. I use it where a function is an argument and its body reads at a glance: `sorted(people, key=lambda p: p.age)`. As "
            + "soon as it deserves a name, it gets a `def`: one line more, and in exchange a traceback that says where it failed."),
        FineWhen = "A lambda in a dict or list of functions, in a conditional expression, as an argument or as an attribute of a class that "
            + "overrides a method in one line is not flagged: there it needs no name of its own.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                [|area|] = lambda width, height: width * height
                print(area(2, 3))
                """, fixedTo: """
                def area(width, height):
                    return width * height
                print(area(2, 3))
                """).Saying("`area` is a lambda that gets a name: a `def` says the same, and the function knows its name"),
            Example.Bad("""
                from collections.abc import Callable

                [|double|]: Callable[[int], int] = lambda n: 2 * n
                """, fixedTo: """
                from collections.abc import Callable

                def double(n: int) -> int:
                    return 2 * n
                """),
            Example.Good("""
                people = [("Ada", 36), ("Alan", 41)]
                people.sort(key=lambda person: person[1])
                """),
            Example.Good("""
                operations = {"+": lambda a, b: a + b, "-": lambda a, b: a - b}
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("[|f|] = lambda: 0", fixedTo: "def f():\n    return 0").Hidden(),
        Example.Bad("[|f|] = lambda *a, k=1, **o: (a, k, o)  # all of it", fixedTo: "def f(*a, k=1, **o):\n    return (a, k, o)  # all of it").Hidden(),
        Example.Bad("[|f|] = lambda a, /, b, *, c: a", fixedTo: "def f(a, /, b, *, c):\n    return a").Hidden(),
        Example.Bad("[|f|] = (lambda x:\n     x +\n     1)", fixedTo: "def f(x):\n    return (x +\n     1)").Hidden(),
        Example.Bad("[|f|] = lambda x: sum(\n    x)", fixedTo: "def f(x):\n    return sum(\n    x)").OnlyAtModuleLevel("lines inside brackets keep their indentation").Hidden(),
        Example.Bad("[|f|] = lambda: (yield)", fixedTo: "def f():\n    return (yield)").Hidden(),
        Example.Bad("[|f|] = lambda x: (y := x)", fixedTo: "def f(x):\n    return (y := x)").Hidden(),
        Example.Bad("[|f|] = (  # why\n    lambda x: x)", fixedTo: "def f(x):\n    return x").Hidden(),
        Example.Bad("if True:\n\t[|f|] = lambda x: x\n", fixedTo: "if True:\n\tdef f(x):\n\t\treturn x\n").Hidden(),
        Example.Bad("from typing import Callable\n[|f|]: Callable[..., str] = lambda x: x", fixedTo: "from typing import Callable\ndef f(x) -> str:\n    return x").Hidden(),
        Example.Bad("from typing import Callable\n[|f|]: Callable[[int], int] = lambda x, y=1: x").Hidden(),
        Example.Bad("import shop\n[|f|]: shop.Sum = lambda x: x").Hidden(),
        Example.Bad("[|f|] = lambda x: x; y = 1").Hidden(),
        Example.Bad("if ready: [|f|] = lambda x: x").Hidden(),
        Example.Bad("import time\n[|time.sleep|] = lambda seconds: None").Saying("`time.sleep` is replaced by a lambda, which every traceback calls `<lambda>`").Hidden(),
        Example.Good("class A:\n    area = lambda self: 0\n    name: str = lambda self: ''").Hidden(),
        Example.Good("f = (lambda: 1) if ready else (lambda: 2)").Hidden(),
        Example.Good("from dataclasses import dataclass, field\n@dataclass\nclass A:\n    xs: list = field(default_factory=lambda: [1])").Hidden(),
        Example.Good("def f(door, doors):\n    door.open = lambda: True\n    doors['a'] = lambda: True").Hidden(),
        Example.Good("fs = [lambda: 1]\nf, g = (lambda: 1), (lambda: 2)\nf = g = lambda: 3").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<Assign>(static (node, context) => Check(node, context));
        on.Visit<AnnAssign>(static (node, context) => Check(node, context));
    }

    private static void Check(Stmt statement, RuleContext context)
    {
        var (target, annotation, value) = statement switch
        {
            Assign { Targets: [var only] } assign => (only, null, assign.Value),
            AnnAssign assign => (assign.Target, assign.Annotation, assign.Value),
            _ => default((Expr?, Expr?, Expr?)),
        };
        if (value is not Lambda lambda || context.Model.ScopeOf(statement).Kind == ScopeKind.Class)
        {
            return;
        }

        if (target is Name name)
        {
            Report(statement, name, annotation, lambda, context);
        }
        else if (target is Attribute attribute && IsModule(attribute.Value, context.Model))
        {
            context.Report(OfModule, attribute.Span, context.TextOf(attribute))
                .Help($"Write a `def {attribute.Attr.Text}` and assign that; in a test `unittest.mock.patch` also puts the old function back.");
        }
    }

    private static bool IsModule(Expr expression, SemanticModel model) =>
        expression is Name name && model.SymbolOf(name) is { SoleBinding.Kind: BindingKind.Import };

    private static void Report(Stmt statement, Name target, Expr? annotation, Lambda lambda, RuleContext context)
    {
        var report = context.Report(target.Span, target.Id).Label(lambda.Span, "calls itself `<lambda>`");
        if (LambdaTooComplex.OnlyForwards(lambda, context))
        {
            // The function itself is better than a `def` around it.
            report.YieldTo("PLS315", lambda.Span.Start);
        }

        if (HeaderOf(target, annotation, lambda, context) is { } header
            && OwnLine.IndentBefore(statement.Span.Start, context.Text) is { } indent
            && OwnLine.EndsAt(statement.Span.End, context.Text))
        {
            var body = $"{ImportInsertion.LineBreak(context.Text)}{OwnLine.Deeper(indent)}return {BodyOf(lambda, context)}";
            // What the annotation said of the variable stands in `__annotations__` of the function then.
            report.Fix(annotation is null ? FixSafety.Safe : FixSafety.Unsafe, $"write `def {target.Id}`", new TextEdit(statement.Span, header + body));
        }
    }

    /// <summary>The line of the <c>def</c>; null when the annotation doesn't tell what the parameters are.</summary>
    private static string? HeaderOf(Name target, Expr? annotation, Lambda lambda, RuleContext context)
    {
        if (annotation is null)
        {
            return $"def {target.Id}({context.TextOf(lambda.Args)}):";
        }

        if (annotation is not Subscript { Slice: Tuple { Elts: [var types, var result] } } callable
            || context.Model.KnownName(callable.Value) is not ("typing.Callable" or "collections.abc.Callable"))
        {
            return null;
        }

        return ParametersOf(lambda.Args, types, context) is { } parameters ? $"def {target.Id}({parameters}) -> {context.TextOf(result)}:" : null;
    }

    private static string? ParametersOf(Arguments arguments, Expr types, RuleContext context)
    {
        if (types is Constant)
        {
            return context.TextOf(arguments);
        }

        if (types is not List { Elts: var elements } || arguments is not { PosOnlyArgs.IsEmpty: true, Defaults.IsEmpty: true, VarArg: null, KwOnlyArgs.IsEmpty: true, KwArg: null }
            || elements.Length != arguments.Args.Length)
        {
            return null;
        }

        var text = new StringBuilder();
        for (var i = 0; i < elements.Length; i++)
        {
            text.Append(i > 0 ? ", " : "").Append(arguments.Args[i].Name.Text).Append(": ").Append(context.TextOf(elements[i]));
        }

        return text.ToString();
    }

    /// <summary>Parentheses around the lambda are gone, so that a body of several lines needs its own, unless it ends with one.</summary>
    private static string BodyOf(Lambda lambda, RuleContext context)
    {
        var body = context.TextOf(lambda.Body);
        var isBracketed = lambda.Body is Constant or List or Dict or Set or Tuple or ListComp or DictComp or SetComp or GeneratorExp
            || (lambda.Body is Call call && !context.TextOf(call.Func).Contains('\n', StringComparison.Ordinal));
        return lambda.Body is Yield or YieldFrom or NamedExpr || (body.Contains('\n', StringComparison.Ordinal) && !isBracketed) ? $"({body})" : body;
    }
}
