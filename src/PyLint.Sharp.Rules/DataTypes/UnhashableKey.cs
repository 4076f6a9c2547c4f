using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A list, dict, set or their like where Python needs a hash.</summary>
public sealed class UnhashableKey : Rule
{
    private const string Named = "`{key}` is {type}, so it cannot be {role}";
    private const string Literal = "{type} cannot be {role}";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS101",
        Name = "unhashable-key",
        Area = SkillArea.DataTypes,
        Severity = Severity.Error,
        Aliases = ["E1143", "unhashable-member", "reportUnhashable", "S6662", "WPS443"],
        Message = Named,
        OtherMessages = [Literal],
        Why = "A dict finds a key, and a set a member, by its hash, and the hash must stay the same for as long as the key is in there. "
            + "A list compares by its contents, and its contents can change, so no hash of it could be trusted: `list`, `dict`, `set`, "
            + "`bytearray`, `array.array` and `deque` therefore set `__hash__ = None`, and Python raises `TypeError: unhashable type` here. "
            + "\"Immutable, so hashable\" is only a rule of thumb: a tuple is as hashable as its elements, and an object of a plain class is "
            + "hashable by its identity. `pop` with a default hides the mistake for as long as the dict is empty: it looks nothing up then.",
        Instead = "Use an immutable twin: `tuple(xs)` for a list, `frozenset(s)` for a set, `bytes(b)` for a bytearray. If the key was meant "
            + "to be one of the elements, use that.",
        Interview = new(
            "Why can't a list be a dictionary key, and is every tuple one?",
            "Equal keys must have equal hashes, and a hash must not change while the key is stored; a list can change after it was stored, so "
            + "it has no hash. A tuple is hashable only if all its elements are: `(1, [2])` fails as well. I take a tuple where order and "
            + "repetition matter and a `frozenset` where they don't, and pay for a copy; joining to a `str` serves only where no element "
            + "can hold the separator, as `\"a,b\"` may come from `[\"a\", \"b\"]` or `[\"a,b\"]`. Instances of my own classes are hashable by identity, until the "
            + "class defines `__eq__` without `__hash__`."),
        FineWhen = "When the `TypeError` is the point: a test that expects it, or code that tries whether a value is hashable. Where "
            + "`except TypeError` or `assertRaises(TypeError)` stands around the use, the rule is silent.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("distance = {[|[0, 0]|]: 0}", fixedTo: "distance = {(0, 0): 0}")
                .Saying("a list cannot be a dict key").Raising("TypeError"),
            Example.Bad("""
                seen = set()
                path = [start]
                if [|path|] not in seen:
                    seen.add([|path|])
                """).Saying("`path` is a list, so it cannot be a member of `seen`"),
            Example.Bad("""
                groups = {}
                for word in words:
                    letters = sorted(word)
                    groups.setdefault([|letters|], []).append(word)
                """).Saying("`letters` is a list, so it cannot be a key of `groups`"),
            Example.Good("""
                groups = {}
                for word in words:
                    letters = tuple(sorted(word))
                    groups.setdefault(letters, []).append(word)
                """),
            Example.Good("distance = {(0, 0): 0}"),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("d = {[|[]|]: 1}", fixedTo: "d = {(): 1}").Raising("TypeError").Hidden(),
        Example.Bad("d = {[|[x]|]: 1}", fixedTo: "d = {(x,): 1}").Hidden(),
        Example.Bad("d = {[|[x, ]|]: 1}", fixedTo: "d = {(x, ): 1}").Hidden(),
        Example.Bad("d = {[|{x, y}|]: 1}", fixedTo: "d = {frozenset({x, y}): 1}").Saying("a set cannot be a dict key").Hidden(),
        Example.Bad("d = {[|{}|]: 1}").Saying("a dict cannot be a dict key").Raising("TypeError").Hidden(),
        Example.Bad("d = {[|[[1], 2]|]: 1}").Raising("TypeError").Hidden(),
        Example.Bad("s = {[|[1]|], 2}", fixedTo: "s = {(1,), 2}").Saying("a list cannot be a member of a set").Raising("TypeError").Hidden(),
        Example.Bad("d = {[|[x for x in y]|]: 1 for y in z}").Hidden(),
        Example.Bad("d = {[|[k]|]: v for k, v in z}", fixedTo: "d = {(k,): v for k, v in z}").Hidden(),
        Example.Bad("s = {[|list(x)|] for x in z}").Hidden(),
        Example.Bad("d = {}\nd[[|[1, 2]|]] = 3", fixedTo: "d = {}\nd[(1, 2)] = 3").Saying("a list cannot be a key of `d`").Raising("TypeError").Hidden(),
        Example.Bad("d = dict()\nk = []\nprint(d[[|k|]])\ndel d[[|k|]]\nd[[|k|]] += 1").Raising("TypeError").Hidden(),
        Example.Bad("d = dict(x)\nk = set()\nd.get([|k|])\nd.pop([|k|])\nd.setdefault([|k|], 1)").Hidden(),
        Example.Bad("k = bytearray(b'x')\nd = {[|k|]: 1}").Saying("`k` is a bytearray, so it cannot be a dict key").Raising("TypeError").Hidden(),
        Example.Bad("import array\nk = array.array('i')\nd = {[|k|]: 1}").Saying("`k` is an array.array, so it cannot be a dict key").Raising("TypeError").Hidden(),
        Example.Bad("from collections import deque as q\nk = q()\nd = {[|k|]: 1}").Raising("TypeError").Hidden(),
        Example.Bad("from collections import defaultdict\nd = defaultdict(int)\nd[[|[1]|]] += 1", fixedTo: "from collections import defaultdict\nd = defaultdict(int)\nd[(1,)] += 1").Raising("TypeError").Hidden(),
        Example.Bad("k = []\nd = {}\nif [|k|] in d: pass\nif [|k|] not in d: pass").Raising("TypeError").Hidden(),
        Example.Bad("s = frozenset()\nif 1 < x in s and [|[1]|] in s: pass", fixedTo: "s = frozenset()\nif 1 < x in s and (1,) in s: pass").Hidden(),
        Example.Bad("k = {}\ns = set()\ns.discard([|k|])\ns.remove([|k|])").Raising("TypeError").Hidden(),
        Example.Bad("s = set([[|[1, 2]|], [|[3]|]])", fixedTo: "s = set([(1, 2), (3,)])").Raising("TypeError").Hidden(),
        Example.Bad("s = frozenset(([|[1, 2]|], 3))", fixedTo: "s = frozenset(((1, 2), 3))").Raising("TypeError").Hidden(),
        Example.Bad("d = dict.fromkeys([[|[1, 2]|], 'x'])", fixedTo: "d = dict.fromkeys([(1, 2), 'x'])").Raising("TypeError").Hidden(),
        Example.Bad("import builtins\nd = builtins.dict.fromkeys(([|[1]|],))", fixedTo: "import builtins\nd = builtins.dict.fromkeys(((1,),))").Raising("TypeError").Hidden(),
        Example.Bad("s = set([|sorted(word)|] for word in words)").Hidden(),
        Example.Bad("s = frozenset([[|[x]|] for x in y])", fixedTo: "s = frozenset([(x,) for x in y])").Hidden(),
        Example.Bad("s = set({[|[1]|]})", fixedTo: "s = set({(1,)})").Raising("TypeError").Hidden(),
        Example.Bad("d = dict([([|[1]|], 'x'), ('y', [])])", fixedTo: "d = dict([((1,), 'x'), ('y', [])])").Raising("TypeError").Hidden(),
        Example.Bad("d = dict(([|list(k)|], v) for k, v in z)").Hidden(),
        Example.Bad("d = {1: 2}\nd.pop([|[1]|], None)", fixedTo: "d = {1: 2}\nd.pop((1,), None)").Raising("TypeError").Hidden(),
        Example.Bad("def outer():\n    cache = {}\n    def inner(*args):\n        key = list(args)\n        return cache[[|key|]]\n    return inner").Hidden(),
        Example.Bad("try:\n    d = {[|[1]|]: 2}\nexcept ValueError:\n    pass", fixedTo: "try:\n    d = {(1,): 2}\nexcept ValueError:\n    pass").Raising("TypeError").Hidden(),
        Example.Good("d = {list: 1, dict: 2, set: 3}").From("pylint #7501, PR #7757").Hidden(),
        Example.Good("from typing import Dict, List\nd = {List: 1, Dict: 2}").From("pylint #7397").Hidden(),
        Example.Good("class A(B):\n    def f(self, list): return {list(2): 3}").Hidden(),
        Example.Good("class Key(list):\n    def __hash__(self): return 1\nd = {Key(): 1}").Hidden(),
        Example.Good("import numpy as np\na = np.zeros(3)\na[[0]] = 1\nframe[['c']]").Hidden(),
        Example.Good("def f(d, s, k):\n    d[[1]] = s\n    s.add([1])\n    return {k: 1}").Hidden(),
        Example.Good("xs = [[1]]\nif [1] in xs: pass\nxs.pop()").Hidden(),
        Example.Good("k = []\nk = 1\nd = {k: 2}").Hidden(),
        Example.Good("d = {}\nd = frame\nd[['c']]").Hidden(),
        Example.Good("s = {1}\nk = {2}\nif k in s: pass\ns.discard(k)\ns.remove(k)").Hidden(),
        Example.Good("d = {lambda: 1: 2, (1, 2): 3, 'x': [], frozenset([1]): {}}").From("pylint #7453").Hidden(),
        Example.Good("d = {}\nd['x'] = [1]\nd.update([('x', [1])])\nd.get('x', [])").Hidden(),
        Example.Good("s = set([1, 2])\ns = set(['x'], )\nt = set(xs)\nu = set([*xs])").Hidden(),
        Example.Good("d = {**{}, 'x': 1}").Hidden(),
        Example.Good("try:\n    {[]: 1}\nexcept TypeError:\n    print(1)").Hidden(),
        Example.Good("try:\n    d = {[]: 1}\nexcept (TypeError, ValueError):\n    print(1)").Hidden(),
        Example.Good("errors = (TypeError, ValueError)\ntry:\n    d = {[]: 1}\nexcept errors:\n    print(1)").Hidden(),
        Example.Good("def f(x: {[int]: str}) -> {[int]}:\n    y: {[int]: str} = x\n    return y").Hidden(),
        Example.Good("d = dict([('a', [1]), [x, y, [z]], [*w, 1]])\ne = dict(a=[1])\nf = dict({1: []})\ns = set(x for x in y)").Hidden(),
        Example.Good("with self.assertRaises(TypeError):\n    {[]: 1}").Hidden(),
        Example.Good("import pytest\nwith pytest.raises(TypeError, match='x'):\n    {1: {[]}}").Hidden(),
        Example.Good("self.assertRaises(TypeError, lambda: {[]: 1})").Hidden(),
        Example.Good("{}.pop([1], None)").Hidden(),
        Example.Good("d = {}\nd.pop([1], None)").Hidden(),
        Example.Good("k = [1]\nif False:\n    d = {k: 1}").Hidden(),
        Example.Good("def f(k):\n    return k\n    return {[]: k}").Hidden(),
        Example.Good("k = [1]\nk = tuple(k)\nd = {k: 1}").Hidden(),
        Example.Good("def f(k):\n    if not isinstance(k, list):\n        return {k: 1}\n    return None").Hidden(),
        Example.Bad("def key(w):\n    return sorted(w)\nd = {}\nfor w in ws:\n    k = key(w)\n    d[[|k|]] = w").Hidden(),
        Example.Bad("k = None\nk = []\nd = {[|k|]: 1}").Raising("TypeError").Hidden(),
        // Every place that hashes, of which others see two.
        Example.Bad("k = [1]\nd = {1: 2}\ns = {1}\nd[[|k|]] = 1\nd.get([|k|])\nprint([|k|] in d, d[[|k|]])\ns.add([|k|])\ne = {[|k|]: x for x in s}\nt = {[|k|]}\nu = set([[|k|]])").Raising("TypeError").From("pylint #7034, #7055, #2186").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => HashedUses.Visit(on, Check);

    private static void Check(Expr node, HashedUse use, RuleContext context)
    {
        var type = context.Model.TypeOf(use.Value);
        if (!IsUnhashable(type) || (use.AcceptsSets && type.Kind == PyTypeKind.Set) || HashedUses.AreHarmlessAt(node, context.Model))
        {
            return;
        }

        var role = use.RoleIn(context);
        var report = use.Value is Name name
            ? context.Report(name.Span, name.Id, TypeWords.WithArticle(type), role)
            : context.Report(Literal, use.Value.Span, TypeWords.WithArticle(type), role);
        if (use.Value is Name key && context.Model.SymbolOf(key)?.SoleBinding is { } binding)
        {
            report.Label(binding.Span, $"bound to {TypeWords.WithArticle(type)} here");
        }

        if (use.Value is Name named && ImmutableTwin(type, named.Id) is { } twin)
        {
            report.Help($"{twin}. If the key was meant to be something inside `{named.Id}`, use that.");
        }

        AddFix(use.Value, report, context);
    }

    /// <summary>Tuples and instances have rules of their own.</summary>
    private static bool IsUnhashable(PyType type) => type.IsDict || type.Kind
        is PyTypeKind.List or PyTypeKind.Set or PyTypeKind.ByteArray or PyTypeKind.Array or PyTypeKind.Deque;

    private static string? ImmutableTwin(PyType type, string name) => type.Kind switch
    {
        PyTypeKind.List or PyTypeKind.Deque or PyTypeKind.Array => $"Use `tuple({name})`, an immutable copy: hashable if its elements are",
        PyTypeKind.Set => $"Use `frozenset({name})`, an immutable copy",
        PyTypeKind.ByteArray => $"Use `bytes({name})`, an immutable copy",
        PyTypeKind.Dict => $"Use `tuple(sorted({name}.items()))` or `frozenset({name}.items())`, an immutable copy: hashable if the values are",
        _ => null,
    };

    private static void AddFix(Expr value, DiagnosticBuilder report, RuleContext context)
    {
        var start = new TextSpan(value.Span.Start, value.Span.Start + 1);
        var end = new TextSpan(value.Span.End - 1, value.Span.End);
        if (value is List list && AreHashable(list.Elts, context))
        {
            var needsComma = list.Elts is [var only] && context.Text.Slice(new TextSpan(only.Span.End, end.Start)).IndexOf(',') < 0;
            report.Fix(FixSafety.Unsafe, "use a tuple", new TextEdit(start, "("), new TextEdit(end, needsComma ? ",)" : ")"));
        }
        else if (value is Set set && AreHashable(set.Elts, context))
        {
            report.Fix(
                FixSafety.Unsafe,
                "use a frozenset",
                new TextEdit(start with { End = start.Start }, "frozenset("),
                new TextEdit(end with { Start = end.End }, ")"));
        }
    }

    /// <summary>A tuple or frozenset of unhashable elements would fail at the same place.</summary>
    private static bool AreHashable(ImmutableArray<Expr> elements, RuleContext context)
    {
        foreach (var element in elements)
        {
            if (context.Model.IsHashable(element) == Answer.No)
            {
                return false;
            }
        }

        return true;
    }
}
