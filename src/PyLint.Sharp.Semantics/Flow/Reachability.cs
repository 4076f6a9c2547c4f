using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>Which statements control comes to.</summary>
internal static class Reachability
{
    /// <summary>The statement stands in the graph.</summary>
    public const byte Seen = 1;

    /// <summary>A path leads there, but only over weak edges.</summary>
    public const byte Weakly = 3;

    /// <summary>A path leads there.</summary>
    public const byte Surely = 7;

    /// <summary>For each node of the body one of the values above, or 0. Copies of a statement count together.</summary>
    public static byte[] Of(FlowGraph graph)
    {
        var blocks = new byte[graph.BlockCount];
        var waiting = default(WorkList<int>);
        Reach(FlowBuilder.Entry, Surely);
        while (waiting.Count > 0)
        {
            var block = waiting.Pop();
            var how = blocks[block];
            for (var i = graph.Blocks[block].FirstEdge; i >= 0; i = graph.Edges[i].Next)
            {
                Reach(graph.Edges[i].Target, graph.Edges[i].Kind == FlowEdgeKind.Weak ? Weakly : how);
            }

            if (MayRaise(graph, block))
            {
                Reach(graph.Blocks[block].Handler, how);
            }
        }

        return ByNode(graph, blocks);

        void Reach(int block, byte how)
        {
            if ((blocks[block] | how) != blocks[block])
            {
                blocks[block] |= how;
                waiting.Add(block);
            }
        }
    }

    private static bool MayRaise(FlowGraph graph, int block)
    {
        for (var i = graph.Blocks[block].Start; i < graph.Blocks[block].End; i++)
        {
            var point = graph.Events[i];
            if (point.Kind == FlowEventKind.MayRaise || (point.Kind == FlowEventKind.Read && graph.Variables.RaisesUnbound(point.Variable)))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] ByNode(FlowGraph graph, byte[] blocks)
    {
        var nodes = new byte[graph.Scope.SubtreeEnd - graph.Scope.Index];
        for (var block = 0; block < blocks.Length; block++)
        {
            for (var i = graph.Blocks[block].Start; i < graph.Blocks[block].End; i++)
            {
                if (graph.Events[i].Kind == FlowEventKind.Statement)
                {
                    nodes[graph.Events[i].Node - graph.Scope.Index] |= (byte)(Seen | blocks[block]);
                }
            }
        }

        return nodes;
    }
}
