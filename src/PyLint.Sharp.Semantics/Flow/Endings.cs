using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// How a run of statements ends, read off the graph: the edges that lead out of the blocks which control comes to from the first of
/// them. An exception counts from the statement that raises it by name, past the handlers and <c>finally</c> that let it go on.
/// </summary>
internal ref struct Endings
{
    private const byte Visited = 1;
    private const Completion Thrown = Completion.Raises | Completion.Exits;

    private readonly FlowGraph graph;
    private readonly NoReturnOracle oracle;
    private readonly int first;
    private readonly int end;
    private readonly bool maySwallow;
    private readonly FlowBuffers buffers;

    /// <summary>For each block whether control comes there, and which of <see cref="Thrown"/> do.</summary>
    private readonly Span<byte> marks;
    private Completion result;

    private Endings(FlowGraph graph, NoReturnOracle oracle, int first, int end, ContextManagers unknown, FlowBuffers buffers)
    {
        (this.graph, this.oracle, this.first, this.end, this.buffers) = (graph, oracle, first, end, buffers);
        maySwallow = unknown == ContextManagers.MaySwallow;
        marks = buffers.KeptMarks(graph.BlockCount);
    }

    /// <param name="graph">The graph of the body.</param>
    /// <param name="oracle">What knows how a statement leaves by an exception.</param>
    /// <param name="start">The event with which the first statement starts.</param>
    /// <param name="end">The index of the node behind the last statement.</param>
    /// <param name="unknown">What to assume of context managers that the model doesn't know.</param>
    public static Completion Of(FlowGraph graph, NoReturnOracle oracle, int start, int end, ContextManagers unknown)
    {
        var buffers = FlowBuffers.Take();
        var endings = new Endings(graph, oracle, graph.Events[start].Node, end, unknown, buffers);
        endings.Run(start);
        buffers.PutBack();
        return endings.result;
    }

    private void Run(int start)
    {
        ref var visited = ref buffers.Order;
        var block = graph.BlockOf(start);
        Leave(block, start - graph.Blocks[block].Start);
        for (var i = 0; i < visited.Count; i++)
        {
            Leave(visited[i], 0);
        }

        while (PassOn())
        {
        }

        // Others that ask find zeros, without a look at all blocks of a large graph.
        for (var i = 0; i < visited.Count; i++)
        {
            marks[visited[i]] = 0;
        }
    }

    private readonly bool IsInside(int node) => node >= first && node < end;

    private readonly bool IsBlockInside(int block) => IsInside(graph.Blocks[block].Owner);

    private readonly void Come(int block)
    {
        if ((marks[block] & Visited) == 0)
        {
            marks[block] |= Visited;
            buffers.Order.Add(block);
        }
    }

    /// <summary>Follows a block from one of its events to its end, or out of the statements.</summary>
    private void Leave(int number, int firstEvent)
    {
        ref readonly var block = ref graph.Blocks[number];
        var statement = block.Owner;
        foreach (var point in graph.EventsOf(number)[firstEvent..])
        {
            if (point.Kind is FlowEventKind.MayRaise or FlowEventKind.Read)
            {
                if (IsBlockInside(block.Handler))
                {
                    Come(block.Handler);
                }
            }
            else if (point.Kind == FlowEventKind.Statement)
            {
                statement = point.Node;
                if (!IsInside(statement))
                {
                    result |= Completion.FallsThrough;
                    return;
                }
            }
        }

        foreach (var edge in graph.EdgesOf(number))
        {
            Follow(edge, statement);
        }
    }

    private void Follow(FlowEdge edge, int statement)
    {
        if (edge.Kind == FlowEdgeKind.Exceptional)
        {
            Throw(edge.Target, oracle.CompletionOfRaising((Stmt)graph.NodeAt(statement)));
        }

        if (edge.Kind == FlowEdgeKind.Swallowed && !maySwallow)
        {
            return;
        }

        if (IsBlockInside(edge.Target))
        {
            Come(edge.Target);
            return;
        }

        result |= edge.Kind switch
        {
            FlowEdgeKind.Break => Completion.Breaks,
            FlowEdgeKind.Continue => Completion.Continues,
            FlowEdgeKind.Return => Completion.Returns,
            FlowEdgeKind.Exceptional or FlowEdgeKind.Pass => Completion.None,
            _ => Completion.FallsThrough,
        };
    }

    /// <returns>True when that is news.</returns>
    private bool Throw(int block, Completion thrown)
    {
        if (!IsBlockInside(block))
        {
            result |= thrown;
            return false;
        }

        Come(block);
        var before = marks[block];
        marks[block] |= (byte)thrown;
        return marks[block] != before;
    }

    private bool PassOn()
    {
        var again = false;
        for (var i = 0; i < buffers.Order.Count; i++)
        {
            var block = buffers.Order[i];
            if (graph.Blocks[block].PassesFrom is >= 0 and var raised)
            {
                foreach (var edge in graph.EdgesOf(block))
                {
                    again |= edge.Kind == FlowEdgeKind.Pass && Throw(edge.Target, (Completion)marks[raised] & Thrown);
                }
            }
        }

        return again;
    }
}
