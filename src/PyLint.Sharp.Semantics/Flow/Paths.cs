using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// Whether a path leads from behind a statement to another place of its body. Paths that only a swallowed exception or Ctrl-C opens
/// don't count.
/// </summary>
internal ref struct Paths
{
    private readonly FlowGraph graph;
    private readonly Stmt from;
    private readonly int target;

    /// <summary>The kind of the event that is searched for; of a loop it is the step to its next element, which may raise.</summary>
    private readonly bool isLoop;
    private readonly ReadOnlySpan<int> kept;
    private readonly FlowBuffers buffers;
    private readonly Span<byte> visited;

    private Paths(FlowGraph graph, Stmt from, Node target, ReadOnlySpan<int> kept, FlowBuffers buffers)
    {
        (this.graph, this.from, this.target, this.buffers) = (graph, from, target.Index, buffers);
        isLoop = target is ForStatement;
        this.kept = kept;
        visited = buffers.Marks(graph.BlockCount);
    }

    /// <param name="graph">The graph of the body.</param>
    /// <param name="start">The event with which the statement starts.</param>
    /// <param name="from">The statement; what happens in it is left aside until it is reached again.</param>
    /// <param name="target">A name that is read, or a loop that takes its next element.</param>
    /// <param name="kept">The variables that must not be bound on the way.</param>
    public static bool Exist(FlowGraph graph, int start, Stmt from, Node target, ReadOnlySpan<int> kept)
    {
        var buffers = FlowBuffers.Take();
        var found = new Paths(graph, from, target, kept, buffers).Search(start);
        buffers.PutBack();
        return found;
    }

    private bool Search(int start)
    {
        var block = graph.BlockOf(start);
        if (Walk(block, start + 1 - graph.Blocks[block].Start))
        {
            return true;
        }

        for (var i = 0; i < buffers.Order.Count; i++)
        {
            graph.Cancellation.ThrowIfCancellationRequested();
            if (Walk(buffers.Order[i], 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>True when the target is in the block.</returns>
    private readonly bool Walk(int number, int firstEvent)
    {
        // The statement itself may take several blocks: all that start inside of it.
        var isInside = firstEvent > 0 || graph.Blocks[number].Owner == from.Index;
        foreach (var point in graph.EventsOf(number)[firstEvent..])
        {
            if (isInside && point.Node >= from.Index && point.Node < from.SubtreeEnd)
            {
                continue;
            }

            isInside = false;
            switch (point.Kind)
            {
                case FlowEventKind.Statement when point.Node == target:
                    // The loop starts anew, with what its iterable is then.
                    return false;
                case FlowEventKind.Read or FlowEventKind.DeferredRead when point.Node == target:
                case FlowEventKind.MayRaise when isLoop && point.Node == target:
                    return true;
                case FlowEventKind.Bind or FlowEventKind.Unbind when kept.Contains(point.Variable):
                    return false;
                case FlowEventKind.MayRaise:
                    Come(graph.Blocks[number].Handler);
                    break;
            }
        }

        foreach (var edge in graph.EdgesOf(number))
        {
            if (!edge.IsWeak)
            {
                Come(edge.Target);
            }
        }

        return false;
    }

    private readonly void Come(int block)
    {
        if (visited[block] == 0)
        {
            visited[block] = 1;
            buffers.Order.Add(block);
        }
    }
}
