using System.Collections.Immutable;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// How control goes through the body of one module, class, function or lambda. Conditions are free unless they are constant, any
/// expression whose harmlessness isn't obvious may raise, and any loop may run any number of times. Ctrl-C is left aside.
/// Answers are worked out when they are first asked for, for all of the body at once.
/// </summary>
public sealed class FlowGraph
{
    private readonly SyntaxTree tree;
    private readonly bool isComplete;
    private readonly ImmutableArray<FlowBlock> blocks;
    private readonly ImmutableArray<FlowEdge> edges;
    private readonly ImmutableArray<FlowEvent> events;
    private readonly FlowVariables variables;
    private byte[]? reached;
    private byte[]? bound;
    private byte[]? live;
    private CorrelatedConditions? correlations;

    internal FlowGraph(
        SyntaxTree tree,
        Node scope,
        FlowVariables variables,
        bool isComplete,
        ImmutableArray<FlowBlock> blocks,
        ImmutableArray<FlowEdge> edges,
        ImmutableArray<FlowEvent> events)
    {
        this.tree = tree;
        Scope = scope;
        this.variables = variables;
        this.isComplete = isComplete;
        this.blocks = blocks;
        this.edges = edges;
        this.events = events;
    }

    /// <summary>The module, function, class or lambda.</summary>
    public Node Scope { get; }

    /// <summary>The number of blocks, as a measure of size.</summary>
    public int BlockCount => blocks.Length;

    internal ImmutableArray<FlowBlock> Blocks => blocks;

    internal ImmutableArray<FlowEdge> Edges => edges;

    internal ImmutableArray<FlowEvent> Events => events;

    internal FlowVariables Variables => variables;

    /// <summary>
    /// Whether control ever comes to a statement of this body: No when proven that it doesn't, Yes when a path leads there, Unknown
    /// when that takes a context manager which swallows exceptions for all we know.
    /// </summary>
    public Answer IsReachable(Stmt statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        if (!isComplete || !IsInside(statement))
        {
            return Answer.Unknown;
        }

        reached ??= Reachability.Of(this);
        return Answers(reached, statement) switch
        {
            Reachability.Surely => Answer.Yes,
            Reachability.Weakly => Answer.Unknown,
            Reachability.Seen => Answer.No,
            _ => Answer.Unknown,
        };
    }

    /// <summary>Whether a variable of this body has a value where the name reads or deletes it.</summary>
    public Bound BoundAt(Name name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!isComplete || !IsInside(name))
        {
            return Bound.Unknown;
        }

        bound ??= BoundAnalysis.Of(this);
        var answer = BoundAnalysis.ToAnswer(Answers(bound, name));
        return answer == Bound.Possibly && (correlations ??= new CorrelatedConditions(this)).MayExplain(name) ? Bound.Unknown : answer;
    }

    /// <summary>
    /// Whether the value that a place gives to a local variable is ever read: No for one that every path forgets, Unknown for
    /// variables of modules and classes, and for those that code reads which runs nobody knows when.
    /// </summary>
    /// <param name="binder">
    /// What binds: the <see cref="Name"/>, or for names that are no nodes the node that binds, such as an
    /// <see cref="Alias"/>, <see cref="Arg"/>, <see cref="Pattern"/>, <see cref="ExceptHandler"/> or definition.
    /// </param>
    public Answer IsEverRead(Node binder)
    {
        ArgumentNullException.ThrowIfNull(binder);
        if (!isComplete || !IsInside(binder))
        {
            return Answer.Unknown;
        }

        live ??= Liveness.Of(this);
        return Liveness.ToAnswer(Answers(live, binder));
    }

    internal Node NodeAt(int index) => tree.Nodes[index];

    private bool IsInside(Node node) => Scope.Contains(node);

    private byte Answers(byte[] table, Node node) => table[node.Index - Scope.Index];
}
