using System.Collections.Frozen;
using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Analysis;

/// <summary>A callback of the rule with a number.</summary>
internal readonly record struct Subscription(int Rule, Action<Node, RuleContext> Check);

/// <summary>What the rules want to see: for each node the checks that it gets, in the order of the rules.</summary>
internal sealed class SubscriptionTable
{
    private readonly Subscription[][] byKind;

    /// <summary>By the last name of what is called: the checks of all calls and those that asked for the name.</summary>
    private readonly FrozenDictionary<string, Subscription[]> byCallee;

    public SubscriptionTable(ImmutableArray<RegisteredRule> rules)
    {
        var lists = new List<Subscription>[NodeKinds.Count];
        var calls = new List<(string[]? Callees, Subscription Subscription)>();
        var callees = new HashSet<string>(StringComparer.Ordinal);
        for (var rule = 0; rule < rules.Length; rule++)
        {
            foreach (var (kind, names, check) in rules[rule].Visits)
            {
                var subscription = new Subscription(rule, check);
                if (kind == NodeKind.Call)
                {
                    calls.Add((names, subscription));
                    callees.UnionWith(names ?? []);
                }
                else
                {
                    (lists[(int)kind] ??= []).Add(subscription);
                }
            }
        }

        byKind = Array.ConvertAll(lists, static list => list?.ToArray() ?? []);
        byKind[(int)NodeKind.Call] = Of(calls, null);
        byCallee = callees.ToFrozenDictionary(callee => callee, callee => Of(calls, callee), StringComparer.Ordinal);
    }

    public bool Has(NodeKind kind) => byKind[(int)kind].Length > 0 || kind == NodeKind.Call;

    public Subscription[] For(Node node, NodeKind kind) => kind == NodeKind.Call ? Of((Call)node) : byKind[(int)kind];

    private Subscription[] Of(Call call) => NameOf(call) is { } callee && byCallee.TryGetValue(callee, out var named) ? named : byKind[(int)NodeKind.Call];

    private static string? NameOf(Call call) => call.Func switch
    {
        Name function => function.Id,
        Syntax.Nodes.Attribute method => method.Attr.Text,
        _ => null,
    };

    /// <summary>The checks of a call of something with a name; those of all other calls where the name is null.</summary>
    private static Subscription[] Of(List<(string[]? Callees, Subscription Subscription)> calls, string? callee)
    {
        var found = new List<Subscription>();
        foreach (var (names, subscription) in calls)
        {
            if (names is null || Array.IndexOf(names, callee) >= 0)
            {
                found.Add(subscription);
            }
        }

        return [.. found];
    }
}
