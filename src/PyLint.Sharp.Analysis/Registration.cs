using System.Runtime.CompilerServices;
using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Analysis;

/// <summary>Collects what a rule subscribes to.</summary>
public sealed class Registration
{
    private readonly List<(NodeKind Kind, Action<Node, RuleContext> Check)> checks = [];

    internal IReadOnlyList<(NodeKind Kind, Action<Node, RuleContext> Check)> Checks => checks;

    internal Action<SuppressionReview, RuleContext>? SuppressionCheck { get; private set; }

    /// <summary>Calls <paramref name="check"/> for every node of a type, in preorder of the tree.</summary>
    public void Visit<T>(Action<T, RuleContext> check)
        where T : Node, INodeType
    {
        ArgumentNullException.ThrowIfNull(check);

        // The walk calls it with nodes of this kind, and so of this type, alone: a cast in between would be paid for on every visit.
        checks.Add((T.StaticKind, Unsafe.As<Action<Node, RuleContext>>(check)));
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
