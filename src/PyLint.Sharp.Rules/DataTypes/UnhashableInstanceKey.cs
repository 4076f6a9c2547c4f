using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>An instance of a class of the file that has no hash, where Python needs one.</summary>
public sealed class UnhashableInstanceKey : Rule
{
    private const string OfClass = "an instance of `{class}` cannot be {role}: `{decider}` {reason}";
    private const string OfField = "this instance of `{class}` cannot be {role}: its `{path}` is {type}";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS103",
        Name = "unhashable-instance-key",
        Area = SkillArea.DataTypes,
        Severity = Severity.Error,
        Aliases = ["E1143", "unhashable-member", "reportUnhashable"],
        Message = OfClass,
        OtherMessages = [OfField],
        Why = "Objects of your own classes are hashable by default, by their identity. That ends when the class defines `__eq__`: two objects may "
            + "now be equal, equal objects must have equal hashes, and Python can't know how, so it sets `__hash__ = None` in that class, "
            + "even where a base class has a hash. `@dataclass` writes an `__eq__` as well, and so does the same unless it is `frozen=True`. "
            + "Using such an object as a key raises `TypeError: unhashable type`.",
        Instead = "For a value that doesn't change, hash what `__eq__` compares: `@dataclass(frozen=True)`, or "
            + "`def __hash__(self): return hash((self.x, self.y))`. For an object that changes, use a key that doesn't: its id, its name.",
        Interview = new(
            "Are instances of your own classes hashable?",
            "By default yes, by identity. Defining `__eq__` without `__hash__` takes that away, in a dataclass too unless it is frozen, because equal "
            + "objects must hash equal. I give `__hash__` the same attributes as `__eq__` and make sure that they don't change while the "
            + "object is a key; otherwise it sits in the wrong bucket and is never found again. That is why a frozen dataclass is my first "
            + "choice, though changing one means copying it with `dataclasses.replace`."),
        FineWhen = "When the `TypeError` is what a test or an `except TypeError` waits for; there the rule is silent. Plain classes, `frozen=True`, "
            + "`unsafe_hash=True`, `eq=False` and classes with an unknown base are not flagged.",
        Examples =
        [
            Example.Bad("""
                class Point:
                    def __init__(self, x, y):
                        self.x, self.y = x, y

                    def __eq__(self, other):
                        return (self.x, self.y) == (other.x, other.y)

                visited = {[|Point(0, 0)|]}
                """).Saying("an instance of `Point` cannot be a member of a set: `Point` defines `__eq__` without `__hash__`").Raising("TypeError"),
            Example.Bad("""
                from dataclasses import dataclass

                @dataclass
                class Point:
                    x: int
                    y: int

                names = {}
                home = Point(0, 0)
                names[[|home|]] = "home"
                """).Saying("an instance of `Point` cannot be a key of `names`: `Point` is a dataclass that compares by its fields and is not frozen").Raising("TypeError").From("pyright #7462, PR #7464"),
            Example.Good("""
                from dataclasses import dataclass

                @dataclass(frozen=True)
                class Point:
                    x: int
                    y: int

                visited = {Point(0, 0)}
                """),
            Example.Good("""
                class Node:
                    def __init__(self, label):
                        self.label = label

                visited = {Node("start")}
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("class A:\n    __hash__ = None\nd = {[|A()|]: 1}").Saying("an instance of `A` cannot be a dict key: `A` sets `__hash__ = None`").Raising("TypeError").Hidden(),
        Example.Bad("class A(list):\n    pass\na = A()\nd = {}\nd[[|a|]] = 1").Saying("an instance of `A` cannot be a key of `d`: `list` has no hash because it can change").Raising("TypeError").Hidden(),
        Example.Bad("class A:\n    def __eq__(self, other):\n        return True\nclass B(A):\n    pass\ns = set()\ns.add([|B()|])")
            .Saying("an instance of `B` cannot be a member of `s`: `A` defines `__eq__` without `__hash__`").Raising("TypeError").From("pyright #4145, #7462").Hidden(),
        Example.Bad("class A:\n    def __hash__(self):\n        return 1\nclass B(A):\n    def __eq__(self, other):\n        return True\nd = {[|B()|]: 1}").Raising("TypeError").Hidden(),
        Example.Bad("from dataclasses import dataclass\n@dataclass(frozen=True)\nclass P:\n    xs: list\nd = {[|P([1])|]: 1}").Saying("this instance of `P` cannot be a dict key: its `.xs` is a list").Raising("TypeError").Hidden(),
        Example.Bad("import dataclasses\n@dataclasses.dataclass\nclass P:\n    x: int\nd = {1: 2}\nprint(hash([|P(1)|]))").Saying("an instance of `P` cannot be an argument of `hash()`: `P` is a dataclass that compares by its fields and is not frozen").Raising("TypeError").Hidden(),
        Example.Good("from dataclasses import dataclass\n@dataclass(unsafe_hash=True)\nclass P:\n    x: int\n@dataclass(eq=False)\nclass Q:\n    x: int\nd = {P(1): 1, Q(1): 2}").From("pyright #4145").Hidden(),
        Example.Good("class A:\n    def __hash__(self):\n        return 1\nclass B(A):\n    def __eq__(self, other):\n        return True\n    __hash__ = A.__hash__\nd = {B(): 1}").Hidden(),
        Example.Good("from shapes import Base\nclass P(Base):\n    pass\nd = {P(): 1}").Hidden(),
        Example.Good("from shapes import register\n@register\nclass P:\n    def __eq__(self, other):\n        return True\nd = {P(): 1}").Hidden(),
        Example.Good("class P:\n    __hash__ = None\ntry:\n    d = {P(): 1}\nexcept TypeError as error:\n    print(error)\nd = {P: 1}").Hidden(),
        Example.Good("class P:\n    __hash__ = None\ndef f(p: P):\n    return {p: 1}").Hidden(),
        Example.Good("class P:\n    __hash__ = None\nps = [P()]\nif P() in ps: pass").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        HashedUses.Visit(on, static (node, use, context) =>
        {
            if (IsInstance(use.Value, context))
            {
                Check(node, use.Value, use.RoleIn(context), context);
            }
        });
        on.VisitCallsOf(["hash"], static (call, context) =>
        {
            if (call is { Args: [not Starred and var value], Keywords: [] } && context.Model.IsBuiltin(call.Func, "hash") && IsInstance(value, context))
            {
                Check(call, value, "an argument of `hash()`", context);
            }
        });
    }

    private static bool IsInstance(Expr value, RuleContext context) => context.Model.TypeOf(value).Kind == PyTypeKind.Instance;

    private static void Check(Expr node, Expr value, string role, RuleContext context)
    {
        var type = context.Model.TypeOf(value);
        if (type.Origin is not ClassDef definition
            || context.Model.HashOf(type) is not { Answer: Answer.No } answer
            || HashedUses.AreHarmlessAt(node, context.Model))
        {
            return;
        }

        if (answer.Path.Length > 0)
        {
            if (answer.Offender is { Name: not null } offender)
            {
                context.Report(OfField, value.Span, definition.Name, role, answer.Path, TypeWords.WithArticle(offender))
                    .Label(FieldOf(definition, answer.Path, context) ?? value.Span, $"`{answer.Path}` has no hash")
                    .Why("The hash of a frozen dataclass is made of the hashes of its fields, so it is hashable only when all of them are.")
                    .Help("Give the field an immutable value: a tuple for a list, a `frozenset` for a set.");
            }
        }
        else if (HashDecision.Of(context.Model.ClassOf(definition), 0) is { HasHash: Answer.No } decision)
        {
            var report = context.Report(value.Span, definition.Name, role, decision.Class.Name, decision.Reason);
            if (decision.Place is { } place && decision.Class.Source?.Model == context.Model)
            {
                report.Label(place, "takes the hash away");
            }
        }
    }

    /// <summary>Where this file declares the field that a path such as <c>.pair[1]</c> starts with; null when another file does.</summary>
    private static TextSpan? FieldOf(ClassDef definition, string path, RuleContext context)
    {
        var end = path.AsSpan(1).IndexOfAny('.', '[');
        var field = end < 0 ? path[1..] : path[1..(end + 1)];
        var made = context.Model.ClassOf(definition);
        if (FieldIn(made, field, context) is { } own)
        {
            return own;
        }

        foreach (var reference in made.Mro)
        {
            if (reference.Source is { } source && FieldIn(source, field, context) is { } inherited)
            {
                return inherited;
            }
        }

        return null;
    }

    private static TextSpan? FieldIn(ClassModel source, string field, RuleContext context)
    {
        if (source.Model != context.Model)
        {
            return null;
        }

        foreach (var statement in source.Node.Body)
        {
            if (statement is AnnAssign { Target: Name { Id: var name } } && name == field)
            {
                return statement.Span;
            }
        }

        return null;
    }
}
