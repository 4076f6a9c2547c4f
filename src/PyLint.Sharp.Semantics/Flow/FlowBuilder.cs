using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// Makes the graph of one body. Recursive over statements, whose nesting the tokenizer limits, and over expressions that branch, down
/// to a fixed depth; all other expressions are slices of nodes, read in a loop.
/// </summary>
internal sealed partial class FlowBuilder
{
    public const int Entry = 0;
    public const int Exit = 1;
    public const int RaiseExit = 2;

    private readonly SemanticModel model;
    private readonly NoReturnOracle oracle;
    private readonly FlowBuffers buffers;
    private readonly ImmutableArray<Node> nodes;
    private readonly FlowVariables variables;
    private readonly Scope scope;
    private WorkList<FlowBlock> blocks;
    private WorkList<FlowEdge> edges;
    private WorkList<FlowEvent> events;
    private WorkList<Frame> frames;
    private int current;
    private int handler = RaiseExit;
    private bool hasRaisePoint;

    public FlowBuilder(SemanticModel model, NoReturnOracle oracle, FlowBuffers buffers, Scope scope)
    {
        (this.model, this.oracle, this.buffers, this.scope) = (model, oracle, buffers, scope);
        nodes = model.Tree.Nodes;
        variables = new FlowVariables(model, scope);
    }

    /// <summary>False when expressions nest deeper than anybody writes: then the graph knows nothing.</summary>
    public bool IsComplete { get; private set; } = true;

    private enum JumpKind
    {
        Break,
        Continue,
        Return,
    }

    private enum FrameKind
    {
        /// <summary>Takes <c>break</c> and <c>continue</c>.</summary>
        Loop,

        /// <summary>Stops every jump, which goes on behind a copy of the <c>finally</c>.</summary>
        Finally,

        /// <summary>A jump out of it calls <c>__exit__</c>.</summary>
        With,

        /// <summary>A jump out of it takes the name of an <c>except … as name</c> away.</summary>
        HandlerName,
    }

    /// <summary>What a jump passes on its way out. -1 where no block has been asked for yet.</summary>
    private struct Frame
    {
        public FrameKind Kind;
        public int Break;
        public int Continue;
        public int Return;
        public int Handler;
        public int Variable;
        public int Node;
    }

    public FlowGraph Build(Node node)
    {
        buffers.Take(out blocks, out edges, out events);
        current = NewBlock();
        NewBlock();
        NewBlock();
        switch (node)
        {
            case Module module:
                Body(module.Body);
                break;
            case FunctionDefinition function:
                Parameters(function.Args);
                Body(function.Body);
                break;
            case ClassDef definition:
                Body(definition.Body);
                break;
            case Lambda lambda:
                Parameters(lambda.Args);
                Evaluate(lambda.Body);
                break;
        }

        Link(current, Exit);
        blocks[current].End = events.Count;
        var graph = new FlowGraph(model.Tree, node, variables, IsComplete, blocks.ToImmutable(), edges.ToImmutable(), events.ToImmutable());
        buffers.PutBack(blocks, edges, events);
        return graph;
    }

    /// <summary>All parameters count as variables, so that one that is never read is followed too.</summary>
    private void Parameters(Arguments arguments)
    {
        for (var i = arguments.Index; i < arguments.SubtreeEnd; i++)
        {
            if (nodes[i] is Arg arg && arg.Parent == arguments)
            {
                Emit(FlowEventKind.Bind, arg, OwnVariable(arg, arg.Name.Text));
            }
        }
    }

    private int NewBlock()
    {
        blocks.Add(new FlowBlock { FirstEdge = -1, Handler = handler });
        return blocks.Count - 1;
    }

    /// <summary>Ends the current block, and goes on with one that was made before.</summary>
    private void Start(int block)
    {
        blocks[current].End = events.Count;
        current = block;
        blocks[block].Start = events.Count;
        blocks[block].Handler = handler;
        hasRaisePoint = false;
    }

    private void Link(int from, int to, FlowEdgeKind kind = FlowEdgeKind.Normal)
    {
        edges.Add(new FlowEdge(to, kind, blocks[from].FirstEdge));
        blocks[from].FirstEdge = edges.Count - 1;
    }

    /// <summary>Goes on in a new block, which takes the handler that is valid now.</summary>
    private void Continue()
    {
        var next = NewBlock();
        Link(current, next);
        Start(next);
    }

    /// <summary>Goes to a block; what stands behind is unreachable unless something else leads there.</summary>
    private void GoTo(int target, FlowEdgeKind kind = FlowEdgeKind.Normal)
    {
        Link(current, target, kind);
        Start(NewBlock());
    }

    private void Emit(FlowEventKind kind, Node node, int variable)
    {
        if (variable >= 0)
        {
            events.Add(new FlowEvent(kind, node.Index, variable));
            hasRaisePoint &= kind is FlowEventKind.Read or FlowEventKind.DeferredRead;
        }
    }

    /// <summary>One such point is enough until the next variable changes: reads in between only make more certain what is known.</summary>
    private void MayRaise(Node node)
    {
        if (!hasRaisePoint && !isDeferred)
        {
            events.Add(new FlowEvent(FlowEventKind.MayRaise, node.Index, -1));
            hasRaisePoint = true;
        }
    }

    private int OwnVariable(Node node, string name) => variables.NumberOf(model.ScopeOf(node).Entry(name)?.Symbol);

    private void Leave(JumpKind kind, Node node)
    {
        for (var i = frames.Count - 1; i >= 0; i--)
        {
            switch (frames[i].Kind)
            {
                case FrameKind.HandlerName:
                    Emit(FlowEventKind.Unbind, nodes[frames[i].Node], frames[i].Variable);
                    break;
                case FrameKind.With:
                    Continue();
                    blocks[current].Handler = frames[i].Handler;
                    MayRaise(node);
                    break;
                case FrameKind.Loop when kind != JumpKind.Return:
                    GoTo(kind == JumpKind.Break ? frames[i].Break : frames[i].Continue);
                    return;
                case FrameKind.Finally:
                    GoTo(FinallyEntry(i, kind));
                    return;
            }
        }

        // A break or continue comes here in a file with syntax errors only.
        GoTo(Exit);
    }

    private int FinallyEntry(int frame, JumpKind kind)
    {
        ref var found = ref frames[frame];
        var entry = kind switch { JumpKind.Break => found.Break, JumpKind.Continue => found.Continue, _ => found.Return };
        if (entry >= 0)
        {
            return entry;
        }

        entry = NewBlock();
        switch (kind)
        {
            case JumpKind.Break:
                found.Break = entry;
                break;
            case JumpKind.Continue:
                found.Continue = entry;
                break;
            default:
                found.Return = entry;
                break;
        }

        return entry;
    }
}
