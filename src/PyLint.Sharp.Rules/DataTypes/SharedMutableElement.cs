using System.Collections.Immutable;
using System.Numerics;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>One mutable object in all places of a list, tuple or dict.</summary>
public sealed class SharedMutableElement : Rule
{
    private const string Repeated = "all elements of this {sequence} are one and the same {type}";
    private const string Values = "all keys of this dict get one and the same {type}";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS106",
        Name = "shared-mutable-element",
        Area = SkillArea.DataTypes,
        Severity = Severity.Warning,
        Aliases = ["RUF024", "S8508", "WPS435", "do-not-multiply-mutable"],
        Message = Repeated,
        OtherMessages = [Values],
        Why = "`[x] * n` evaluates `x` once and repeats the reference, not the object: all n places hold the same list. `grid[0][0] = 1` then shows "
            + "up in every row. `dict.fromkeys(keys, [])` does the same with its one value. With numbers and strings nobody notices, because they can't change; "
            + "replacing a whole element, `grid[0] = …`, touches one place only.",
        Instead = "Make a new object for each place with a comprehension: `[[0] * n for _ in range(m)]`, `{key: [] for key in keys}`. Inside, "
            + "`[0] * n` is fine. To collect values under keys, `collections.defaultdict(list)` makes each list when it is first needed.",
        Interview = new(
            "What is wrong with `grid = [[0] * 3] * 3`?",
            "The inner list exists once, and the outer one refers to it three times, so `grid[0][0] = 1` changes all rows. A comprehension, "
            + "`[[0] * 3 for _ in range(3)]`, evaluates the inner expression once per row. The inner `[0] * 3` may stay, since integers are "
            + "immutable. The comprehension is slower and takes more memory, as it makes three lists, which is what I want."),
        FineWhen = "When the repeated object is never changed, as in `[0] * n` or `[None] * n`. Where the file shows that nothing changes it, in a function or in the module, the finding is "
            + "an info; where a change through an element is seen, it is an error.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                grid = [|[[0] * 3] * 3|]
                grid[0][0] = 1
                """, fixedTo: """
                grid = [[0] * 3 for _ in range(3)]
                grid[0][0] = 1
                """).Saying("all elements of this list are one and the same list"),
            Example.Bad("""
                names = ["a", "b"]
                groups = [|dict.fromkeys(names, [])|]
                groups["a"].append(1)
                """, fixedTo: """
                names = ["a", "b"]
                groups = {key: [] for key in names}
                groups["a"].append(1)
                """).Saying("all keys of this dict get one and the same list"),
            Example.Good("grid = [[0] * 3 for _ in range(3)]"),
            Example.Good("""
                row = [0] * 3
                names = [""] * 3
                seen = dict.fromkeys("abc", 0)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("n = 3\nxs = [|n * [{}]|]", fixedTo: "n = 3\nxs = [{} for _ in range(n)]").Saying("all elements of this list are one and the same dict").Hidden(),
        Example.Bad("xs = [|([],) * 3|]").Saying("all elements of this tuple are one and the same list").Hidden(),
        Example.Bad("xs = [|[set(), set()] * 2|]").Hidden(),
        Example.Bad("xs = [|[[k for k in 'ab']] * 2|]", fixedTo: "xs = [[k for k in 'ab'] for _ in range(2)]").Hidden(),
        Example.Bad("class Cell:\n    def __init__(self):\n        self.values = []\ncells = [|[Cell()] * 3|]", fixedTo: "class Cell:\n    def __init__(self):\n        self.values = []\ncells = [Cell() for _ in range(3)]")
            .Saying("all elements of this list are one and the same Cell").Hidden(),
        Example.Bad("class A:\n    n = 3\n    xs = [|[[]] * n|]").Hidden(),
        Example.Bad("row = [0, 0]\ngrid = [|[row] * 2|]\ngrid[0][1] = 5").Hidden(),
        Example.Bad("xs = [|[[|[[0] * 2] * 3|]] * 4|]").Hidden(),
        Example.Bad("d = [|dict.fromkeys('ab', {})|]\nd['a'][1] = 2", fixedTo: "d = {key: {} for key in 'ab'}\nd['a'][1] = 2").Hidden(),
        Example.Good("xs = [0] * 3 + [''] * 3 + [None] * 3 + [()] * 3 + [(1, 2)] * 3").Hidden(),
        Example.Good("xs = [[]] * 1\nys = [[]] * 0\nzs = [] * 3").Hidden(),
        Example.Good("def chunks(xs, n):\n    return zip(*[iter(xs)] * n)").Hidden(),
        Example.Good("import itertools\nletters = list('ab')\nprint(list(itertools.product(*[letters] * 2)))").Hidden(),
        Example.Good("def test(self):\n    self.assertEqual(rows(2), [[0]] * 2)\n    assert rows(2) == [[0]] * 2\n    self.assertEqual(made, dict.fromkeys('ab', []))").Hidden(),
        Example.Bad("board = Board([|[[0] * 3] * 3|])", fixedTo: "board = Board([[0] * 3 for _ in range(3)])").Hidden(),
        Example.Bad("def board(width, height):\n    cells = [|[[0] * width] * height|]\n    cells[0][0] = 1\n    return cells",
                fixedTo: "def board(width, height):\n    cells = [[0] * width for _ in range(height)]\n    cells[0][0] = 1\n    return cells")
            .Saying("all elements of this list are one and the same list").Hidden(),
        Example.Bad("def table(n: int):\n    return [|[(n + 1) * [None]] * (n + 1)|]", fixedTo: "def table(n: int):\n    return [(n + 1) * [None] for _ in range(n + 1)]").Hidden(),
        Example.Bad("def rows(count: int):\n    return [|[[]] * count|]", fixedTo: "def rows(count: int):\n    return [[] for _ in range(count)]").Hidden(),
        Example.Good("def rows(count: int | str):\n    return [[]] * count").Hidden(),
        Example.Good("def f(x, n):\n    return [x] * n\ndef g(n, m):\n    return [(0,) * n] * m + ['-' * n] * m + [n * m] * m").Hidden(),
        Example.Good("import numpy\na = [[1, 2]] @ numpy.ones((2, 2))\nb = numpy.array([[1, 2]]) * 3").Hidden(),
        Example.Good("class P:\n    pass\nps = [P] * 3\nqs = [lambda: []] * 3").Hidden(),
        Example.Good("from shapes import Cell\ncells = [Cell()] * 3").Hidden(),
        Example.Good("keys = dict.fromkeys('ab')\nd = dict.fromkeys('ab', ())\nfor i in 2, 3:\n    d[i] = []").Hidden(),
        Example.Good("row = [0, 0]\ngrid = [row] * 2\nprint(grid)\ngrid[0] = 5").Hidden(),
        Example.Good("def f(cls):\n    return cls.fromkeys('ab', [])").Hidden(),
        Example.Good("import numpy as np\na = np.ones(2)\nx = [[1.0, 2.0]] * a").Hidden(),
        Example.Bad("d = [|dict.fromkeys('ab', ([],))|]\nd['a'][0].append(1)", fixedTo: "d = {key: ([],) for key in 'ab'}\nd['a'][0].append(1)").Saying("all keys of this dict get one and the same list").From("ruff #20851").Hidden(),
        Example.Good("d = dict.fromkeys('ab', ((), 0))").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<BinOp>(CheckRepetition);
        on.VisitCallsOf(["fromkeys"], CheckFromKeys);
    }

    private static void CheckRepetition(BinOp node, RuleContext context)
    {
        if (node.Op != BinaryOperator.Mult)
        {
            return;
        }

        var (sequence, count) = node.Left is List or Tuple ? (node.Left, node.Right) : (node.Right, node.Left);
        var elements = sequence switch { List list => list.Elts, Tuple tuple => tuple.Elts, _ => [] };
        if (elements.IsEmpty || IsCompared(node) || !MayBeCount(count, context.Model) || SharedIn(elements, node, context.Model) is not { } shared)
        {
            return;
        }

        var report = context.Report(node.Span, sequence is List ? "list" : "tuple", NameOf(shared, context.Model));
        report.Label(shared.Span, "made once, and repeated as a reference");
        Grade(report, node, context);
        if (sequence is List && elements.Length == 1 && CanMoveInside(shared, node, "_", context) && CanMoveInside(count, node, "_", context))
        {
            report.Fix(FixSafety.Unsafe, "make a new one for each place", new TextEdit(node.Span, $"[{context.TextOf(shared)} for _ in range({context.TextOf(count)})]"));
        }
    }

    private static void CheckFromKeys(Call call, RuleContext context)
    {
        if (call is not { Func: Attribute { Attr.Text: "fromkeys" } method, Args: [not Starred and var keys, var value], Keywords: [] }
            || context.Model.KnownName(method.Value) != "dict"
            || IsCompared(call)
            || MadeIn(value, context.Model) is not { } shared)
        {
            return;
        }

        var report = context.Report(Values, call.Span, NameOf(shared, context.Model));
        report.Label(shared.Span, "made once, for all keys");
        Grade(report, call, context);
        if (CanMoveInside(value, call, "key", context) && keys is not (GeneratorExp or NamedExpr))
        {
            report.Fix(FixSafety.Unsafe, "make a new one for each key", new TextEdit(call.Span, $"{{key: {context.TextOf(value)} for key in {context.TextOf(keys)}}}"));
        }
    }

    /// <summary>True for what a comparison or an assertion of a test only looks at.</summary>
    private static bool IsCompared(Expr whole) =>
        whole.Parent is Compare or Call { Func: Attribute { Attr.Text: ['a', 's', 's', 'e', 'r', 't', ..] } };

    /// <summary>False for 0 and 1, and for what isn't an integer: a list times an array of numpy is multiplied element by element.</summary>
    private static bool MayBeCount(Expr count, SemanticModel model) => count switch
    {
        Constant { Value: BigInteger number } => number > BigInteger.One,
        Constant or List or Tuple => false,
        _ => model.TypeOf(count) switch { { IsUnknown: true } => !MayMakeArray(count, model), var type => IsInteger(type) },
    };

    /// <summary>True for an int, and for what an annotation with <c>int</c> allows, which is a bool too.</summary>
    private static bool IsInteger(PyType type)
    {
        foreach (var member in type.Kind == PyTypeKind.Union ? type.Arguments : [])
        {
            if (member.Kind is not (PyTypeKind.Int or PyTypeKind.Bool))
            {
                return false;
            }
        }

        return type.Kind is PyTypeKind.Int or PyTypeKind.Union;
    }

    private static bool MayMakeArray(Expr count, SemanticModel model) =>
        count is Call || (count is Name name && model.SymbolOf(name) is { SoleBinding.Value: Call });

    private static Expr? SharedIn(ImmutableArray<Expr> elements, Expr whole, SemanticModel model)
    {
        foreach (var element in elements)
        {
            if (IsMadeHere(element, model) || (element is Name && InPlaceMethods.IsMutable(model.TypeOf(element).Kind) && ElementChangeOf(whole, model) != null))
            {
                return element;
            }
        }

        return null;
    }

    /// <summary>What is made here: the value itself, or the first such element of a tuple, which shares what it holds.</summary>
    private static Expr? MadeIn(Expr value, SemanticModel model)
    {
        if (value is not Tuple tuple)
        {
            return IsMadeHere(value, model) ? value : null;
        }

        foreach (var element in tuple.Elts)
        {
            if (MadeIn(element, model) is { } made)
            {
                return made;
            }
        }

        return null;
    }

    private static bool IsMadeHere(Expr element, SemanticModel model) => element switch
    {
        List or ListComp or Dict or DictComp or Set or SetComp => true,
        Call => model.TypeOf(element) is var type && (InPlaceMethods.IsMutable(type.Kind) || (type is { Kind: PyTypeKind.Instance, Origin: ClassDef made } && MutableClass.Is(model.ClassOf(made)))),
        BinOp sum => InPlaceMethods.IsMutable(model.TypeOf(element).Kind) || IsRepeatedList(sum, model),
        _ => false,
    };

    /// <summary>A row as in <c>[0] * width</c> is a list although nobody knows the type of <c>width</c>: a number, or this would raise.</summary>
    private static bool IsRepeatedList(BinOp product, SemanticModel model) => product.Op == BinaryOperator.Mult
        && ((product.Left is List && MayBeCount(product.Right, model)) || (product.Right is List && MayBeCount(product.Left, model)));

    private static string NameOf(Expr element, SemanticModel model) =>
        InPlaceMethods.KindOf(element, model) is var kind && InPlaceMethods.IsMutable(kind) ? InPlaceMethods.NameOf(kind)
        : element is BinOp ? InPlaceMethods.NameOf(PyTypeKind.List)
        : model.TypeOf(element).Name!;

    private static void Grade(DiagnosticBuilder report, Expr whole, RuleContext context)
    {
        if (ElementChangeOf(whole, context.Model) is { } change)
        {
            report.Severity(Severity.Error).Label(change.Span, "changes all of them");
        }
        else if (OnlyRead.Is(whole, context.Model))
        {
            report.Severity(Severity.Info);
        }
    }

    private static Symbol? VariableOf(Expr whole, SemanticModel model) =>
        whole.Parent is Assign { Targets: [Name target] } && model.SymbolOf(target) is { SoleBinding: not null } symbol ? symbol : null;

    /// <summary>The first store into an element, or method that changes it, through the variable that gets the container.</summary>
    private static Expr? ElementChangeOf(Expr whole, SemanticModel model)
    {
        foreach (var reference in VariableOf(whole, model)?.References ?? [])
        {
            if (InPlaceChange.OfElement(reference) is { } change)
            {
                return change;
            }
        }

        return null;
    }

    /// <summary>
    /// A comprehension has a scope of its own: it doesn't see the names of a class body, and hides the one it binds. What awaits or yields
    /// can't stand there.
    /// </summary>
    private static bool CanMoveInside(Expr part, Expr whole, string bound, RuleContext context)
    {
        var isClass = context.Model.ScopeOf(whole).Kind == ScopeKind.Class;
        foreach (var node in context.Tree.Subtree(part))
        {
            if (node is Await or Yield or YieldFrom or NamedExpr || (node is Name name && (isClass || name.Id == bound)))
            {
                return false;
            }
        }

        return true;
    }
}
