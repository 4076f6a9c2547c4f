using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>An operator between types that Python doesn't combine.</summary>
public sealed class IncompatibleOperandTypes : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS118",
        Name = "incompatible-operand-types",
        Area = SkillArea.DataTypes,
        Severity = Severity.Error,
        Aliases = ["E1131", "unsupported-binary-operation", "reportOperatorIssue", "S5607", "E9954"],
        Message = "{expression} raises TypeError: {left} is {type} and {right} is {other}",
        Why = "Python is strongly typed: it never turns a str into a number or a number into a str on its own. An operator asks the left operand's type, then the right one's; when "
            + "both decline, it raises `TypeError`. `input()` always returns a str, whatever was typed. `==` is no warning sign: it raises nothing and is just False.",
        Instead = "Convert where the value comes in: `age = int(input())`, with `ValueError` handled there. To build text, use an f-string: `f\"{name}: {count}\"` converts by itself. "
            + "Where `None` is possible, test for it first.",
        Interview = new(
            "Python is dynamically typed. Why does `\"1\" + 1` fail all the same?",
            "Dynamic means that names have no types; the objects do, and strictly so. A str joins with another str only, and `int.__radd__`, "
            + "which is asked as well, returns `NotImplemented`; so Python raises `TypeError`. JavaScript would say `\"11\"` and hide the bug. I convert at the border of the program, "
            + "where input is checked anyway, so that the inside can rely on types; annotations and a type checker show such places before they run."),
        FineWhen = "When the `TypeError` is expected: a test that asserts it, or code under `except TypeError`. Classes with operators of their own, `%` "
            + "formatting and values of several possible types, of which one fits, are left alone.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                age = input("Your age: ")
                if [|age >= 18|]:
                    print("welcome")
                """, fixedTo: """
                age = input("Your age: ")
                if int(age) >= 18:
                    print("welcome")
                """).Saying("`age >= 18` raises TypeError: `age` is a str that `input()` returned and `18` is an int"),
            Example.Bad("""
                def report(names: list):
                    return [|len(names) + " names"|]
                """, fixedTo: """
                def report(names: list):
                    return str(len(names)) + " names"
                """).Saying("`len(names) + \" names\"` raises TypeError: `len(names)` is an int and `\" names\"` is a str"),
            Example.Good("""
                age = int(input("Your age: "))
                if age >= 18:
                    print("welcome")
                """),
            Example.Good("""
                def report(names: list):
                    return f"{len(names)} names: " + "-" * 10
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("x = [|'3' * '4'|]\ny = [|None + 1|]\nz = [|'a' - 'b'|]\nw = [|[1] + (2,)|]").Hidden(),
        Example.Bad("if [|input() > 18|]: pass", fixedTo: "if int(input()) > 18: pass").Saying("`input() > 18` raises TypeError: `input()` is a str that `input()` returned and `18` is an int").Hidden(),
        Example.Bad("x = input()\ny = [|x + 1|]\nz = [|1.5 * x|]", fixedTo: "x = input()\ny = int(x) + 1\nz = 1.5 * float(x)").Hidden(),
        Example.Bad("x = input().strip()\nif [|0 < x|] < 10: pass", fixedTo: "x = input().strip()\nif 0 < int(x) < 10: pass").Hidden(),
        Example.Bad("name = 'a'\nname += 'b'\n[|name += 1|]", fixedTo: "name = 'a'\nname += 'b'\nname += str(1)").Hidden(),
        Example.Bad("total = 0\nfor x in 'ab':\n    print(x)\n[|total += x|]").Saying("`total += x` raises TypeError: `total` is an int and `x` is a str").Hidden(),
        Example.Bad("total = 0\nfor i in range(3):\n    [|total += input()|]\nprint(total)", fixedTo: "total = 0\nfor i in range(3):\n    total += int(input())\nprint(total)").Hidden(),
        Example.Bad("xs = [1]\n[|xs < 3|]\n[|xs * xs|]\n[|xs - xs|]\n[|xs += 1|]").Hidden(),
        Example.Bad("d = {}\ne = [|d + {}|]\nf = [|d < {}|]").Hidden(),
        Example.Bad("def f():\n    print(1)\nx = [|f + 1|]").Saying("`f + 1` raises TypeError: `f` is a function and `1` is an int").Hidden(),
        Example.Bad("def f():\n    print(1)\nx = [|f() + 1|]").Saying("`f() + 1` raises TypeError: `f()` is None and `1` is an int").Hidden(),
        Example.Bad("x = [|1 in 'abc'|]\ny = [|'a' in 5|]\nz = [|3 not in None|]").Hidden(),
        Example.Bad("def f(x: str | None):\n    return [|x + 1|]").Saying("`x + 1` raises TypeError: `x` is a str or None and `1` is an int").Hidden(),
        Example.Bad("def f(n: int):\n    return [|'number ' + n|]").Saying("`'number ' + n` raises TypeError: `'number '` is a str and `n` is an int").Hidden(),
        Example.Bad("def f(n: float):\n    return [|'number ' + n|]").Saying("`'number ' + n` raises TypeError: `'number '` is a str and `n` is a float").Hidden(),
        Example.Bad("x = [|1.5 << 2|]\ny = [|{1} + {2}|]\nz = [|'a' @ 'b'|]\nw = [|range(3) + [1]|]\nv = [|b'a' + 'b'|]").Hidden(),
        Example.Bad("x = [|'a' + 'b' + 1|]", fixedTo: "x = 'a' + 'b' + str(1)").Hidden(),
        Example.Good("def f(n: float, s: str):\n    return s * n").Hidden(),
        Example.Good("x = 'a' * 3\ny = 3 * 'a'\nz = 'a%s' % 3\nw = 'a' % (1, 2)\nv = [1] * True\nu = 1 + 2.5 + True\nt = b'a' + bytearray(b'b')").Hidden(),
        Example.Good("class V:\n    def __add__(self, other):\n        return self\n    def __radd__(self, other):\n        return self\nx = V() + 1\ny = 1 + V()\nz = 'a' + V()").Hidden(),
        Example.Good("def f(x: int | str):\n    if isinstance(x, str):\n        x = int(x)\n    return x + 1").Hidden(),
        Example.Good("def f(x: int | str, y=None):\n    return x + 1, y + 1").Hidden(),
        Example.Good("x = int(input()) + 1\ny = float(input()) * 2\nz = 'a' + input()\nw = input() * 3\nv = input() == 3").Hidden(),
        Example.Good("import numpy as np\nx = np.zeros(3) + 'a'\ny = [1, 2] * np.zeros(2)\nz = [1, 2] < np.zeros(2)").Hidden(),
        Example.Good("s = {1} | {2} - frozenset()\nd = {} | {1: 2}\nd |= [(1, 2)]\nk = d.keys() - [1]\nk = [1] - d.keys()\nb = {1} <= {2}\nxs = [1]\nxs += 'ab'\nxs += (1,)").Hidden(),
        Example.Good("from collections import Counter, deque\nc = Counter('a') + Counter('b')\nc = c - Counter('a')\nc = c & c | c\nq = deque() + deque()\nq += [1]").Hidden(),
        Example.Good("try:\n    1 + 'a'\nexcept TypeError:\n    print('no')\nwith self.assertRaises(TypeError):\n    None < 1").Hidden(),
        Example.Good("x = None\nfor y in xs:\n    if x is not None:\n        print(x + 1)\n    x = y").Hidden(),
        Example.Good("X = int | None\nY = list[int] | str\ndef f(x: 'A' | None, y: None | 'B'):\n    return x").Hidden(),
        Example.Good("x = 1 if input() else 'a'\ny = x + 1").Hidden(),
        Example.Good("if False:\n    x = 1 + 'a'\nif 1 < 1 in 1: pass").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<BinOp>(static (node, context) =>
        {
            if (!OperandTypes.AreFine(node.Op, node.Left, node.Right)
                && OperandTypes.Refuses(node.Op, context.Model.TypeOf(node.Left), context.Model.TypeOf(node.Right), isAugmented: false))
            {
                Report(node, node.Left, context.Model.TypeOf(node.Left), node.Right, node.Op == BinaryOperator.Add, context);
            }
        });
        on.Visit<AugAssign>(static (node, context) =>
        {
            var before = TypeAtFirst(node, context.Model);
            if (OperandTypes.Refuses(node.Op, before, context.Model.TypeOf(node.Value), isAugmented: true))
            {
                Report(node, node.Target, before, node.Value, node.Op == BinaryOperator.Add, context);
            }
        });
        on.Visit<Compare>(Check);
    }

    /// <summary>
    /// The type of the target when control first comes there. In a loop the failing operator itself makes the type unknown; what the only
    /// other binding gives is there the first time.
    /// </summary>
    private static PyType TypeAtFirst(AugAssign assign, SemanticModel model)
    {
        var before = model.TypeBefore(assign);
        return before.IsUnknown && assign.Target is Name target
            && model.SymbolOf(target) is { Bindings: [{ Node: Assign, Value: { } value }, { Node: AugAssign other }] } symbol && other == assign && symbol.Scope == model.ScopeOf(assign)
            ? model.TypeOf(value)
            : before;
    }

    /// <summary>What follows in a chain runs only when the comparisons before are true; those of constants nobody has in earnest.</summary>
    private static void Check(Compare compare, RuleContext context)
    {
        var left = compare.Left;
        for (var i = 0; i < compare.Ops.Length; i++)
        {
            var right = compare.Comparators[i];
            if (compare.Ops[i] is not (CompareOperator.Eq or CompareOperator.NotEq or CompareOperator.Is or CompareOperator.IsNot) && !OperandTypes.AreFine(compare.Ops[i], right)
                && OperandTypes.Refuses(compare.Ops[i], context.Model.TypeOf(left), context.Model.TypeOf(right)))
            {
                Report(compare, left, context.Model.TypeOf(left), right, isSum: false, context);
                return;
            }

            if (left is Constant && right is Constant)
            {
                return;
            }

            left = right;
        }
    }

    private static void Report(Node node, Expr left, PyType leftType, Expr right, bool isSum, RuleContext context)
    {
        var model = context.Model;
        if (model.ScopeOf(node).Kind == ScopeKind.Annotation || ExpectedError.Covers(node, "TypeError", model))
        {
            return;
        }

        var span = new TextSpan(left.Span.Start, right.Span.End);
        var whole = span.Length <= 40 && context.Text.Slice(span).IndexOfAny('\n', '\r', '`') < 0 ? $"`{context.Text.ToString(span)}`" : "this";
        var report = context.Report(
            span,
            whole,
            TypeWords.Quote(left, context, "the left side"),
            Describe(left, leftType, model),
            TypeWords.Quote(right, context, "the right side"),
            Describe(right, model.TypeOf(right), model));
        Label(left, leftType, report, model);
        Label(right, model.TypeOf(right), report, model);
        AddFix(node, left, leftType, right, isSum, report, context);
    }

    private static string Describe(Expr operand, PyType type, SemanticModel model)
    {
        if (type.Kind != PyTypeKind.Union)
        {
            return IsInput(operand, model) ? "a str that `input()` returned"
                : operand is Constant { IsNone: true } ? "of type `NoneType`"
                : TypeWords.WithArticle(type);
        }

        return TypeWords.OfUnion(type);
    }

    private static void Label(Expr operand, PyType type, DiagnosticBuilder report, SemanticModel model)
    {
        if (operand is Name name && model.SymbolOf(name)?.SoleBinding is { Value: not null } binding)
        {
            report.Label(binding.Span, $"{Describe(operand, type, model)}, bound here");
        }
    }

    /// <summary>True for <c>input()</c>, what a method of it such as <c>strip</c> gives, and a variable that has no other value.</summary>
    private static bool IsInput(Expr operand, SemanticModel model)
    {
        while (operand is Call { Func: Attribute { Value: var inner } })
        {
            operand = inner;
        }

        return operand is Call call ? model.KnownName(call.Func) == "input"
            : operand is Name name && model.SymbolOf(name)?.SoleBinding?.Value is { } value and not Name && IsInput(value, model);
    }

    private static void AddFix(Node node, Expr left, PyType leftType, Expr right, bool isSum, DiagnosticBuilder report, RuleContext context)
    {
        var rightType = context.Model.TypeOf(right);
        if (node is not AugAssign && IsInput(left, context.Model) && ConverterTo(rightType) is { } toRight)
        {
            Wrap(left, toRight, report, context);
        }
        else if (IsInput(right, context.Model) && ConverterTo(leftType) is { } toLeft)
        {
            Wrap(right, toLeft, report, context);
        }
        else if (isSum && leftType.Kind == PyTypeKind.Str && rightType.IsNumber)
        {
            Wrap(right, "str", report, context);
        }
        else if (isSum && node is not AugAssign && rightType.Kind == PyTypeKind.Str && leftType.IsNumber)
        {
            Wrap(left, "str", report, context);
        }
    }

    private static string? ConverterTo(PyType type) => type.Kind switch
    {
        PyTypeKind.Int => "int",
        PyTypeKind.Float => "float",
        PyTypeKind.Union when type.Arguments is [{ Kind: PyTypeKind.Int }, { Kind: PyTypeKind.Bool }] => "int",
        _ => null,
    };

    private static void Wrap(Expr operand, string function, DiagnosticBuilder report, RuleContext context)
    {
        if (context.Model.ScopeOf(operand).Lookup(function) is null)
        {
            report.Fix(
                FixSafety.Unsafe,
                $"convert it by `{function}()`",
                new TextEdit(new TextSpan(operand.Span.Start, operand.Span.Start), $"{function}("),
                new TextEdit(new TextSpan(operand.Span.End, operand.Span.End), ")"));
        }
    }
}
