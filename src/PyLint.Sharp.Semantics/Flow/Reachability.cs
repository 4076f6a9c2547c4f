namespace PyLint.Sharp.Semantics.Flow;

/// <summary>Which statements control comes to. Copies of a statement count together.</summary>
internal static class Reachability
{
    private const byte Seen = 1;
    private const byte Weakly = 3;
    private const byte Surely = 7;

    public static Answer ToAnswer(ushort found) => (found & Surely) switch
    {
        Surely => Answer.Yes,
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
        while (Pass(graph, reached, answers))
        {
        }

        buffers.PutBack();
    }

    /// <returns>True when more of a block became reachable that had been left behind.</returns>
    private static bool Pass(FlowGraph graph, Span<byte> reached, ushort[] answers)
    {
        var again = false;
        for (var block = 0; block < reached.Length; block++)
        {
            var how = reached[block];
            var raises = false;
            foreach (var point in graph.EventsOf(block))
            {
                switch (point.Kind)
                {
                    case FlowEventKind.Statement:
                        answers[point.Node] |= (ushort)(Seen | how);
                        break;
                    case FlowEventKind.MayRaise:
                        raises = true;
                        break;
                    case FlowEventKind.Read when !raises:
                        raises = graph.Variables.RaisesUnbound(point.Variable);
                        break;
                }
            }

            if (how == 0)
            {
                continue;
            }

            again |= raises && Reach(reached, block, graph.Blocks[block].Handler, how);
            foreach (var edge in graph.EdgesOf(block))
            {
                again |= Reach(reached, block, edge.Target, edge.IsWeak ? Weakly : how);
            }
        }

        return again;
    }

    private static bool Reach(Span<byte> reached, int from, int block, byte how)
    {
        var isNew = (reached[block] | how) != reached[block];
        reached[block] |= how;
        return isNew && block <= from;
    }
}
