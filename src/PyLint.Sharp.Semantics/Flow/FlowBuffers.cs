using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// Memory in which one graph after another is made. A builder takes the lists out and puts them back, so that one which starts
/// meanwhile makes its own. What stays behind in them refers to the tree of the model, which lives as long.
/// </summary>
internal sealed class FlowBuffers
{
    private WorkList<FlowBlock> blocks;
    private WorkList<FlowEdge> edges;
    private WorkList<FlowEvent> events;

    public void Take(out WorkList<FlowBlock> blocks, out WorkList<FlowEdge> edges, out WorkList<FlowEvent> events)
    {
        (blocks, edges, events) = (this.blocks, this.edges, this.events);
        (this.blocks, this.edges, this.events) = (default, default, default);
        blocks.Truncate(0);
        edges.Truncate(0);
        events.Truncate(0);
    }

    public void PutBack(in WorkList<FlowBlock> blocks, in WorkList<FlowEdge> edges, in WorkList<FlowEvent> events) =>
        (this.blocks, this.edges, this.events) = (blocks, edges, events);
}
