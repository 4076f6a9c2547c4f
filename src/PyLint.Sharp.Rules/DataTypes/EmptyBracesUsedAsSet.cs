using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A variable that starts as <c>{}</c> and is used as a set.</summary>
public sealed class EmptyBracesUsedAsSet : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS116",
        Name = "empty-braces-used-as-set",
        Area = SkillArea.DataTypes,
        Severity = Severity.Error,
        Aliases = ["E1101", "no-member", "reportAttributeAccessIssue"],
        Message = "`{name}` starts as an empty dict, and a dict has no method `{method}`",
        Why = "`{}` is an empty dict; it was one before Python had sets. `{1, 2}` makes a set, but there is no display for an empty one. A dict has no "
            + "`add`, so the first call raises `AttributeError: 'dict' object has no attribute 'add'`.",
        Instead = "Write `set()` for an empty set.",
        Interview = new(
            "What does `{}` create, and how do you write an empty set?",
            "An empty dict; the empty set is `set()`, because the braces were taken when sets came. I take a set where I only ask whether something "
            + "is there, and a dict where something belongs to each key. A dict with dummy values keeps the order in which keys came, "
            + "which a set doesn't; that is the one reason I would use it as a set."),
        FineWhen = "When the variable is a dict after all: where it is also indexed, unpacked, bound a second time or given a method of dicts, the rule is "
            + "silent.",
        Fix = FixSafety.Safe,
        Examples =
        [
            Example.Bad("""
                seen = [|{}|]
                for word in words:
                    if word not in seen:
                        seen.add(word)
                """, fixedTo: """
                seen = set()
                for word in words:
                    if word not in seen:
                        seen.add(word)
                """).Saying("`seen` starts as an empty dict, and a dict has no method `add`"),
            Example.Bad("""
                def common(rows):
                    found = [|{}|]
                    for row in rows:
                        print(found.union(row))
                """, fixedTo: """
                def common(rows):
                    found = set()
                    for row in rows:
                        print(found.union(row))
                """).Saying("`found` starts as an empty dict, and a dict has no method `union`"),
            Example.Good("""
                seen = set()
                for word in words:
                    seen.add(word)
                """),
            Example.Good("""
                counts = {}
                for word in words:
                    counts[word] = counts.get(word, 0) + 1
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("s = [|{ }|]\ns.discard(1)\nprint(len(s), sorted(s))", fixedTo: "s = set()\ns.discard(1)\nprint(len(s), sorted(s))").Raising("AttributeError").Hidden(),
        Example.Bad("def f():\n    s = [|{}|]\n    s.add(1)\n    s.clear()\n    return s", fixedTo: "def f():\n    s = set()\n    s.add(1)\n    s.clear()\n    return s").Hidden(),
        Example.Bad("def f():\n    s = [|{}|]\n    def g(x):\n        s.add(x)\n    return g").Hidden(),
        Example.Good("s = {}\ns.add(1)\ns['a'] = 2").Hidden(),
        Example.Good("s = {}\nif s.get(1):\n    s.add(1)").Hidden(),
        Example.Good("s = {}\nif wanted:\n    s = set()\ns.add(1)").Hidden(),
        Example.Good("s: dict[str, int] = {}\ns.add(1)").Hidden(),
        Example.Good("class A:\n    s = {}\n    s.add(1)").Hidden(),
        Example.Good("s = {}\ntry:\n    s.add(1)\nexcept AttributeError as error:\n    print(error)").Hidden(),
        Example.Good("s = {}\ns.update({1: 2})\nprint(s.copy(), s.pop(1))").Hidden(),
        Example.Good("s = {}\nf(**s)\ns.add(1)").Hidden(),
        Example.Good("s = {}\nprint(hasattr(s, 'add'), s.add)").Hidden(),
        Example.Good("s = {1: 2}\nprint(s)").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Dict>(Check);

    private static void Check(Dict display, RuleContext context)
    {
        if (!display.Values.IsEmpty || display.Parent is not Assign { Targets: [Name target] }
            || context.Model.SymbolOf(target) is not { Bindings.Length: 1, Scope.Kind: ScopeKind.Module or ScopeKind.Function } symbol
            || FirstSetCall(symbol, context) is not { } method)
        {
            return;
        }

        var report = context.Report(display.Span, symbol.Name, method.Attr.Text).Label(method.Attr.Span, "AttributeError");
        if (context.Model.ScopeOf(display).Lookup("set") is null)
        {
            report.Fix(FixSafety.Safe, "start with an empty set", new TextEdit(display.Span, "set()"));
        }
    }

    /// <summary>The first call of a method that sets alone have; null when a use shows that a dict is meant.</summary>
    private static Attribute? FirstSetCall(Symbol symbol, RuleContext context)
    {
        Attribute? first = null;
        foreach (var reference in symbol.References)
        {
            switch (reference.Parent)
            {
                case Attribute { Parent: Call call } method when call.Func == method && IsOfSetsOnly(method.Attr):
                    if (ExpectedError.Covers(method, "AttributeError", context.Model))
                    {
                        return null;
                    }

                    first ??= method;
                    break;
                case Attribute { Parent: Call, Attr.Text: "clear" or "copy" or "pop" or "update" }:
                    break;
                case Attribute or Subscript or Keyword or Dict:
                    return null;
            }
        }

        return first;
    }

    private static bool IsOfSetsOnly(string method) => method
        is "add" or "discard" or "remove" or "union" or "intersection" or "difference" or "symmetric_difference" or "intersection_update"
        or "difference_update" or "symmetric_difference_update" or "issubset" or "issuperset" or "isdisjoint";
}
