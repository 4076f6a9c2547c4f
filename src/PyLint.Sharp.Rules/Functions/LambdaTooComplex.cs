using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>A lambda that is too much to read at a glance, or that only calls what could stand there itself.</summary>
public sealed class LambdaTooComplex : Rule
{
    private const string Complex = "this lambda holds {reason}: a `def` with a name would say what it is for";
    private const string Forwards = "this lambda only calls `{function}`: `{function}` alone is the same function";

    /// <summary>More characters than a reader takes in along with the call that the lambda stands in.</summary>
    private const int LongestBody = 60;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS315",
        Name = "lambda-too-complex",
        Area = SkillArea.Functions,
        Severity = Severity.Info,
        Aliases = ["PLW0108", "W0108", "unnecessary-lambda", "WPS506"],
        Message = Complex,
        OtherMessages = [Forwards],
        Why = "A lambda stands in the middle of another expression, so the reader has to hold both in mind. It has no name that sums it up, no docstring, no "
            + "room for a comment or a breakpoint, and in a traceback it is one `<lambda>` among others. A decision within a decision or a loop within it "
            + "makes that a puzzle. A lambda that only hands its arguments on adds a call and says nothing: functions are values in Python.",
        Instead = "Write a small `def` above the line, named after what it decides, and pass it by its name. Pass a function that exists as it is: "
            + "`map(int, words)`, not `map(lambda w: int(w), words)`.",
        Interview = new(
            "When do you use a lambda, and when a named function?",
            "A lambda where a function is an argument and its body reads at a glance: a sort key, `map`, `filter`, a short callback. Anything with a "
            + "condition in a condition, a loop or a need for a comment gets a `def`, which I can name, document and test by itself. It costs a line and a "
            + "jump of the eye; for `key=lambda p: p.age` I don't pay that, and `operator.attrgetter(\"age\")` is a matter of taste."),
        FineWhen = "Tuples of attributes as a sort key are as long as they are, and not flagged. A forwarding lambda is right where it changes something: the "
            + "number of arguments, their order, or the moment at which the name is looked up, as for a function that is defined later or replaced in tests.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                def grades(points):
                    return list(map([|lambda p|]: "A" if p > 90 else "B" if p > 80 else "C", points))
                """).Saying("this lambda holds a condition within a condition: a `def` with a name would say what it is for"),
            Example.Bad("""
                def numbers(words):
                    return list(map([|lambda word|]: int(word), words))
                """, fixedTo: """
                def numbers(words):
                    return list(map(int, words))
                """).Saying("this lambda only calls `int`: `int` alone is the same function"),
            Example.Good("""
                def ranking(players):
                    return sorted(players, key=lambda player: (-player.points, player.games, player.name))
                """),
            Example.Good("""
                def grade(points):
                    if points > 90:
                        return "A"
                    return "B" if points > 80 else "C"

                def grades(points):
                    return list(map(grade, points))
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("print([|lambda x|]: lambda y: x + y)").Saying("this lambda holds another lambda: a `def` with a name would say what it is for").Hidden(),
        Example.Bad("print([|lambda xs|]: [x * x for x in xs])").Saying("this lambda holds a comprehension: a `def` with a name would say what it is for").Hidden(),
        Example.Bad("print([|lambda x|]: (y := x) + y)").Saying("this lambda holds an assignment: a `def` with a name would say what it is for").Hidden(),
        Example.Bad("print([|lambda x|]: x > 1 and x < 9 or x == 20)").Saying("this lambda holds `and` and `or` within each other: a `def` with a name would say what it is for").Hidden(),
        Example.Bad("print([|lambda|]: 'a' if ready and (a or b) else 'b')").Hidden(),
        Example.Bad("print([|lambda row|]: row.first_name.strip().lower() + row.last_name.strip().lower())").Saying("this lambda holds 62 characters: a `def` with a name would say what it is for").Hidden(),
        Example.Bad("import math\nprint([|lambda x|]: math.sqrt(x))", fixedTo: "import math\nprint(math.sqrt)").Hidden(),
        Example.Bad("from collections import defaultdict\nd = defaultdict([|lambda|]: list())", fixedTo: "from collections import defaultdict\nd = defaultdict(list)").Hidden(),
        Example.Bad("def half(x):\n    return x / 2\nprint(map([|lambda *a, **k|]: half(*a, **k), [1]))", fixedTo: "def half(x):\n    return x / 2\nprint(map(half, [1]))").Hidden(),
        Example.Bad("def f(g):\n    return sorted([1], key=([|lambda x|]: g(x)))", fixedTo: "def f(g):\n    return sorted([1], key=(g))").Hidden(),
        Example.Bad("class A:\n    pass\nprint([|lambda|]: A())", fixedTo: "class A:\n    pass\nprint(A)").Hidden(),
        Example.Bad("def f(hook):\n    seen = []\n    hook([|lambda x|]: seen.append(x))\n    return seen", fixedTo: "def f(hook):\n    seen = []\n    hook(seen.append)\n    return seen").Hidden(),
        Example.Good("def f(hook, box):\n    seen = []\n    hook(lambda x: seen.append(x), lambda x: box.append(x))\n    seen = [1]\n    return seen").Hidden(),
        Example.Good("print(lambda: None)").Hidden(),
        Example.Good("print(sorted([], key=lambda entry: (entry.family_name.lower(), entry.given_name.lower(), entry.born)))").Hidden(),
        Example.Good("def f(*a, **b):\n    return a, b\nprint(lambda *a: f(*a[1:]), lambda x: f(x, 1), lambda x, y: f(y, x), lambda x, y=1: f(x, y), lambda x: f(x)(x), lambda x: f(y=x))").Hidden(),
        Example.Good("print(lambda x: later(x))\ndef later(x):\n    return x").Hidden(),
        Example.Good("def f(x):\n    return x\nprint(lambda x: f(x))\nf = abs").Hidden(),
        Example.Good("class A:\n    def go(self):\n        return lambda x: self.run(x)\n    size = lambda self: len(self)").Hidden(),
        Example.Good("def f(door, x):\n    door.open = lambda x: print(x)\n    print(lambda x: x(x), lambda x: x.f(x), lambda: x()())").Hidden(),
        Example.Good("print(lambda x: 1 if x else 2, lambda x: x and x > 1, lambda x: not x or not x.y)").Hidden(),
        Example.Good("print(lambda: 'a text that is longer than sixty characters is still nothing but one text')").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Lambda>(Check);

    private static void Check(Lambda lambda, RuleContext context)
    {
        if (lambda.Ancestor<Lambda>() is { } outer && outer.Body.Contains(lambda))
        {
            // The outermost one is told of, which holds this; of a thousand within each other nobody wants to hear a thousand times.
            return;
        }

        var header = new TextSpan(lambda.Span.Start, lambda.Args.Span.Length > 0 ? lambda.Args.Span.End : lambda.Span.Start + "lambda".Length);
        if (ReasonOf(lambda.Body, context) is { } reason)
        {
            var report = context.Report(header, reason);
            if (TargetOf(lambda) is { } target)
            {
                // Both ask for a `def`, and the other rule writes it.
                report.YieldTo("PLS314", target.Span.Start);
            }
        }
        else if (OnlyForwards(lambda, context))
        {
            var function = context.TextOf(((Call)lambda.Body).Func);
            context.Report(Forwards, header, function).Fix(FixSafety.Safe, $"pass `{function}` itself", new TextEdit(lambda.Span, function));
        }
    }

    /// <summary>True for a lambda in whose place the function that it calls could stand.</summary>
    internal static bool OnlyForwards(Lambda lambda, RuleContext context) =>
        lambda.Body is Call call && HandsArgumentsOn(lambda.Args, call) && ReasonOf(call, context) is null && StandsAlone(lambda)
        && IsSameLater(call.Func, lambda, context.Model);

    /// <summary>What an assignment gives the lambda to.</summary>
    private static Expr? TargetOf(Lambda lambda) => lambda.Parent switch
    {
        Assign { Targets: [var only] } => only,
        AnnAssign assign => assign.Target,
        _ => null,
    };

    /// <summary>What makes a body hard to read; null when nothing does.</summary>
    private static string? ReasonOf(Expr body, RuleContext context)
    {
        foreach (var node in context.Tree.Subtree(body))
        {
            var reason = node switch
            {
                IfExp when IsWithin<IfExp>(node, body) => "a condition within a condition",
                BoolOp when IsWithin<BoolOp>(node, body) => "`and` and `or` within each other",
                Lambda => "another lambda",
                ListComp or SetComp or DictComp or GeneratorExp => "a comprehension",
                NamedExpr => "an assignment",
                _ => null,
            };
            if (reason != null)
            {
                return reason;
            }
        }

        return LengthOf(body, context) is var length and > LongestBody && body is not Constant && !IsSortKey(body) ? $"{length} characters" : null;
    }

    private static bool IsWithin<T>(Node node, Expr body)
        where T : Node => node != body && node.Ancestor<T>() is { } around && body.Contains(around);

    /// <summary>The characters of the body; a line break with its indentation counts as one.</summary>
    private static int LengthOf(Expr body, RuleContext context)
    {
        var (length, wasSpace) = (0, false);
        foreach (var character in context.Text.Slice(body.Span))
        {
            var isSpace = char.IsWhiteSpace(character);
            length += (isSpace && wasSpace) || char.IsLowSurrogate(character) ? 0 : 1;
            wasSpace = isSpace;
        }

        return length;
    }

    /// <summary>True for a tuple of attributes, items, constants and calls without arguments of them.</summary>
    private static bool IsSortKey(Expr body)
    {
        if (body is not Tuple tuple)
        {
            return false;
        }

        foreach (var element in tuple.Elts)
        {
            if (!IsPlain(element))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(Expr element) => element switch
    {
        Name or Constant => true,
        Attribute attribute => IsPlain(attribute.Value),
        Subscript item => IsPlain(item.Value) && IsPlain(item.Slice),
        UnaryOp operation => IsPlain(operation.Operand),
        Call { Args.IsEmpty: true, Keywords.IsEmpty: true } call => IsPlain(call.Func),
        _ => false,
    };

    /// <summary>True when the call has exactly the parameters as its arguments, in their order and with their stars.</summary>
    private static bool HandsArgumentsOn(Arguments parameters, Call call)
    {
        if (!parameters.Defaults.IsEmpty || !parameters.KwOnlyArgs.IsEmpty
            || call.Args.Length != parameters.PosOnlyArgs.Length + parameters.Args.Length + (parameters.VarArg is null ? 0 : 1)
            || call.Keywords.Length != (parameters.KwArg is null ? 0 : 1)
            || (parameters.KwArg is { } named && !(call.Keywords[0] is { Name: null, Value: Name others } && others.Id == named.Name.Text)))
        {
            return false;
        }

        for (var i = 0; i < call.Args.Length; i++)
        {
            var place = i - parameters.PosOnlyArgs.Length;
            var isSame = place < 0 ? Is(call.Args[i], parameters.PosOnlyArgs[i])
                : place < parameters.Args.Length ? Is(call.Args[i], parameters.Args[place])
                : call.Args[i] is Starred rest && Is(rest.Value, parameters.VarArg!);
            if (!isSame)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Is(Expr argument, Arg parameter) => argument is Name name && name.Id == parameter.Name.Text;

    /// <summary>An attribute of a class makes a method of a lambda, but not of a built-in function or a class.</summary>
    private static bool StandsAlone(Lambda lambda) => lambda.Parent switch
    {
        Assign assign => assign.Targets is [Name] && lambda.Ancestor<ClassDef>() != assign.Parent,
        AnnAssign => false,
        _ => true,
    };

    /// <summary>True when the name means the same where the lambda stands as whenever it is called.</summary>
    private static bool IsSameLater(Expr function, Lambda lambda, SemanticModel model)
    {
        if (function is not Name name)
        {
            return function is Attribute { Value: Name owner }
                && (IsSameObject(owner, lambda, model) || (model.KnownName(function) is { } known && Semantics.Knowledge.StandardLibrary.Find(known) != null));
        }

        if (model.IsBuiltin(name))
        {
            return true;
        }

        return HasOneValue(name, lambda, model);
    }

    /// <summary>True for a container or text that the variable always is; nobody can give it another method.</summary>
    private static bool IsSameObject(Name owner, Lambda lambda, SemanticModel model) =>
        model.SymbolOf(owner) is { SoleBinding: { Value: { Parent: Assign { Parent: Module or FunctionDefinition } } value } } symbol
        && symbol.Scope.Node != lambda
        && symbol.Scope.Kind is ScopeKind.Module or ScopeKind.Function
        && !symbol.Has(BindingKind.Delete)
        && value.Index < lambda.Index
        && model.TypeOf(value).Kind is PyTypeKind.List or PyTypeKind.Dict or PyTypeKind.Set or PyTypeKind.Str;

    private static bool HasOneValue(Name name, Lambda lambda, SemanticModel model)
    {
        return model.SymbolOf(name) is { SoleBinding: { } binding } symbol
            && symbol.Scope.Node != lambda
            && symbol.Scope.Kind is ScopeKind.Module or ScopeKind.Function
            && binding.Kind is BindingKind.Function or BindingKind.Class or BindingKind.ImportFrom or BindingKind.Parameter
            && !symbol.Has(BindingKind.Delete)
            && (binding.Kind == BindingKind.Parameter || (binding.Node.Index < lambda.Index && binding.Node.Parent is Module or FunctionDefinition or ImportFrom { Parent: Module }));
    }
}
