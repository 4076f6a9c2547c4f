using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>The same key twice in a dict display, or the same member in a set display.</summary>
public sealed class DuplicateDictKey : Rule
{
    private const string Lost = "the value of key {key} is lost: the same key comes again in this dict";
    private const string Same = "key {key} stands twice in this dict, with the same value";
    private const string Equal = "the value of key {key} is lost: {other} compares equal, so it is the same key";
    private const string Member = "member {member} stands twice in this set, which keeps one of them";
    private const string EqualMember = "members {member} and {other} compare equal, and a set keeps one of them";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS117",
        Name = "duplicate-dict-key",
        Area = SkillArea.DataTypes,
        Severity = Severity.Warning,
        Aliases = ["F601", "F602", "B033", "W0109", "duplicate-key", "W0130", "duplicate-value", "S5780", "S5781", "WPS417"],
        Message = Lost,
        OtherMessages = [Same, Equal, Member, EqualMember],
        Why = "A dict has one value for each key, and a display is filled from left to right: when a key comes again, its new value replaces the "
            + "old one, and Python says nothing. Keys are the same when they compare equal and have the same hash, so `1`, `1.0` and `True` are "
            + "one key; the spelling of the first stays, with the value of the last.",
        Instead = "Remove the entry that is wrong; often one of the two keys is a slip for another. Where a key has several values, put them into a "
            + "list: `{\"red\": [1, 2]}`.",
        Interview = new(
            "What is `{1: \"a\", True: \"b\"}`, and why?",
            "It is `{1: 'b'}`. `True == 1` and both have the same hash, so they are one key; the dict keeps the key object that came first and the "
            + "value that came last. In a display that is nearly always a slip, so I let a linter look for it. Overriding on purpose I write as a "
            + "merge, `{**defaults, \"colour\": \"red\"}` or `defaults | overrides`, where the order says who wins, at the price of a copy."),
        FineWhen = "When an entry overrides what `**defaults` brought in; entries on different sides of a `**` are not compared. Keys that are calls "
            + "or attributes may differ each time and are not compared either.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                prices = {
                    [|"mug"|]: 4,
                    "lamp": 30,
                    "mug": 5,
                }
                """, fixedTo: """
                prices = {
                    "lamp": 30,
                    "mug": 5,
                }
                """).Saying("the value of key \"mug\" is lost: the same key comes again in this dict"),
            Example.Bad("""answers = {[|1|]: "one", 0: "zero", True: "yes"}""").Saying("the value of key 1 is lost: True compares equal, so it is the same key"),
            Example.Bad("""vowels = {[|"a"|], "e", "a"}""", fixedTo: """vowels = {"e", "a"}""").Saying("member \"a\" stands twice in this set, which keeps one of them"),
            Example.Good("""prices = {"mug": [4, 5], "lamp": 30}"""),
            Example.Good("""settings = {"colour": "blue", **defaults, "colour": "red"}"""),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("d = {[|1|]: 2, 1: 2}", fixedTo: "d = {1: 2}").Saying("key 1 stands twice in this dict, with the same value").Hidden(),
        Example.Bad("d = {[|'a'|]: 1, [|'a'|]: 2, \"a\": 3}").Saying("the value of key 'a' is lost: the same key comes again in this dict").Hidden(),
        Example.Bad("d = {[|1|]: 2, 1.0: 3}\ne = {[|0|]: 2, 0j: 3}\nf = {[|-1|]: 2, -1.0: 3}").Hidden(),
        Example.Bad("d = {[|(1, 'a')|]: 2, (True, 'a'): 3}").Hidden(),
        Example.Bad("d = {[|None|]: 2, None: 3, ...: 4}", fixedTo: "d = {None: 3, ...: 4}").Hidden(),
        Example.Bad("d = {[|b'a'|]: 2, b'a': 3}", fixedTo: "d = {b'a': 3}").Hidden(),
        Example.Bad("def f(k):\n    return {[|k|]: 1, k: 2}", fixedTo: "def f(k):\n    return {k: 2}").Hidden(),
        Example.Bad("d = {**x, [|'a'|]: 1, 'a': 2}", fixedTo: "d = {**x, 'a': 2}").Hidden(),
        Example.Bad("d = {[|'a'|]: (1), 'a': 2}\ne = {([|'a'|]): 1, 'a': 2}").Hidden(),
        Example.Bad("d = {[|'a'|]: 1, 'b': 2, 'c': 3, 'd': 4, 'e': 5, 'f': 6, 'g': 7, 'h': 8, 'i': 9, 'a': 10}").Hidden(),
        Example.Bad("s = {[|1|], True}").Saying("members 1 and True compare equal, and a set keeps one of them").Hidden(),
        Example.Good("d = {'a': 1, 'b': 1, b'a': 1, 1: 1, '1': 1, 1.5: 1, -1: 1, 1j: 1, (1,): 1, (1, 2): 1, None: 1, 'None': 1}").Hidden(),
        Example.Good("d = {'a': 1, **x, 'a': 1}").Hidden(),
        Example.Good("d = {f(): 1, f(): 2, a.b: 3, a.b: 4, x[0]: 5, x[0]: 6}").Hidden(),
        Example.Good("def test_f():\n    global k\n    k = 2\nd = {k: test_f(), k: 3}").Hidden(),
        Example.Good("d = {(k := 1): 1, k: 2, (k := 3): 3, k: 4}").Hidden(),
        Example.Good("d = {f'{x}': 1, f'{x}': 2}").Hidden(),
        Example.Good("s = {*x, *x, f(), f()}").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<Dict>(static (node, context) => Check(node, node.Keys, context));
        on.Visit<Set>(static (node, context) => Check(node, node.Elts, context));
    }

    /// <summary>Runs backwards, so that each entry meets the one that replaces it.</summary>
    private static void Check<T>(Expr display, ImmutableArray<T> keys, RuleContext context)
        where T : Expr?
    {
        if (keys.Length < 2)
        {
            return;
        }

        var equality = new EqualConstants(context.Model);
        var later = new Dictionary<Expr, int>(equality);
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            if (keys[i] is not { } key)
            {
                later.Clear();
            }
            else if (equality.IsComparable(key) && !later.TryAdd(key, i))
            {
                Report(display, i, later[key], context);
                later[key] = i;
            }
        }
    }

    private static void Report(Expr display, int earlier, int later, RuleContext context)
    {
        var entries = display as Dict;
        var (lost, kept) = entries != null ? (entries.Keys[earlier]!, entries.Keys[later]!) : (((Set)display).Elts[earlier], ((Set)display).Elts[later]);
        var (text, other) = (context.TextOf(lost), context.TextOf(kept));
        var isSpeltSame = lost is Constant { Value: string or byte[] } || text == other;
        var hasSameValue = entries != null && context.TextOf(entries.Values[earlier]) == context.TextOf(entries.Values[later]);
        var report = (entries, isSpeltSame) switch
        {
            (null, true) => context.Report(Member, lost.Span, text),
            (null, false) => context.Report(EqualMember, lost.Span, text, other),
            (_, false) => context.Report(Equal, lost.Span, text, other),
            _ => context.Report(hasSameValue ? Same : Lost, lost.Span, text),
        };
        report.Label(kept.Span, entries != null ? "replaces the value" : "the same member");
        if (isSpeltSame && EntryOf(display, earlier, context) is { } entry)
        {
            report.Fix(FixSafety.Unsafe, $"remove the earlier {(entries != null ? "entry" : "member")}", new TextEdit(entry, ""));
        }
    }

    /// <summary>The entry up to the next one; null where parentheses or comments stand around.</summary>
    private static TextSpan? EntryOf(Expr display, int index, RuleContext context)
    {
        var (entries, members) = (display as Dict, display as Set);
        var first = entries != null ? entries.Keys[index]! : members!.Elts[index];
        var last = entries != null ? entries.Values[index] : first;
        var next = entries != null ? entries.Keys[index + 1] : members!.Elts[index + 1];
        var before = index == 0 ? display.Span.Start + 1 : entries != null ? entries.Values[index - 1].Span.End : members!.Elts[index - 1].Span.End;
        var text = context.Text;
        return next != null
            && text.Slice(new TextSpan(before, first.Span.Start)).Trim() is "" or ","
            && text.Slice(new TextSpan(last.Span.End, next.Span.Start)).Trim() is ","
            && (entries == null || text.Slice(new TextSpan(first.Span.End, last.Span.Start)).Trim() is ":")
            ? new TextSpan(first.Span.Start, next.Span.Start)
            : null;
    }
}
