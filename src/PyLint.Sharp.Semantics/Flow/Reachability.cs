namespace PyLint.Sharp.Semantics.Flow;

/// <summary>Which statements control comes to. Copies of a statement count together.</summary>
internal static class Reachability
{
    private const byte Seen = 1;
    private const byte Weakly = 3;
    private const byte Surely = 7;

    /// <summary>Nearly all statements are reached, so nothing is noted for those that have no copy which isn't.</summary>
    public static Answer ToAnswer(ushort found) => (found & Surely) switch
    {
        0 or Surely => Answer.Yes,
        Seen => Answer.No,
        _ => Answer.Unknown,
    };

    /// <param name="graph">The graph.</param>
    /// <param name="answers">By node: each statement of the body gets what <see cref="ToAnswer"/> understands.</param>
    public static void Find(FlowGraph graph, ushort[] answers)
    {
        var buffers = FlowBuffers.Take();
        var reached = buffers.Marks(graph.BlockCount);
        reached[FlowGraph.Entry] = Surely;
        while (Pass(graph, reached))
        {
        }

        for (var block = 0; block < reached.Length; block++)
        {
            if (reached[block] != Surely || graph.HasCopies)
            {
                Note(graph.EventsOf(block), (ushort)(Seen | reached[block]), answers);
            }
        }

        buffers.PutBack();
    }

    /// <returns>True when more of a block became reachable that had been left behind.</returns>
    private static bool Pass(FlowGraph graph, Span<byte> reached)
    {
        var again = false;
        for (var block = 0; block < reached.Length; block++)
        {
            var how = reached[block];
            if (how == 0)
            {
                continue;
            }

            again |= MayRaise(graph, block) && Reach(reached, block, graph.Blocks[block].Handler, how);
            foreach (var edge in graph.EdgesOf(block))
            {
                again |= Reach(reached, block, edge.Target, edge.IsWeak ? Weakly : how);
            }
        }

        return again;
    }

    private static bool MayRaise(FlowGraph graph, int block)
    {
        foreach (var point in graph.EventsOf(block))
        {
            if (point.Kind == FlowEventKind.MayRaise || (point.Kind == FlowEventKind.Read && graph.Variables.RaisesUnbound(point.Variable)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Reach(Span<byte> reached, int from, int block, byte how)
    {
        var isNew = (reached[block] | how) != reached[block];
        reached[block] |= how;
        return isNew && block <= from;
    }

    private static void Note(ReadOnlySpan<FlowEvent> events, ushort found, ushort[] answers)
    {
        foreach (var point in events)
        {
            if (point.Kind == FlowEventKind.Statement)
            {
                answers[point.Node] |= found;
            }
        }
    }
}
