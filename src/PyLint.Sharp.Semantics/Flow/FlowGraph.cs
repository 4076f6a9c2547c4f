using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// How control goes through the body of one module, class, function or lambda. Conditions are free unless they are constant, any
/// expression whose harmlessness isn't obvious may raise, and any loop may run any number of times. Ctrl-C is left aside.
/// Answers are worked out when they are first asked for, for all of the body at once.
/// </summary>
/// <remarks>
/// Blocks are numbered in the order in which control comes to them: an edge to a block with a smaller number, or to the block itself,
/// closes a loop. The first is where control enters, the last two are where it leaves: normally, and by an exception.
/// </remarks>
public sealed class FlowGraph
{
    internal const int Entry = 0;

    private const long MostBitsOfASet = 1L << 27;

    private readonly SemanticModel model;
    private bool hasReached;
    private bool hasBound;
    private bool hasLive;
    private bool hasStarts;
    private (Stmt First, Stmt Last, ContextManagers Unknown)? lastAsked;
    private Completion lastEnds;
    private CorrelatedConditions? correlations;

    internal FlowGraph(SemanticModel model, Scope scope, FlowVariables variables)
    {
        this.model = model;
        OwnScope = scope;
        Variables = variables;
    }

    /// <summary>The module, function, class or lambda.</summary>
    public Node Scope => OwnScope.Node;

    /// <summary>The number of blocks, as a measure of size.</summary>
    public int BlockCount => Blocks.Length - 1;

    internal Scope OwnScope { get; }

    internal FlowVariables Variables { get; }

    /// <summary>False when expressions nest deeper than anybody writes: then nothing is known of names.</summary>
    internal bool IsComplete { get; set; }

    /// <summary>False while the graph is made, and when that took an answer which wasn't final yet.</summary>
    internal bool IsFinal { get; set; }

    internal bool HasLoop { get; set; }

    /// <summary>True when a statement may stand in it more than once.</summary>
    internal bool HasCopies { get; set; }

    /// <summary>And one more behind the last, where that ends.</summary>
    internal FlowBlock[] Blocks { get; set; } = [];

    internal FlowEdge[] Edges { get; set; } = [];

    internal FlowEvent[] Events { get; set; } = [];

    /// <summary>
    /// True when sets of variables at the start of each block take more memory than any body that somebody means to read: they grow with
    /// the product of both.
    /// </summary>
    internal bool IsTooLargeForSets => (long)BlockCount * Variables.Count > MostBitsOfASet;

    internal int Exit => BlockCount - 2;

    internal int RaiseExit => BlockCount - 1;

    /// <summary>Looked at by all that goes over the blocks until nothing changes.</summary>
    internal CancellationToken Cancellation => model.Cancellation;

    /// <summary>
    /// Whether control ever comes to a statement of this body: No when proven that it doesn't, Yes when a path leads there, Unknown
    /// when that takes a context manager which swallows exceptions for all we know.
    /// </summary>
    internal Answer IsReachable(Stmt statement)
    {
        if (!IsComplete)
        {
            return Answer.Unknown;
        }

        if (!hasReached)
        {
            hasReached = true;
            Reachability.Find(this, model.FlowAnswers);
        }

        return Reachability.ToAnswer(model.FlowAnswers[statement.Index]);
    }

    /// <summary>Whether a variable of this body has a value where the name reads or deletes it.</summary>
    internal Bound BoundAt(Name name)
    {
        if (!IsComplete)
        {
            return Bound.Unknown;
        }

        if (!hasBound)
        {
            hasBound = true;
            BoundAnalysis.Find(this, model.FlowAnswers);
        }

        var answer = BoundAnalysis.ToAnswer(model.FlowAnswers[name.Index]);
        return answer == Bound.Possibly && (correlations ??= new CorrelatedConditions(this)).MayExplain(name) ? Bound.Unknown : answer;
    }

    /// <summary>Whether the value that a place of this body gives to a variable is ever read.</summary>
    internal Answer IsEverRead(Node binder)
    {
        if (!IsComplete)
        {
            return Answer.Unknown;
        }

        if (!hasLive)
        {
            hasLive = true;
            Liveness.Find(this, model.FlowAnswers);
        }

        return Liveness.ToAnswer(model.FlowAnswers[binder.Index]);
    }

    /// <summary>The ways in which statements of this body, which follow each other, can end.</summary>
    internal Completion CompletionOf(Stmt first, Stmt last, NoReturnOracle oracle, ContextManagers unknown)
    {
        if (lastAsked == (first, last, unknown))
        {
            return lastEnds;
        }

        var ends = Endings.Of(this, oracle, StartOf(first), last.SubtreeEnd, unknown);
        if (IsFinal)
        {
            (lastAsked, lastEnds) = ((first, last, unknown), ends);
        }

        return ends;
    }

    /// <summary>Whether a path leads from behind a statement to a name or to the next element of a loop; see <see cref="Paths"/>.</summary>
    internal Answer LeadsTo(Stmt from, Node target, ReadOnlySpan<int> kept) =>
        IsComplete ? Paths.Exist(this, StartOf(from), from, target, kept) ? Answer.Yes : Answer.No : Answer.Unknown;

    /// <summary>The block in which an event happens.</summary>
    internal int BlockOf(int point)
    {
        var (low, high) = (0, BlockCount - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Blocks[middle].Start <= point ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>The event with which a statement starts; of one that was copied any copy will do.</summary>
    private int StartOf(Stmt statement)
    {
        var first = 0;
        while (Events[first].Kind != FlowEventKind.Statement)
        {
            first++;
        }

        if (Events[first].Node == statement.Index)
        {
            return first;
        }

        if (!hasStarts)
        {
            hasStarts = true;
            FindStarts();
        }

        return model.FlowStarts[statement.Index];
    }

    private void FindStarts()
    {
        for (var i = 0; i < Events.Length; i++)
        {
            if (Events[i].Kind == FlowEventKind.Statement)
            {
                model.FlowStarts[Events[i].Node] = i;
            }
        }
    }

    internal ReadOnlySpan<FlowEvent> EventsOf(int block) => Between(Events, Blocks[block].Start, Blocks[block + 1].Start);

    internal ReadOnlySpan<FlowEdge> EdgesOf(int block) => Between(Edges, Blocks[block].FirstEdge, Blocks[block + 1].FirstEdge);

    internal Node NodeAt(int index) => model.Tree.Nodes[index];

    private static ReadOnlySpan<T> Between<T>(T[] items, int start, int end) => items.AsSpan(start, end - start);
}
