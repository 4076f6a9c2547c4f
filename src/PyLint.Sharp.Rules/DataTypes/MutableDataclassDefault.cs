using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A field of a dataclass whose default is an object that all instances would share.</summary>
public sealed class MutableDataclassDefault : Rule
{
    private const string Refused = "the default of field `{field}` is {type}, so Python refuses the dataclass: ValueError";
    private const string Shared = "all instances of `{class}` share one `{type}` as their `{field}`, and it can change";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS108",
        Name = "mutable-dataclass-default",
        Area = SkillArea.DataTypes,
        Severity = Severity.Error,
        Aliases = ["RUF008", "RUF009", "E3701", "invalid-field-call", "S8685"],
        Message = Refused,
        OtherMessages = [Shared],
        Why = "The default of a field is evaluated once, when the class is made, and every instance that isn't given a value gets that same object. "
            + "For a list, dict or set that is never meant, so `@dataclass` raises `ValueError: mutable default … is not allowed` as soon as the "
            + "module is imported; since Python 3.11 it does so for every default without a hash. An object that has a hash and can "
            + "change passes this test, and is shared without a word.",
        Instead = "Let each instance make its own: `items: list[str] = field(default_factory=list)`. A default with contents comes from a lambda: "
            + "`field(default_factory=lambda: [\"a\"])`.",
        Interview = new(
            "Why does `@dataclass` refuse `items: list = []`, and how do you write it?",
            "The default is one object, made with the class, and all instances would share it, as with a mutable default argument. "
            + "`field(default_factory=list)` calls `list` for each instance. What the check can't see is a default that is hashable and still "
            + "mutable, such as an instance of a plain class; there I write the factory unasked. Where the value never changes, I take a tuple "
            + "and need no factory at all."),
        FineWhen = "When the attribute belongs to the class and not to the instances: annotate it as `ClassVar[list]`, or leave the annotation away, and it "
            + "is no field. Immutable defaults such as `()` are fine.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                from dataclasses import dataclass

                @dataclass
                class Order:
                    customer: str
                    items: list = [|[]|]
                """, fixedTo: """
                from dataclasses import dataclass, field

                @dataclass
                class Order:
                    customer: str
                    items: list = field(default_factory=list)
                """).Saying("the default of field `items` is a list, so Python refuses the dataclass: ValueError").Raising("ValueError"),
            Example.Bad("""
                from dataclasses import dataclass

                class Log:
                    def __init__(self):
                        self.lines = []

                @dataclass
                class Job:
                    log: Log = [|Log()|]
                """, fixedTo: """
                from dataclasses import dataclass, field

                class Log:
                    def __init__(self):
                        self.lines = []

                @dataclass
                class Job:
                    log: Log = field(default_factory=Log)
                """).Saying("all instances of `Job` share one `Log` as their `log`, and it can change").From("ruff #13137"),
            Example.Good("""
                from dataclasses import dataclass, field

                @dataclass
                class Order:
                    items: list = field(default_factory=list)
                """),
            Example.Good("""
                from dataclasses import dataclass
                from typing import ClassVar

                @dataclass
                class Order:
                    known: ClassVar[list] = []
                    items: tuple = ()
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("import dataclasses\n@dataclasses.dataclass\nclass A:\n    x: dict = [|{'a': 1}|]", fixedTo: "import dataclasses\n@dataclasses.dataclass\nclass A:\n    x: dict = dataclasses.field(default_factory=lambda: {'a': 1})").Raising("ValueError").Hidden(),
        Example.Bad("from dataclasses import dataclass, field\n@dataclass\nclass A:\n    x: set = field(default=[|set()|])", fixedTo: "from dataclasses import dataclass, field\n@dataclass\nclass A:\n    x: set = field(default_factory=set)").Raising("ValueError").Hidden(),
        Example.Bad("from dataclasses import (\n    dataclass,\n)\n@dataclass\nclass A:\n    x: dict = [|dict()|]", fixedTo: "from dataclasses import (\n    dataclass, field,\n)\n@dataclass\nclass A:\n    x: dict = field(default_factory=dict)").Raising("ValueError").Hidden(),
        Example.Bad("from dataclasses import dataclass\ndef field():\n    pass\n@dataclass\nclass A:\n    x: dict = [|{}|]").Raising("ValueError").Hidden(),
        Example.Bad("from dataclasses import dataclass\nfrom collections import deque\n@dataclass(frozen=True)\nclass A:\n    x: deque = [|deque()|]", fixedTo: "from dataclasses import dataclass, field\nfrom collections import deque\n@dataclass(frozen=True)\nclass A:\n    x: deque = field(default_factory=deque)").Raising("ValueError").Hidden(),
        Example.Bad("from dataclasses import dataclass\nN = 3\n@dataclass\nclass A:\n    x: list = [|[N]|]").Raising("ValueError").Hidden(),
        Example.Bad("from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\n@dataclass\nclass A:\n    p: P = [|P(1)|]", fixedTo: "from dataclasses import dataclass, field\n@dataclass\nclass P:\n    x: int\n@dataclass\nclass A:\n    p: P = field(default_factory=lambda: P(1))")
            .Saying("the default of field `p` is a P, so Python refuses the dataclass: ValueError").OnlyAtModuleLevel("inside a function `P` is a local variable").Raising("ValueError").Hidden(),
        Example.Good("from dataclasses import dataclass\n@dataclass(frozen=True)\nclass P:\n    x: int\n@dataclass\nclass A:\n    p: P = P(1)\n    q: tuple = ([],)\n    r: object = object()").Hidden(),
        Example.Good("from dataclasses import dataclass\n@dataclass\nclass A:\n    x = []\n    y: int = 3").Hidden(),
        Example.Good("from dataclasses import dataclass, InitVar\n@dataclass\nclass A:\n    x: InitVar[list] = []").Hidden(),
        Example.Good("class A:\n    x: list = []").Hidden(),
        Example.Good("from dataclasses import dataclass\nclass L:\n    def __init__(self, n):\n        self.n = n\n@dataclass\nclass A:\n    x: L = L(1)").Hidden(),
        Example.Good("from dataclasses import dataclass\nwith self.assertRaises(ValueError):\n    @dataclass\n    class A:\n        x: list = []").Hidden(),
        Example.Good("from mylib import dataclass\n@dataclass\nclass A:\n    x: list = []").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<ClassDef>(Check);

    private static void Check(ClassDef definition, RuleContext context)
    {
        if (definition.DecoratorList.IsEmpty || context.Model.ClassOf(definition) is not { Dataclass: { } dataclass })
        {
            return;
        }

        foreach (var field in dataclass.OwnFields)
        {
            if (field is { Kind: DataclassFieldKind.Field, Default: { } value and not Constant } && !ExpectedError.Covers(definition, "ValueError", context.Model))
            {
                Check(definition, dataclass, field, value, context);
            }
        }
    }

    private static void Check(ClassDef definition, Dataclass dataclass, in DataclassField field, Expr value, RuleContext context)
    {
        var type = context.Model.TypeOf(value);
        DiagnosticBuilder report;
        if (InPlaceMethods.IsMutable(type.Kind) || (type.Kind == PyTypeKind.Instance && context.Model.HashOf(type) is { Answer: Answer.No, Path: "" }))
        {
            report = context.Report(value.Span, field.Name, TypeWords.WithArticle(type));
            if (type.Kind is not (PyTypeKind.List or PyTypeKind.Dict or PyTypeKind.Set))
            {
                report.Why("The default is evaluated once, when the class is made, and all instances would share it. Since Python 3.11 `@dataclass` raises "
                    + "ValueError for every default whose class has no hash; before, it did so for lists, dicts and sets only.");
            }
        }
        else if (value is Call { Func: Name } && type is { Kind: PyTypeKind.Instance, Origin: ClassDef made } && MutableClass.Is(context.Model.ClassOf(made)))
        {
            report = context.Report(Shared, value.Span, definition.Name, made.Name, field.Name).Severity(Severity.Warning);
        }
        else
        {
            return;
        }

        AddFix(dataclass, value, report, context);
    }

    private static void AddFix(Dataclass dataclass, Expr value, DiagnosticBuilder report, RuleContext context)
    {
        if (FactoryFor(value, context) is not { } factory)
        {
            return;
        }

        if (value.Parent is Keyword keyword)
        {
            report.Fix(FixSafety.Safe, "make a new one for each instance", new TextEdit(keyword.Span, $"default_factory={factory}"));
            return;
        }

        var decorator = dataclass.Decorator is Call call ? call.Func : dataclass.Decorator;
        if (decorator is Attribute { Value: var module })
        {
            report.Fix(FixSafety.Safe, "make a new one for each instance", new TextEdit(value.Span, $"{context.TextOf(module)}.field(default_factory={factory})"));
        }
        else if (context.Model.ScopeOf(value).Lookup("field") is { } symbol)
        {
            if (symbol.SoleBinding is { Node: Alias { AsName: null, Parent: ImportFrom { Module.Text: "dataclasses" } } })
            {
                report.Fix(FixSafety.Safe, "make a new one for each instance", new TextEdit(value.Span, $"field(default_factory={factory})"));
            }
        }
        else if (decorator is Name name && context.Model.SymbolOf(name)?.SoleBinding is { Node: Alias { Parent: ImportFrom } alias })
        {
            report.Fix(
                FixSafety.Safe,
                "make a new one for each instance",
                new TextEdit(new TextSpan(alias.Span.End, alias.Span.End), ", field"),
                new TextEdit(value.Span, $"field(default_factory={factory})"));
        }
    }

    /// <summary>What makes the default anew: a class where that is enough. A lambda sees no name of the class body, and sees others as they are later.</summary>
    private static string? FactoryFor(Expr value, RuleContext context)
    {
        switch (value)
        {
            case List { Elts: [] }:
                return context.Model.ScopeOf(value).Lookup("list") is null ? "list" : null;
            case Dict { Values: [] }:
                return context.Model.ScopeOf(value).Lookup("dict") is null ? "dict" : null;
            case Call { Args: [], Keywords: [], Func: Name or Attribute } call:
                return context.TextOf(call.Func);
        }

        foreach (var node in context.Tree.Subtree(value))
        {
            if (node is Name name && (value is not Call call || call.Func != name || context.Model.SymbolOf(name) is { Scope.Kind: not Semantics.Binding.ScopeKind.Module }))
            {
                return null;
            }
        }

        return value is List or Dict or Set or Call && context.Text.LineOf(value.Span.Start) == context.Text.LineOf(value.Span.End) ? $"lambda: {context.TextOf(value)}" : null;
    }
}
