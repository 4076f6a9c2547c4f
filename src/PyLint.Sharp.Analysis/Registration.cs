using System.Runtime.CompilerServices;
using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Analysis;

/// <summary>What a rule wants to see: the nodes of a kind, or only calls of what has one of these last names.</summary>
internal readonly record struct Visit(NodeKind Kind, string[]? Callees, Action<Node, RuleContext> Check);

/// <summary>Collects what a rule subscribes to.</summary>
public sealed class Registration
{
    private readonly List<Visit> visits = [];

    internal IReadOnlyList<Visit> Visits => visits;

    internal Action<SuppressionReview, RuleContext>? SuppressionCheck { get; private set; }

    /// <summary>Calls <paramref name="check"/> for every node of a type, in preorder of the tree.</summary>
    public void Visit<T>(Action<T, RuleContext> check)
        where T : Node, INodeType
    {
        ArgumentNullException.ThrowIfNull(check);

        // The walk calls it with nodes of this kind, and so of this type, alone: a cast in between would be paid for on every visit.
        visits.Add(new Visit(T.StaticKind, null, Unsafe.As<Action<Node, RuleContext>>(check)));
    }

    /// <summary>
    /// Calls <paramref name="check"/> for every call of something whose last name is among <paramref name="callees"/>: <c>open</c> stands for
    /// <c>open(…)</c>, <c>io.open(…)</c> and <c>self.open(…)</c>, but not for a call by an alias. The other calls cost such a check nothing.
    /// </summary>
    public void VisitCallsOf(ReadOnlySpan<string> callees, Action<Call, RuleContext> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        visits.Add(new Visit(NodeKind.Call, callees.ToArray(), Unsafe.As<Action<Node, RuleContext>>(check)));
    }

    /// <summary>
    /// Calls <paramref name="check"/> once for a file with suppression comments, when all other rules are through with it and it
    /// is known what each comment silenced.
    /// </summary>
    public void VisitSuppressions(Action<SuppressionReview, RuleContext> check)
    {
        ArgumentNullException.ThrowIfNull(check);
        SuppressionCheck += check;
    }
}
