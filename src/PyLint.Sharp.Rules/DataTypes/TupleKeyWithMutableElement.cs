using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A tuple where Python needs a hash, with an element that has none.</summary>
public sealed class TupleKeyWithMutableElement : Rule
{
    private const string Literal = "this tuple cannot be {role}: its element `{path}` is {type}";
    private const string Named = "`{key}` cannot be {role}: element `{path}` of this tuple is {type}";
    private const string Hashed = "`hash()` of this tuple fails: its element `{path}` is {type}";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS102",
        Name = "tuple-key-with-mutable-element",
        Area = SkillArea.DataTypes,
        Severity = Severity.Error,
        Aliases = ["reportUnhashable"],
        Message = Literal,
        OtherMessages = [Named, Hashed],
        Why = "The hash of a tuple is made of the hashes of its elements, so a tuple is hashable only when all its elements are. That the tuple "
            + "itself can't be changed doesn't help: a list inside it still can, and the tuple would then compare differently under the same "
            + "hash. Python asks the list for its hash and raises `TypeError: unhashable type`, however deep it is buried.",
        Instead = "Make the element immutable too: `(name, tuple(tags))`, or `frozenset(tags)` where order doesn't matter. If the element isn't "
            + "part of what identifies the entry, leave it out of the key and put it into the value.",
        Interview = new(
            "Can every tuple be a dictionary key?",
            "No: `hash((1, [2]))` raises TypeError, because the hash of a tuple asks each element for its own. Immutable and hashable are two "
            + "questions: the tuple never changes which objects it holds, but one of them may change its value. I convert the inner list "
            + "to a tuple where the key is made, which costs a copy for each key; a frozen dataclass names the parts, but needs hashable "
            + "fields just as well."),
        FineWhen = "When the `TypeError` is what a test or an `except TypeError` waits for; there the rule is silent. Tuples that are values, not "
            + "keys, may hold anything.",
        Examples =
        [
            Example.Bad("""prices = {[|("mug", ["red", "white"])|]: 4}""").Saying("this tuple cannot be a dict key: its element `[1]` is a list").Raising("TypeError"),
            Example.Bad("""
                seen = set()
                for word in words:
                    key = (len(word), sorted(word))
                    seen.add([|key|])
                """).Saying("`key` cannot be a member of `seen`: element `[1]` of this tuple is a list"),
            Example.Good("""prices = {("mug", ("red", "white")): 4}"""),
            Example.Good("""
                seen = set()
                for word in words:
                    key = (len(word), tuple(sorted(word)))
                    seen.add(key)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("d = {[|(1, (2, {3}))|]: 4}").Saying("this tuple cannot be a dict key: its element `[1][1]` is a set").Raising("TypeError").Hidden(),
        Example.Bad("d = {}\nd[[|1, []|]] = 2").Saying("this tuple cannot be a key of `d`: its element `[1]` is a list").Raising("TypeError").Hidden(),
        Example.Bad("d = {1: 2}\nif [|(1, {})|] in d: pass").Raising("TypeError").Hidden(),
        Example.Bad("print(hash([|([],)|]))").Saying("`hash()` of this tuple fails: its element `[0]` is a list").Raising("TypeError").Hidden(),
        Example.Bad("s = {[|(x, [x])|] for x in range(3)}").Raising("TypeError").Hidden(),
        Example.Bad("d = {[|(x, [x])|]: x for x in range(3)}").Raising("TypeError").Hidden(),
        Example.Bad("s = frozenset([[|({},)|]])").Raising("TypeError").Hidden(),
        Example.Bad("class P:\n    def __eq__(self, other):\n        return True\nd = {[|(1, P())|]: 2}").Saying("this tuple cannot be a dict key: its element `[1]` is a P").Raising("TypeError").Hidden(),
        Example.Good("d = {'x': (1, [2])}").Hidden(),
        Example.Good("def f(a, b):\n    return {(a, b): 1}").Hidden(),
        Example.Good("def f(rows):\n    return hash(tuple(map(tuple, rows)))").Hidden(),
        Example.Good("try:\n    hash(([],))\nexcept TypeError as error:\n    print(error)").Hidden(),
        Example.Good("with self.assertRaises(TypeError):\n    hash(([], 1))").Hidden(),
        Example.Good("class P:\n    pass\nd = {(1, P()): 2, (frozenset([1]), 'x'): 3}").Hidden(),
        Example.Good("class A(B):\n    def f(self, hash):\n        return hash(([],))").Hidden(),
        Example.Good("xs = [([], 1)]\nif ([], 1) in xs: pass").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        HashedUses.Visit(on, Check);
        on.VisitCallsOf(["hash"], CheckHash);
    }

    private static void Check(Expr node, HashedUse use, RuleContext context)
    {
        if (OffenderIn(node, use.Value, context.Model) is { } found)
        {
            var report = use.Value is Name name
                ? context.Report(Named, name.Span, name.Id, use.RoleIn(context), found.Path, TypeWords.WithArticle(found.Offender!))
                : context.Report(Literal, use.Value.Span, use.RoleIn(context), found.Path, TypeWords.WithArticle(found.Offender!));
            LabelElement(report, use.Value, found.Path, context);
        }
    }

    private static void CheckHash(Call call, RuleContext context)
    {
        if (call is { Args: [not Starred and var value], Keywords: [] } && context.Model.IsBuiltin(call.Func, "hash")
            && OffenderIn(call, value, context.Model) is { } found)
        {
            LabelElement(context.Report(Hashed, value.Span, found.Path, TypeWords.WithArticle(found.Offender!)), value, found.Path, context);
        }
    }

    private static HashAnswer? OffenderIn(Expr node, Expr value, SemanticModel model)
    {
        var type = model.TypeOf(value);
        if (type.Kind != PyTypeKind.Tuple)
        {
            return null;
        }

        var answer = model.HashOf(type);
        return answer is { Answer: Answer.No, Offender.Name: not null } && !HashedUses.AreHarmlessAt(node, model) ? answer : null;
    }

    /// <summary>The path stands at the element where that is written, else at what holds it.</summary>
    private static void LabelElement(DiagnosticBuilder report, Expr value, string path, RuleContext context)
    {
        if (context.Model.FindUnhashable(value) is { } element && element != value)
        {
            report.Label(element.Span, $"element `{path}` has no hash");
        }
        else if (value is Name name && context.Model.SymbolOf(name)?.SoleBinding is { } binding)
        {
            report.Label(binding.Span, $"bound to the tuple here; its element `{path}` has no hash");
        }
        else
        {
            report.Label(value.Span, $"element `{path}` has no hash");
        }
    }
}
