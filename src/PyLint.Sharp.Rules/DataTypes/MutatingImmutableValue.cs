using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Calls;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>An attempt to change a str, tuple or another value that never changes.</summary>
public sealed class MutatingImmutableValue : Rule
{
    private const string Item = "{value} is {type}, whose items can't be {changed}";
    private const string Method = "{value} is {type}, which has no method `{method}`";
    private const string Field = "{value} is {type}, whose attributes can't be {changed}";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS115",
        Name = "mutating-immutable-value",
        Area = SkillArea.DataTypes,
        Severity = Severity.Error,
        Aliases =
        [
            "E1137", "unsupported-assignment-operation", "E1138", "unsupported-delete-operation", "E1101", "no-member",
            "reportIndexIssue", "reportAttributeAccessIssue", "S5644",
        ],
        Message = Item,
        OtherMessages = [Method, Field],
        Why = "`str`, `bytes`, `tuple`, `frozenset` and `range` have no operation that changes them: no item assignment, no `append`, no attributes of their own. "
            + "A namedtuple and a frozen dataclass refuse assignment to their fields. Python raises `TypeError` or `AttributeError` here. What a tuple fixes is "
            + "which objects it holds; a list inside it can still change, and `pair[0] += [1]` even extends that list before it raises.",
        Instead = "Make a new value: `text[:i] + c + text[i + 1:]`, `point._replace(x=1)`, `dataclasses.replace(point, x=1)`. Or take the mutable twin while you build "
            + "it: a list for a str or tuple, a `bytearray` for bytes, a `set` for a frozenset.",
        Interview = new(
            "Which built-in types are immutable, and what does a tuple that holds a list allow?",
            "Numbers, `str`, `bytes`, `tuple`, `frozenset`, `range` and `None`. Immutability is shallow: a tuple always holds the same objects, yet a list among them can "
            + "grow, and then the tuple can't be hashed either. I take immutable values for keys, for defaults and for what several places share, "
            + "because nobody can change them behind my back; each change costs a new object, so what changes often I build as a list first."),
        FineWhen = "When the failure is the point, as in a test that expects the exception: under `assertRaises`, `pytest.raises` or a `try` with handlers "
            + "the rule is silent. `t += (x,)` is fine as well: it binds the name to a new tuple.",
        Examples =
        [
            Example.Bad("""
                word = "hallo"
                [|word[1]|] = "e"
                """).Saying("`word` is a str, whose items can't be assigned"),
            Example.Bad("""
                path = (start,)
                for step in steps:
                    [|path.append|](step)
                """).Saying("`path` is a tuple, which has no method `append`"),
            Example.Bad("""
                from dataclasses import dataclass

                @dataclass(frozen=True)
                class Price:
                    amount: int

                price = Price(3)
                [|price.amount|] = 4
                """).Saying("`price` is a frozen `Price`, whose attributes can't be assigned"),
            Example.Good("""
                word = "hallo"
                word = word[:1] + "e" + word[2:]
                """),
            Example.Good("""
                path = (start,)
                for step in steps:
                    path += (step,)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("t = (1, 2)\ndel [|t[0]|]").Saying("`t` is a tuple, whose items can't be deleted").Hidden(),
        Example.Bad("t = ([1], 2)\n[|t[0]|] += [2]").Hidden(),
        Example.Bad("s = 'abc'\n[|s[0:1]|] = 'x'\nb = b'abc'\n[|b[0]|] = 1\nr = range(3)\n[|r[0]|] = 1").Hidden(),
        Example.Bad("f = frozenset([1])\n[|f.add|](2)").Saying("`f` is a frozenset, which has no method `add`").Hidden(),
        Example.Bad("s = 'a'\n[|s.append|]('b')\n[|s.reverse|]()\nb = b''\n[|b.extend|](b'a')").Hidden(),
        Example.Bad("s = 'a'\n[|s.size|] = 1\nt = ()\n[|t.name|] = 'x'").Saying("`s` is a str, whose attributes can't be assigned").Hidden(),
        Example.Bad("def f(text: str):\n    [|text[0]|] = 'x'").Hidden(),
        Example.Bad("def f(*args):\n    [|args[0]|] = 1\n    [|args.append|](2)").Hidden(),
        Example.Bad("x = 'abc'.upper()\nfor i in range(3):\n    [|x[i]|] = 'a'").Hidden(),
        Example.Bad("from typing import NamedTuple\nclass P(NamedTuple):\n    x: int\np = P(1)\n[|p.x|] = 2\n[|p[0]|] = 2").Saying("`p` is a named tuple of class `P`, whose attributes can't be assigned").Hidden(),
        Example.Bad("from collections import namedtuple\nP = namedtuple('P', 'x y')\np = P(1, 2)\n[|p.x|] = 3").Saying("`p` is a named tuple of class `P`, whose attributes can't be assigned").Hidden(),
        Example.Bad("from dataclasses import dataclass\n@dataclass(frozen=True)\nclass P:\n    x: int\n    y: int = 0\n    def __post_init__(self):\n        [|self.y|] = self.x\n    def clear(self):\n        del [|self.x|]").Hidden(),
        Example.Bad("[|'abc'[0]|] = 'x'").Saying("this is a str, whose items can't be assigned").Hidden(),
        Example.Good("t = (1,)\nt += (2,)\nt = t + (3,)\ns = 'a'\ns += 'b'\nt[0]").Hidden(),
        Example.Good("class S(str):\n    def __setitem__(self, i, x):\n        print(i, x)\ns = S('a')\ns[0] = 'b'\ns.size = 1").Hidden(),
        Example.Good("t = (1,) if input() else [1]\nt[0] = 2\nt.append(1)").Hidden(),
        Example.Good("def f(x: str | list):\n    x[0] = 1").Hidden(),
        Example.Good("t = ([1], {})\nt[0].append(2)\nt[0][0] = 3\nt[1]['a'] = 1").Hidden(),
        Example.Good("t = (1,)\ntry:\n    t[0] = 2\nexcept TypeError:\n    print('no')\nwith self.assertRaises(AttributeError):\n    t.append(1)").Hidden(),
        Example.Good("from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\np = P(1)\np.x = 2").Hidden(),
        Example.Good("from dataclasses import dataclass\n@dataclass(frozen=True)\nclass P:\n    x: int\n    def __post_init__(self):\n        object.__setattr__(self, 'x', 2)").Hidden(),
        Example.Good("from dataclasses import dataclass\n@dataclass(frozen=True)\nclass P:\n    x: int\nclass Q(P):\n    pass\nq = Q(1)\nq.note = 2").Hidden(),
        Example.Good("from typing import NamedTuple\nclass P(NamedTuple):\n    x: int\nclass Q(P):\n    def __setitem__(self, i, x):\n        print(i, x)\nq = Q(1)\nq.note = 2\nq[0] = 1").Hidden(),
        Example.Good("xs = [1]\nxs[0] = 2\nb = bytearray(b'a')\nb[0] = 1\nb.append(2)\ndef g(x):\n    x[0] = 1\n    x.append(2)").Hidden(),
        Example.Good("def f(s):\n    if isinstance(s, str):\n        s = list(s)\n    s[0] = 'x'\n    return s").Hidden(),
        Example.Good("t = (1,)\nif hasattr(t, 'append'):\n    t.append(1)").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<Subscript>(CheckItem);
        on.Visit<Attribute>(CheckAttribute);
        on.VisitCallsOf(InPlaceMethods.ReturningNone, CheckMethod);
    }

    private static void CheckItem(Subscript item, RuleContext context)
    {
        if (item.Ctx == ExprContext.Load || ImmutableTypeOf(item.Value, isItem: true, null, context.Model) is not { } type || ExpectedError.IsAwaited(item))
        {
            return;
        }

        var report = context.Report(Item, item.Span, NameOf(item.Value, context), type, Changed(item.Ctx));
        if (item.Parent is AugAssign { Op: BinaryOperator.Add } && context.Model.TypeOf(item).Kind == PyTypeKind.List)
        {
            report.Help("The list inside is extended before the assignment raises. Use its `extend`, which needs no assignment.");
        }
    }

    private static void CheckAttribute(Attribute attribute, RuleContext context)
    {
        if (attribute.Ctx != ExprContext.Load && !IsOrdinarySelf(attribute.Value, context.Model)
            && ImmutableTypeOf(attribute.Value, isItem: false, context.Model.AttributeName(attribute), context.Model) is { } type && !ExpectedError.IsAwaited(attribute))
        {
            context.Report(Field, attribute.Span, NameOf(attribute.Value, context), type, Changed(attribute.Ctx));
        }
    }

    private static void CheckMethod(Call call, RuleContext context)
    {
        if (call.Func is Attribute attribute && context.Model.TypeOf(attribute.Value) is var type && IsImmutable(type.Kind)
            && Semantics.Knowledge.StandardLibrary.FindClass(type.Name!)?.FindMember(attribute.Attr) is null
            && !ExpectedError.IsAwaited(attribute) && !IsAskedFor(attribute, context))
        {
            context.Report(Method, attribute.Span, NameOf(attribute.Value, context), TypeWords.WithArticle(type), attribute.Attr);
        }
    }

    /// <summary>True for the <c>self</c> of a class that has neither bases nor decorators: most attributes are set on it, and it takes them.</summary>
    private static bool IsOrdinarySelf(Expr value, SemanticModel model) =>
        value is Name name && model.SymbolOf(name) is { SoleBinding: { Kind: BindingKind.Parameter, Node: Arg { Annotation: null } parameter }, Scope.Node: FunctionDefinition function }
        && function is { DecoratorList.IsEmpty: true, Parent: ClassDef { Bases.IsEmpty: true, DecoratorList.IsEmpty: true } } && Receiver.FirstOf(function) == parameter;

    private static string Changed(ExprContext how) => how == ExprContext.Del ? "deleted" : "assigned";

    private static string NameOf(Expr value, RuleContext context) =>
        SameObject.RootOf(value) != null ? TypeWords.Quote(value, context, "this") : "this";

    /// <summary>The type in words, when the item or attribute of such a value surely can't be set.</summary>
    private static string? ImmutableTypeOf(Expr value, bool isItem, string? attribute, SemanticModel model)
    {
        var type = model.TypeOf(value);
        if (IsImmutable(type.Kind))
        {
            return TypeWords.WithArticle(type);
        }

        if (type is { Kind: PyTypeKind.Instance, Origin: ClassDef definition })
        {
            return OfInstance(model.ClassOf(definition), isItem, attribute, type.IsExact);
        }

        if (!type.IsUnknown || value is not Name name || model.SymbolOf(name)?.SoleBinding?.Value is not Call { Func: Name maker } made)
        {
            return null;
        }

        return model.ClassNamedBy(maker).Source is { } source ? OfInstance(source, isItem, attribute, isExact: true)
            : IsNamedTuple(maker, model) && model.CalleeOf(made) is { } callee && (isItem || Has(callee.Signatures[0], attribute!)) ? $"a named tuple of class `{callee.Name}`"
            : null;
    }

    private static bool IsImmutable(PyTypeKind kind) => kind
        is PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.Tuple or PyTypeKind.FrozenSet or PyTypeKind.Range;

    private static string? OfInstance(ClassModel made, bool isItem, string? attribute, bool isExact)
    {
        if (made.Node is { Bases.IsEmpty: true, DecoratorList.IsEmpty: true })
        {
            // Neither a named tuple nor a frozen dataclass, and most classes are like it.
            return null;
        }

        if (made.IsNamedTuple == Answer.Yes)
        {
            return isItem ? made.OwnAttribute("__setitem__") is null && made.OpenedBy is null ? NamedTuple(made) : null
                : isExact || HasField(made, attribute!) ? NamedTuple(made)
                : null;
        }

        if (made.Linearization.Exists != Answer.Yes)
        {
            return null;
        }

        foreach (var one in made.Mro)
        {
            if (one.Source is not { } source || source.OpenedBy != null || source.OwnAttribute(isItem ? "__setitem__" : "__setattr__") != null)
            {
                return null;
            }

            // A class derived from it has a __dict__: there only the fields are protected.
            var isOwn = source == made && isExact;
            if (!isItem && source.Dataclass is { Frozen: Answer.Yes } && (isOwn || HasField(source, attribute!)))
            {
                return $"a frozen `{made.Name}`";
            }
        }

        return null;
    }

    private static string NamedTuple(ClassModel made) => $"a named tuple of class `{made.Name}`";

    private static bool HasField(ClassModel made, string attribute)
    {
        foreach (var binding in made.OwnAttribute(attribute)?.Bindings ?? [])
        {
            if (binding is { Kind: AttributeBindingKind.Annotation } or { Kind: AttributeBindingKind.ClassBody, Node: AnnAssign })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for the variable of a class that <c>namedtuple</c> makes.</summary>
    private static bool IsNamedTuple(Name maker, SemanticModel model) =>
        model.SymbolOf(maker)?.SoleBinding?.Value is Call { Func: var factory } && model.KnownName(factory) is "collections.namedtuple" or "typing.NamedTuple";

    private static bool Has(Signature fields, string attribute)
    {
        foreach (var field in fields.Parameters)
        {
            if (field.Name == attribute)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True behind a test whether the method is there.</summary>
    private static bool IsAskedFor(Attribute attribute, RuleContext context)
    {
        for (var around = attribute.Ancestor<If>(); around != null; around = around.Ancestor<If>())
        {
            if (around.Test is Call { Func: Name { Id: "hasattr" } })
            {
                return true;
            }
        }

        return false;
    }
}
