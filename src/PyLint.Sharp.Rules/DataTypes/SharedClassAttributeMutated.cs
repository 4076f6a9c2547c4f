using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.DataTypes.ClassAttributes;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A list, dict or set of the class body that methods change through <c>self</c>.</summary>
public sealed class SharedClassAttributeMutated : Rule
{
    private static readonly Remembered<SemanticModel, Dictionary<string, HashSet<ClassModel?>>> ClassReads = new(ReadsThroughClasses);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS109",
        Name = "shared-class-attribute-mutated",
        Area = SkillArea.DataTypes,
        Severity = Severity.Error,
        Aliases = ["RUF012"],
        Message = "all instances of `{class}` share one {type} `{attribute}`, and `{method}` changes it through `{self}`",
        Why = "What the class body assigns belongs to the class, and is made once. `self.items` looks in the instance first and finds nothing there, so it gives the "
            + "list of the class, and `append` changes it for all instances, old and new. `self.count = 1` behaves otherwise: an assignment makes an attribute of the "
            + "instance. That is why the same pattern works with numbers and strings.",
        Instead = "Make the container in `__init__`: `self.items = []`; in a dataclass `field(default_factory=list)`. If sharing is meant, change it through the class, "
            + "`Team.registry.append(…)`, or annotate it as `ClassVar`: both say so.",
        Interview = new(
            "What is the difference between an attribute assigned in the class body and one assigned in `__init__`?",
            "The first exists once, in the class; the second once for each instance. Reading through `self` falls back to the class, assigning through `self` always goes to "
            + "the instance. With immutable defaults the class attribute is a fine, cheap default; with a list all instances write into the same one. I keep mutable "
            + "state in `__init__` and use class attributes for constants and for registries that are meant to be shared, with `ClassVar` and access through the "
            + "class. The cost of `__init__` is one object per instance."),
        FineWhen = "When the sharing is meant: the rule is silent for `ClassVar`, for attributes that are also reached through `cls` or the class's name, for names such as `_cache`, `_registry` or "
            + "`_instances`, and for tables that are only read.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                class Team:
                    [|members|] = []

                    def __init__(self, name):
                        self.name = name

                    def add(self, member):
                        self.members.append(member)
                """, fixedTo: """
                class Team:
                    def __init__(self, name):
                        self.members = []
                        self.name = name

                    def add(self, member):
                        self.members.append(member)
                """).Saying("all instances of `Team` share one list `members`, and `add` changes it through `self`"),
            Example.Bad("""
                class Basket:
                    [|prices|] = {}

                    def put(self, item, price):
                        self.prices[item] = price
                """, fixedTo: """
                class Basket:
                    def __init__(self):
                        self.prices = {}

                    def put(self, item, price):
                        self.prices[item] = price
                """).Saying("all instances of `Basket` share one dict `prices`, and `put` changes it through `self`"),
            Example.Good("""
                class Team:
                    def __init__(self, name):
                        self.name = name
                        self.members = []

                    def add(self, member):
                        self.members.append(member)
                """),
            Example.Good("""
                from typing import ClassVar

                class Plugin:
                    loaded: ClassVar[list[str]] = []

                    def load(self, name):
                        self.loaded.append(name)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("class A:\n    [|xs|]: list = []\n    def f(self, x):\n        self.xs += [x]").Saying("all instances of `A` share one list `xs`, and `f` changes it through `self`").Hidden(),
        Example.Bad("class A:\n    \"\"\"Doc.\"\"\"\n    [|seen|] = set()  # all\n    y = 1\n    def __init__(self):\n        \"\"\"Doc.\"\"\"\n        self.y = 2\n    def f(self, x):\n        if x:\n            self.seen.add(x)").Hidden(),
        Example.Bad("class A:\n    [|d|] = dict()\n    def f(me, x):\n        del me.d[x]").Saying("all instances of `A` share one dict `d`, and `f` changes it through `me`").Hidden(),
        Example.Bad("class B:\n    pass\nclass A(B):\n    [|d|] = {'a': 1}\n    def f(self):\n        self.d['a'] += 1").Hidden(),
        Example.Bad("from collections import defaultdict\nclass A:\n    [|d|] = defaultdict(list)\n    def f(self, x):\n        self.d[x].append(1)\n        self.d.pop(x)").Hidden(),
        Example.Bad("class A:\n    [|xs|] = []\n    def f(self):\n        def g(x):\n            self.xs.append(x)\n        return g").Hidden(),
        Example.Good("class A:\n    xs = []\n    def f(self):\n        self.xs.append(1)\nprint(A.xs)").Hidden(),
        Example.Bad("class A:\n    [|__xs|] = []\n    def f(self):\n        self.__xs.append(1)", fixedTo: "class A:\n    def __init__(self):\n        self.__xs = []\n    def f(self):\n        self.__xs.append(1)").Hidden(),
        Example.Bad("if x:\n  class A:\n    [|xs|] = []\n    z = 1\n    def f(self):\n        self.xs.append(1)").Hidden(),
        Example.Good("class A:\n    names = ['a', 'b']\n    table = {'a': 1}\n    def f(self, x):\n        return self.table[x], self.names[0], sorted(self.names), self.names.copy()").From("ruff #5243, #5429").Hidden(),
        Example.Good("from typing import ClassVar\nclass B:\n    xs: ClassVar[list] = []\nclass A(B):\n    xs = []\n    def f(self):\n        self.xs.append(1)").From("ruff #27753").Hidden(),
        Example.Good("import ctypes\nclass A(ctypes.Structure):\n    _fields_ = [('a', ctypes.c_int)]\n    def f(self):\n        self._fields_.append(1)").From("ruff #5243").Hidden(),
        Example.Good("class A:\n    all = []\n    def __init__(self):\n        A.all.append(self)\n    @classmethod\n    def make(cls):\n        cls.all.append(1)\n    def f(self):\n        type(self).all.append(2)").Hidden(),
        Example.Good("class A:\n    xs = []\n    def __init__(self):\n        self.xs = []\n    def f(self):\n        self.xs.append(1)").Hidden(),
        Example.Good("class A:\n    xs = []\n    def reset(self):\n        self.xs = []\n    def f(self):\n        self.xs.append(1)").Hidden(),
        Example.Good("from enum import Enum\nclass A(Enum):\n    B = []\n    def f(self):\n        self.B.append(1)").Hidden(),
        Example.Good("class A:\n    __slots__ = ['a']\n    def f(self):\n        self.__slots__.append('b')").Hidden(),
        Example.Good("class A:\n    _cache = {}\n    def f(self, x):\n        self._cache[x] = 1\n        return self._cache[x]").Hidden(),
        Example.Good("from shop import Base\nclass A(Base):\n    xs = []\n    def f(self):\n        self.xs.append(1)").Hidden(),
        Example.Good("class B:\n    def __init__(self):\n        self.xs = []\nclass A(B):\n    xs = []\n    def f(self):\n        self.xs.append(1)").Hidden(),
        Example.Good("class Meta(type):\n    made = {}\n    def __call__(cls):\n        cls.made[cls] = 1\n        return cls.made[cls]").Hidden(),
        Example.Good("class A:\n    xs = ()\n    n = 0\n    def f(self):\n        self.xs += (1,)\n        self.n += 1").Hidden(),
        Example.Good("class A:\n    xs = []\n    def f(self, other):\n        other.xs.append(1)\n        xs = self.xs\n        return xs").Hidden(),
        Example.Good("class A:\n    xs = []\n    def f(self, values):\n        for k, v in values:\n            setattr(self, k, v)\n        self.xs.append(1)").Hidden(),
        Example.Good("from django.db import models\nclass Post(models.Model):\n    ordering = ['name']\n    def f(self):\n        self.ordering.append('id')").From("ruff #5243").Hidden(),
        Example.Bad("class A:\n    [|pair|] = ([], 1)\n    def f(self, x):\n        self.pair[0].append(x)").Saying("all instances of `A` share one list `pair[0]`, and `f` changes it through `self`").From("ruff #20851").Hidden(),
        Example.Good("class A:\n    pair = ([], 1)\n    def f(self, x):\n        print(self.pair[0], self.pair[1], self.pair[x].append(1), self.pair[7].append(1), self.pair)").Hidden(),
        Example.Good("class A:\n    pair = (*xs, [])\n    def f(self, x):\n        self.pair[1].append(x)").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<ClassDef>(Check);

    private static void Check(ClassDef definition, RuleContext context)
    {
        ClassModel? made = null;
        foreach (var statement in definition.Body)
        {
            (Name? target, Expr? value) = statement switch
            {
                Assign { Targets: [Name name] } assign => (name, assign.Value),
                AnnAssign { Target: Name name, Value: { } assigned } annotated when !IsClassVar(annotated.Annotation, context.Model) => (name, assigned),
                _ => default((Name?, Expr?)),
            };
            if (target is null || target.Id.EndsWith("__", StringComparison.Ordinal) || value is not (List or Dict or Set or ListComp or DictComp or SetComp or Call or Tuple))
            {
                continue;
            }

            var kind = InPlaceMethods.KindOf(value, context.Model);
            if ((!InPlaceMethods.IsMutable(kind) && value is not Tuple) || SaysShared(target.Id))
            {
                continue;
            }

            made ??= context.Model.ClassOf(definition);
            if (context.Model.SymbolOf(target) is { } symbol && made.OwnAttribute(symbol.Name) is { } attribute && MayBeShared(made, attribute) && !IsReadThroughClass(made, attribute) && SelfChange.Find(made, attribute, kind, value as Tuple) is { } change)
            {
                Report(made, attribute, (Stmt)target.Parent!, target, change, context);
            }
        }
    }

    private static void Report(ClassModel made, ClassAttribute attribute, Stmt statement, Name target, SelfChange change, RuleContext context)
    {
        var report = context.Report(target.Span, made.Name, InPlaceMethods.NameOf(change.Kind), target.Id + change.Item, change.Method.Name.Text, change.Self)
            .Label(change.Node.Span, "changes it for all instances");
        if (InitFix.EditsFor(made, attribute, statement, context) is { } edits)
        {
            report.Fix(FixSafety.Unsafe, $"make `{target.Id}` in `__init__`", edits);
        }
    }

    private static bool IsClassVar(Expr annotation, SemanticModel model) =>
        model.KnownName(annotation is Subscript subscript ? subscript.Value : annotation) is "typing.ClassVar" or "typing.Final"
        || annotation is Constant { Value: string text } && text.Contains("ClassVar", StringComparison.Ordinal);

    /// <summary>The name tells that one for all instances is meant.</summary>
    private static bool SaysShared(string name)
    {
        foreach (var word in (ReadOnlySpan<string>)["cache", "memo", "registry", "registered", "instances", "shared", "singleton", "global"])
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True when nothing gives instances a container of their own: no method of the class or a base binds the attribute, and the bases are
    /// known. Members of an enumeration and attributes of a metaclass are one for all anyway.
    /// </summary>
    private static bool MayBeShared(ClassModel made, ClassAttribute attribute)
    {
        if (made.Linearization.Exists != Answer.Yes || made.IsEnum != Answer.No || made.Linearization.Contains("type") != Answer.No)
        {
            return false;
        }

        foreach (var one in made.Mro)
        {
            if (one.Source is null)
            {
                if (one.Known!.Name is not ("object" or "abc.ABC" or "typing.Generic"))
                {
                    // A base of the standard library may be made anew for each request or test, and share on purpose.
                    return false;
                }

                continue;
            }

            if (one.Source.OpenedBy != null || IsBoundElsewhere(one.Source, one.Source == made ? attribute : one.Source.OwnAttribute(attribute.Name), one.Source == made))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Who asks the class for it knows that there is one for all.</summary>
    private static bool IsReadThroughClass(ClassModel made, ClassAttribute attribute)
    {
        return ClassReads.Of(made.Model).TryGetValue(attribute.Name, out var owners) && (owners.Contains(null) || owners.Contains(made));
    }

    /// <summary>By attribute: the classes before whose names it stands, and null for <c>cls</c>.</summary>
    private static Dictionary<string, HashSet<ClassModel?>> ReadsThroughClasses(SemanticModel model)
    {
        var found = new Dictionary<string, HashSet<ClassModel?>>(StringComparer.Ordinal);
        foreach (var read in model.Tree.All<Attribute>())
        {
            if (read.Value is Name owner && (owner.Id == "cls" ? null : model.ClassNamedBy(owner).Source) is var source && (source != null || owner.Id == "cls"))
            {
                if (!found.TryGetValue(model.AttributeName(read), out var owners))
                {
                    found.Add(model.AttributeName(read), owners = []);
                }

                owners.Add(source);
            }
        }

        return found;
    }

    private static bool IsBoundElsewhere(ClassModel owner, ClassAttribute? attribute, bool isOwn)
    {
        var count = 0;
        foreach (var binding in attribute?.Bindings ?? [])
        {
            switch (binding.Kind)
            {
                case AttributeBindingKind.ClassBody:
                    count++;
                    if (count > 1 || (!isOwn && binding.Node is AnnAssign inherited && IsClassVar(inherited.Annotation, owner.Model)))
                    {
                        return true;
                    }

                    break;
                case AttributeBindingKind.Self when binding.Node.Parent is AugAssign:
                    break;
                case AttributeBindingKind.Annotation when binding.Node is AnnAssign annotated && !IsClassVar(annotated.Annotation, owner.Model):
                    break;
                default:
                    return true;
            }
        }

        return false;
    }
}
