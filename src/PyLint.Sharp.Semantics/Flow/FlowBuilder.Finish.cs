using System.Runtime.InteropServices;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>The draft becomes the graph: blocks in the order of control, each with its edges in a row.</summary>
internal ref partial struct FlowBuilder
{
    private void Finish()
    {
        buffers.Order.Add(Exit);
        buffers.Order.Add(RaiseExit);
        buffers.Blocks[Exit].Start = buffers.Blocks[RaiseExit].Start = buffers.Events.Count;
        for (var number = 0; number < buffers.Order.Count; number++)
        {
            buffers.Numbers.Add(0);
        }

        for (var number = 0; number < buffers.Order.Count; number++)
        {
            buffers.Numbers[buffers.Order[number]] = number;
        }

        graph.Blocks = new FlowBlock[buffers.Order.Count + 1];
        graph.Edges = new FlowEdge[buffers.Edges.Count];
        graph.Events = ImmutableCollectionsMarshal.AsArray(buffers.Events.ToImmutable())!;
        var edgeCount = 0;
        for (var number = 0; number < buffers.Order.Count; number++)
        {
            var block = buffers.Blocks[buffers.Order[number]];
            block.Handler = buffers.Numbers[block.Handler];
            block.PassesFrom = block.PassesFrom < 0 ? -1 : buffers.Numbers[block.PassesFrom];
            var draft = block.FirstEdge;
            block.FirstEdge = edgeCount;
            while (draft >= 0)
            {
                var (edge, next) = buffers.Edges[draft];
                var target = buffers.Numbers[edge.Target];
                graph.HasLoop |= target <= number;
                graph.Edges[edgeCount++] = new FlowEdge(target, edge.Kind);
                draft = next;
            }

            graph.Blocks[number] = block;
        }

        graph.Blocks[^1] = new FlowBlock { Start = buffers.Events.Count, FirstEdge = edgeCount };
    }
}
