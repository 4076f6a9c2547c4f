using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>The <c>None</c> that a method returns which changes its object in place, used as if it were the object.</summary>
public sealed class InplaceMethodResultUsed : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS114",
        Name = "inplace-method-result-used",
        Area = SkillArea.DataTypes,
        Severity = Severity.Error,
        Aliases = ["E1128", "assignment-from-none", "E1111", "assignment-from-no-return", "S3699"],
        Message = "`{call}` works in place and returns None, so {consequence}",
        Why = "`list.sort`, `append`, `extend`, `dict.update`, `set.add`, `random.shuffle` and their like change the object they are called on and return `None`. "
            + "Python does that on purpose, so that nobody takes them for functions that make a new object. The change did happen; what is used here "
            + "is the `None`, and with `xs = xs.sort()` the list itself is lost.",
        Instead = "Call the method on a line of its own, and use the object afterwards. Where a new object is wanted: `sorted(xs)`, `[*xs, x]`, `{**d, **more}`, `s | {x}`.",
        Interview = new(
            "What is `xs` after `xs = xs.sort()`, and why does Python do that?",
            "`None`. `list.sort` sorts in place and returns `None`, to tell it from `sorted`, which returns a new list and leaves the old one alone. Sorting in place "
            + "needs no second list, but everybody who holds the list sees the new order; `sorted` costs a copy and takes any iterable. I sort in "
            + "place only what I own. Returning `self`, as fluent builders do, would allow chains and hide which of the two a method is."),
        FineWhen = "When the `None` is what is wanted: in a `lambda`, behind `or` in a condition (`x in seen or seen.add(x)`), in a test that asserts it, or where a "
            + "method hands its own call on to a method of the same name. There the rule is silent.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                scores = [int(line) for line in lines]
                ranking = [|scores.sort(reverse=True)|]
                print(ranking[0])
                """, fixedTo: """
                scores = [int(line) for line in lines]
                ranking = sorted(scores, reverse=True)
                print(ranking[0])
                """).Saying("`scores.sort()` works in place and returns None, so `ranking` is None"),
            Example.Bad("""
                def with_defaults(options: dict):
                    merged = {"depth": 3}
                    return [|merged.update(options)|]
                """, fixedTo: """
                def with_defaults(options: dict):
                    merged = {"depth": 3}
                    merged.update(options)
                    return merged
                """).Saying("`merged.update()` works in place and returns None, so `with_defaults` returns None"),
            Example.Bad("""
                basket = ["tea"]
                basket = [|basket.append("milk")|]
                """, fixedTo: """
                basket = ["tea"]
                basket.append("milk")
                """).Saying("`basket.append()` works in place and returns None, so `basket` itself becomes None"),
            Example.Good("""
                scores = [int(line) for line in lines]
                ranking = sorted(scores, reverse=True)
                scores.append(0)
                """),
            Example.Good("""
                seen = set()
                unique = [x for x in items if not (x in seen or seen.add(x))]
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("xs = [1]\nprint([|xs.sort()|])", fixedTo: "xs = [1]\nprint(sorted(xs))").Saying("`xs.sort()` works in place and returns None, so that is what `print` gets").Hidden(),
        Example.Bad("xs = [1]\nfor x in [|xs.reverse()|]:\n    print(x)", fixedTo: "xs = [1]\nfor x in reversed(xs):\n    print(x)").Saying("`xs.reverse()` works in place and returns None, so the loop raises TypeError").Hidden(),
        Example.Bad("xs = [1]\n[|xs.append(1)|].append(2)").Saying("`xs.append()` works in place and returns None, so `.append` behind it raises AttributeError").Hidden(),
        Example.Bad("xs = [1]\nys = [|xs.extend([2])|]", fixedTo: "xs = [1]\nxs.extend([2])\nys = xs").Hidden(),
        Example.Bad("xs = [1]\nif xs:\n    ys = [|xs.insert(0, 2)|]  # why", fixedTo: "xs = [1]\nif xs:\n    xs.insert(0, 2)\n    ys = xs  # why").Hidden(),
        Example.Bad("xs = [1]\nif xs: ys = [|xs.insert(0, 2)|]").Hidden(),
        Example.Bad("import random\nxs = [1]\nxs = [|random.shuffle(xs)|]", fixedTo: "import random\nxs = [1]\nrandom.shuffle(xs)").Saying("`random.shuffle()` works in place and returns None, so `xs` itself becomes None").Hidden(),
        Example.Bad("from random import shuffle\ndef f(xs):\n    return [|shuffle(xs)|]", fixedTo: "from random import shuffle\ndef f(xs):\n    shuffle(xs)\n    return xs").Hidden(),
        Example.Bad("d = {}\ne = [|d.clear()|]\ns = set()\nt = [|s.discard(1)|]\nu = [|s.add(1)|]").Hidden(),
        Example.Bad("s = set()\nif [|s.add(1)|]:\n    print(1)").Saying("`s.add()` works in place and returns None, so the condition is never true").Hidden(),
        Example.Bad("xs = [1]\nx = [|xs.sort()|][0]").Hidden(),
        Example.Bad("xs = [1]\nt = (1, [|xs.sort()|])\ny = f'{[|xs.reverse()|]}'\nz = [|xs.remove(1)|] if xs else 1").Hidden(),
        Example.Bad("xs = []\nys = [[|xs.append(c)|] for c in 'ab']").Hidden(),
        Example.Bad("class A:\n    def __init__(self):\n        self.xs = []\n    def add(self, x):\n        return [|self.xs.append(x)|]", fixedTo: "class A:\n    def __init__(self):\n        self.xs = []\n    def add(self, x):\n        self.xs.append(x)\n        return self.xs").Hidden(),
        Example.Bad("from collections import deque\nq = deque()\nq = [|q.rotate(1)|]\nr = [|[1, 2].sort()|]").Hidden(),
        Example.Bad("class Hand:\n    def __init__(self):\n        self.cards = []\n    def sort(self):\n        self.cards = [|self.cards.sort()|]").Saying("`self.cards.sort()` works in place and returns None, so `self.cards` itself becomes None").Hidden(),
        Example.Good("def f(df):\n    df = df.sort()\n    return df.append(1)").Hidden(),
        Example.Good("class Query(list):\n    def sort(self):\n        return self\nq = Query().sort()\nr = q.sort()").Hidden(),
        Example.Good("d = {}\nx = d.setdefault(1, [])\nxs = [1]\ny = xs.pop()\ns = {1}\nz = s.pop()\nw = d.pop(1, None)\nv = xs.copy()").Hidden(),
        Example.Good("xs = []\nxs.append(1)\nxs.append(1) if xs else xs.append(2)\n[xs.append(c) for c in 'ab']\n(xs.sort(), xs.reverse())").Hidden(),
        Example.Good("xs = []\nregister(lambda x: xs.append(x + 1))\nassert xs.sort() is None\nself.assertIsNone(xs.sort())\nself.assertEqual(xs.sort(), None)\n_ = xs.sort()\nr = xs.reverse()\nself.assertEqual(r, None)").Hidden(),
        Example.Good("class A:\n    def __init__(self):\n        self.xs = []\n    def append(self, x):\n        return self.xs.append(x)\n    def __setitem__(self, i, x):\n        return self.xs.insert(i, x)\n    def put(self, x) -> None:\n        return self.xs.append(x)").Hidden(),
        Example.Good("def f(x):\n    xs = []\n    if x:\n        return xs.append(x)\n    xs.append(1)\n    return").Hidden(),
        Example.Good("xs = [1]\nys = xs.sort\nzs = xs.append").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.VisitCallsOf([.. InPlaceMethods.ReturningNone, "shuffle"], Check);

    private static void Check(Call call, RuleContext context)
    {
        if (call.Parent is ExprStmt or Lambda || ChangedBy(call, context.Model) is not { } changed || ConsequenceOf(call, changed, context) is not { } consequence
            || ExpectedError.IsAwaited(call))
        {
            return;
        }

        var report = context.Report(call.Span, TypeWords.OfCall(call, context), consequence);
        if (call.Parent is Return)
        {
            // Whoever calls may well not look at the result.
            report.Severity(Severity.Warning);
        }

        if (SameObject.RootOf(changed) != null)
        {
            InPlaceFix.Add(call, changed, report, context);
        }
    }

    /// <summary>The object that the call changes, when it is proven that it returns <c>None</c>.</summary>
    private static Expr? ChangedBy(Call call, SemanticModel model) => call.Func switch
    {
        Attribute { Attr.Text: "shuffle" } or Name { Id: "shuffle" } when call.Args is [not Starred and var argument] && model.KnownName(call.Func) == "random.shuffle" => argument,
        Attribute method when ReturnsNone(model.TypeOf(method.Value), method.Attr) || IsBoundToItself(method, call, model) => method.Value,
        _ => null,
    };

    /// <summary>True for all that the object can be; where it is <c>None</c>, the call fails before.</summary>
    private static bool ReturnsNone(PyType type, string method)
    {
        if (type.Kind != PyTypeKind.Union)
        {
            return InPlaceMethods.ReturnsNone(type.Kind, method);
        }

        foreach (var member in type.Arguments)
        {
            if (member.Kind != PyTypeKind.None && !InPlaceMethods.ReturnsNone(member.Kind, method))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// <c>self.xs = self.xs.sort()</c>: the assignment itself makes the type of the attribute unknown; elsewhere the class makes it a container.
    /// </summary>
    private static bool IsBoundToItself(Attribute method, Call call, SemanticModel model)
    {
        if (method.Value is not Attribute { Value: Name } changed || call.Parent is not Assign { Targets: [Attribute target] } || !SameObject.Are(target, changed, model)
            || call.Ancestor<ClassDef>() is not { } around || model.ClassOf(around).OwnAttribute(model.AttributeName(changed)) is not { } attribute)
        {
            return false;
        }

        var count = 0;
        foreach (var binding in attribute.Bindings)
        {
            if (binding.Node != target)
            {
                if (binding.Value is not (List or Dict or Set or ListComp or DictComp or SetComp) || !InPlaceMethods.ReturnsNone(InPlaceMethods.KindOf(binding.Value, model), method.Attr))
                {
                    return false;
                }

                count++;
            }
        }

        return count > 0;
    }

    /// <summary>What becomes of the <c>None</c>; null where it does no harm.</summary>
    private static string? ConsequenceOf(Call call, Expr changed, RuleContext context)
    {
        switch (call.Parent)
        {
            case Assign { Targets: [Name { Id: "_" }] } or BoolOp or UnaryOp { Op: UnaryOperator.Not }:
                return null;
            case Assign { Targets: [var target] } assign when assign.Value == call && SameObject.RootOf(target) != null:
                if (target is Name bound && IsComparedWithNone(bound, context.Model))
                {
                    return null;
                }

                var text = context.TextOf(target);
                return text == context.TextOf(changed) ? $"`{text}` itself becomes None" : $"`{text}` is None";
            case Return when call.Ancestor<FunctionDefinition>() is { } function:
                return IsProcedure(function, call, context) ? null : $"`{function.Name.Text}` returns None";
            case Attribute attribute:
                return $"`.{attribute.Attr.Text}` behind it raises AttributeError";
            case ForStatement loop when loop.Iter == call:
                return "the loop raises TypeError";
            case If or While or IfExp { Test: Call } when call.Parent is not IfExp { Test: var test } || test == call:
                return "the condition is never true";
            case Call outer when outer.Func != call:
                return IsAboutNone(outer) ? null : $"that is what {TypeWords.Quote(outer.Func, context, "the call")} gets";
            case Compare { Ops: [CompareOperator.Is or CompareOperator.IsNot] }:
                return null;
            default:
                return IsDropped(call) ? null : "that is what is used here";
        }
    }

    /// <summary>The variable is there to see whether it is <c>None</c>.</summary>
    private static bool IsComparedWithNone(Name bound, SemanticModel model)
    {
        foreach (var reference in model.SymbolOf(bound)?.References ?? [])
        {
            if (reference.Parent is Call outer && IsAboutNone(outer))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A test that compares with <c>None</c>, or asserts it.</summary>
    private static bool IsAboutNone(Call outer)
    {
        var isNone = outer.Func is Attribute { Attr.Text: "assertIsNone" or "assertFalse" };
        foreach (var argument in outer.Args)
        {
            isNone |= argument is Constant { IsNone: true };
        }

        return isNone;
    }

    /// <summary>True for a part of a statement that drops its value, as in <c>a.append(1) if x else b.append(1)</c>.</summary>
    private static bool IsDropped(Node node)
    {
        while (node.Parent is IfExp or Tuple or List or ListComp or SetComp or GeneratorExp or BoolOp)
        {
            node = node.Parent;
        }

        return node.Parent is ExprStmt or Lambda or BoolOp or Return { Parent: FunctionDefinition { Returns: Constant { IsNone: true } } };
    }

    /// <summary>
    /// True for a function whose result nobody looks at: it says so, Python ignores it, it hands its own call on, or it also returns without a
    /// value, so that <c>return xs.append(x)</c> only saves a line.
    /// </summary>
    private static bool IsProcedure(FunctionDefinition function, Call call, RuleContext context)
    {
        var name = function.Name.Text;
        if (function.Returns is Constant { IsNone: true } || name.StartsWith("__", StringComparison.Ordinal) || call.Func is Attribute { Attr.Text: var method } && method == name)
        {
            return true;
        }

        foreach (var other in context.Tree.All<Return>(function))
        {
            if (other is { Value: null } && other.Ancestor<FunctionDefinition>() == function)
            {
                return true;
            }
        }

        return false;
    }
}
