using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A class that defines <c>__eq__</c> and says nothing about <c>__hash__</c>.</summary>
public sealed class EqWithoutHash : Rule
{
    private const string Plain = "`{class}` defines `__eq__` without `__hash__`, so its instances have no hash";
    private const string Dropped = "`{class}` defines `__eq__` without `__hash__`, which drops the hash that `{base}` gives it";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS104",
        Name = "eq-without-hash",
        Area = SkillArea.DataTypes,
        Severity = Severity.Warning,
        Aliases = ["PLW1641", "W1641"],
        Message = Plain,
        OtherMessages = [Dropped],
        Why = "Equal objects must have equal hashes. When a class defines `__eq__` and no `__hash__`, Python can't know which hash would fit, so it "
            + "sets `__hash__ = None` in that class, also where a base class has a hash. Nothing is said about it there: the first "
            + "`set` or dict key, perhaps in somebody else's code, raises `TypeError: unhashable type`.",
        Instead = "Where the compared attributes don't change, hash the same ones: `def __hash__(self): return hash((self.x, self.y))`. Where they do, "
            + "write `__hash__ = None` and readers know that it is meant. A data class does both for you: `@dataclass(frozen=True)`.",
        Interview = new(
            "What happens to the hash of a class when you define `__eq__`, and what do you do about it?",
            "Python sets `__hash__` to None, even if a base class has one, because equal objects must hash equal and it can't know my equality. For a "
            + "value object I define `__hash__` over the attributes that `__eq__` compares, and don't change them afterwards. For a mutable "
            + "object I leave it unhashable and write `__hash__ = None` to say so: hashing state that changes loses keys in dicts, "
            + "and going back to the identity hash would break the rule that equal objects hash equal."),
        FineWhen = "When instances are only compared or kept in lists; then the finding is an info, and `__hash__ = None` settles it. Decorated classes, "
            + "abstract classes, protocols, classes with an unknown base, and an `__eq__` that isn't written yet are not flagged.",
        Examples =
        [
            Example.Bad("""
                class Card:
                    def __init__(self, rank, suit):
                        self.rank, self.suit = rank, suit

                    def [|__eq__|](self, other):
                        return (self.rank, self.suit) == (other.rank, other.suit)
                """).Saying("`Card` defines `__eq__` without `__hash__`, so its instances have no hash"),
            Example.Bad("""
                class Node:
                    def __hash__(self):
                        return hash(self.label)

                class Leaf(Node):
                    def [|__eq__|](self, other):
                        return self.label == other.label
                """).Saying("`Leaf` defines `__eq__` without `__hash__`, which drops the hash that `Node` gives it").From("ruff PLW1641, pylint W1641"),
            Example.Good("""
                class Card:
                    def __eq__(self, other):
                        return (self.rank, self.suit) == (other.rank, other.suit)

                    def __hash__(self):
                        return hash((self.rank, self.suit))
                """),
            Example.Good("""
                class Cart:
                    __hash__ = None

                    def __eq__(self, other):
                        return self.items == other.items
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("class A(str):\n    def [|__eq__|](self, other):\n        return True").Saying("`A` defines `__eq__` without `__hash__`, which drops the hash that `str` gives it").Hidden(),
        Example.Bad("class A:\n    def same(self, other):\n        return True\n    [|__eq__|] = same").Hidden(),
        Example.Bad("from functools import total_ordering\n@total_ordering\nclass A:\n    def [|__eq__|](self, other):\n        return True\n    def __lt__(self, other):\n        return False").Hidden(),
        Example.Bad("class A:\n    def [|__eq__|](self, other):\n        return True\nxs = [A(), A()]\nxs.append(A())").Hidden(),
        Example.Bad("class A:\n    def [|__eq__|](self, other):\n        return True\nprint(A() == A(), A() != 3)").Hidden(),
        Example.Bad("from typing import Generic, TypeVar\nT = TypeVar('T')\nclass A(Generic[T]):\n    def [|__eq__|](self, other):\n        return True").Hidden(),
        Example.Bad("class Base:\n    def __init_subclass__(cls, root):\n        pass\nclass A(Base, root=True):\n    def [|__eq__|](self, other):\n        return True").Hidden(),
        Example.Good("from shapes import settings\nclass A(**settings):\n    def __eq__(self, other):\n        return True").Hidden(),
        Example.Good("from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int\n    def __eq__(self, other):\n        return self.x == other.x").Hidden(),
        Example.Good("import attr\n@attr.s\nclass A:\n    def __eq__(self, other):\n        return True").Hidden(),
        Example.Good("from abc import ABC, abstractmethod\nclass A(ABC):\n    def __eq__(self, other):\n        return True\nclass B(metaclass=__import__('abc').ABCMeta):\n    def __eq__(self, other):\n        return True").Hidden(),
        Example.Good("from typing import Protocol\nclass A(Protocol):\n    def __eq__(self, other):\n        return True").Hidden(),
        Example.Good("class A(list):\n    def __eq__(self, other):\n        return True").Hidden(),
        Example.Good("class A:\n    __hash__ = None\nclass B(A):\n    def __eq__(self, other):\n        return True").Hidden(),
        Example.Good("from shapes import Base\nclass A(Base):\n    def __eq__(self, other):\n        return True").Hidden(),
        Example.Good("class A:\n    def __eq__(self, other):\n        return True\nA.__hash__ = lambda self: 1").Hidden(),
        Example.Good("class A:\n    if True:\n        def __hash__(self):\n            return 1\n    def __eq__(self, other):\n        return True").Hidden(),
        Example.Good("class A:\n    __hash__ = object.__hash__\n    def __eq__(self, other):\n        return True").Hidden(),
        Example.Good("class Clock:\n    def __init__(self, hour):\n        pass\n    def __eq__(self, other):\n        pass").Hidden(),
        Example.Good("def __eq__(self, other):\n    return True\nclass A:\n    def __lt__(self, other):\n        return True").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<ClassDef>(Check);

    private static void Check(ClassDef definition, RuleContext context)
    {
        var made = context.Model.ClassOf(definition);
        if (made.Scope?.OwnSymbol("__eq__") is not { Bindings: [{ Kind: BindingKind.Function or BindingKind.Assignment } equality] }
            || equality.Node.Parent != definition
            || equality.Node is FunctionDef { Body: [Pass] }
            || made.OwnAttribute("__hash__") != null
            || !HasPlainDecorators(definition, context.Model)
            || made.Linearization.Exists != Answer.Yes
            || IsAbstract(made)
            || HashDecision.Of(made, 1) is not { HasHash: Answer.Yes } inherited)
        {
            return;
        }

        var isDropped = inherited.Class.Name != "object";
        var report = isDropped
            ? context.Report(Dropped, equality.Span, made.Name, inherited.Class.Name)
            : context.Report(equality.Span, made.Name);
        report.Label(equality.Span, "from here on `__hash__` is None");
        if (isDropped && inherited is { Place: { } place, Class.Source.Model: var owner } && owner == context.Model)
        {
            report.Label(place, "the hash that is dropped");
        }

        if (isDropped)
        {
            report.Help($"If that hash still fits what `__eq__` compares, write `__hash__ = {inherited.Class.Name}.__hash__` into the class; if instances can change, "
                + "`__hash__ = None` says so.");
        }

        if (IsOnlyListed(made, context))
        {
            report.Severity(Severity.Info);
        }
    }

    /// <summary>What an unknown decorator makes of the class isn't known; a dataclass handles its hash itself.</summary>
    private static bool HasPlainDecorators(ClassDef definition, SemanticModel model)
    {
        foreach (var decorator in definition.DecoratorList)
        {
            if (model.KnownName(decorator) is not ("functools.total_ordering" or "typing.final"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Derived classes decide about the hash.</summary>
    private static bool IsAbstract(ClassModel made)
    {
        foreach (var written in made.Bases)
        {
            if (written.Class.Known?.Name is "abc.ABC" or "typing.Protocol")
            {
                return true;
            }
        }

        return HasMetaclass(made.Node) || made.AbstractMethods.Names.Count > 0;
    }

    /// <summary>True where one is given, or may be; all other keywords go to <c>__init_subclass__</c>.</summary>
    private static bool HasMetaclass(ClassDef definition)
    {
        foreach (var keyword in definition.Keywords)
        {
            if (keyword.Name is null or { Text: "metaclass" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the file makes instances, and compares each of them or puts it into a list, at once or by a variable.</summary>
    private static bool IsOnlyListed(ClassModel made, RuleContext context)
    {
        var count = 0;
        foreach (var call in context.Tree.All<Call>())
        {
            if (call.Func is Name { Id: var id } && id == made.Name && context.Model.ClassNamedBy(call.Func).Source == made)
            {
                count++;
                if (!IsListed(call, context.Model) && !IsListedByName(call, context.Model))
                {
                    return false;
                }
            }
        }

        return count > 0;
    }

    /// <summary>True where an instance is compared, or put into a list or looked for in one, none of which asks for its hash.</summary>
    private static bool IsListed(Expr instance, SemanticModel model) => instance.Parent switch
    {
        List or ListComp or Compare { Ops: [CompareOperator.Eq or CompareOperator.NotEq] } => true,
        Compare { Ops: [CompareOperator.In or CompareOperator.NotIn], Left: var left, Comparators: [var container] } =>
            left == instance && model.TypeOf(container).Kind is PyTypeKind.List or PyTypeKind.Tuple,
        Call { Func: Attribute { Attr.Text: "append" or "insert" } } => true,
        Call { Func: Attribute { Attr.Text: "index" or "count" or "remove", Value: var list } } => model.TypeOf(list).Kind == PyTypeKind.List,
        _ => false,
    };

    /// <summary>The same of an instance that a variable holds, which is asked for nothing else but attributes.</summary>
    private static bool IsListedByName(Call made, SemanticModel model)
    {
        if (made.Parent is not Assign { Targets: [Name target] } || model.SymbolOf(target) is not { SoleBinding: not null } symbol)
        {
            return false;
        }

        var isListed = false;
        foreach (var use in symbol.References)
        {
            if (IsListed(use, model))
            {
                isListed = true;
            }
            else if (use.Parent is not Attribute)
            {
                return false;
            }
        }

        return isListed;
    }
}
