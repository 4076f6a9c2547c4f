using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// Makes the graph of one body. Recursive over statements, whose nesting the tokenizer limits, and over expressions that branch, down
/// to a fixed depth; all other expressions are slices of nodes, read in a loop.
/// </summary>
internal ref partial struct FlowBuilder
{
    /// <summary>As the builder numbers them; in the graph they are the last two.</summary>
    private const int Exit = 1;
    private const int RaiseExit = 2;

    private readonly FlowGraph graph;
    private readonly SemanticModel model;
    private readonly NoReturnOracle oracle;
    private readonly FlowBuffers buffers = FlowBuffers.Take();
    private readonly ImmutableArray<Node> nodes;
    private readonly ImmutableArray<NodeKind> kinds;
    private readonly FlowVariables variables;
    private readonly Scope scope;
    private WorkList<Frame> frames;
    private int current;
    private int statement = -1;
    private int handler = RaiseExit;
    private bool hasRaisePoint;
    private int copies;
    private int depth;
    private bool isDeferred;

    private FlowBuilder(FlowGraph graph, SemanticModel model, NoReturnOracle oracle)
    {
        (this.graph, this.model, this.oracle) = (graph, model, oracle);
        (variables, scope) = (graph.Variables, graph.OwnScope);
        nodes = model.Tree.Nodes;
        kinds = model.Tree.Kinds;
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

    /// <summary>Makes an empty graph complete.</summary>
    public static void Build(FlowGraph graph, SemanticModel model, NoReturnOracle oracle) => new FlowBuilder(graph, model, oracle).Build();

    private void Build()
    {
        graph.IsComplete = true;
        Start(NewBlock());
        NewBlock();
        NewBlock();
        switch (scope.Node)
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
        Finish();
        buffers.PutBack();
    }

    /// <summary>All parameters count as variables, so that one that is never read is followed too.</summary>
    private void Parameters(Arguments arguments)
    {
        for (var i = arguments.Index; i < arguments.SubtreeEnd; i++)
        {
            if (nodes[i] is Arg arg && arg.Parent == arguments)
            {
                Emit(FlowEventKind.Bind, arg, OwnVariable(arg));
            }
        }
    }

    private int NewBlock()
    {
        buffers.Blocks.Add(new FlowBlock { FirstEdge = -1, Handler = handler, Test = -1, Owner = -1, PassesFrom = -1 });
        return buffers.Blocks.Count - 1;
    }

    /// <summary>Ends the current block, and goes on with one that was made before.</summary>
    private void Start(int block)
    {
        current = block;
        ref var started = ref buffers.Blocks[block];
        started.Start = buffers.Events.Count;
        started.Handler = handler;
        started.Owner = statement;
        buffers.Order.Add(block);
        hasRaisePoint = false;
    }

    private void Link(int from, int to, FlowEdgeKind kind = FlowEdgeKind.Normal)
    {
        ref var first = ref buffers.Blocks[from].FirstEdge;
        buffers.Edges.Add(new FlowDraftEdge(new FlowEdge(to, kind), first));
        first = buffers.Edges.Count - 1;
    }

    /// <summary>What was raised to a block goes on to the handler around.</summary>
    private void Pass(int from, int to, int raised)
    {
        Link(from, to, FlowEdgeKind.Pass);
        buffers.Blocks[from].PassesFrom = raised;
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
            buffers.Events.Add(new FlowEvent(kind, node.Index, variable));
            hasRaisePoint &= kind is FlowEventKind.Read or FlowEventKind.DeferredRead;
        }
    }

    /// <summary>One such point is enough until the next variable changes: reads in between only make more certain what is known.</summary>
    private void MayRaise(Node node)
    {
        if (!hasRaisePoint && !isDeferred)
        {
            buffers.Events.Add(new FlowEvent(FlowEventKind.MayRaise, node.Index, -1));
            hasRaisePoint = true;
        }
    }

    private int OwnVariable(Node binder) => variables.NumberOf(model.SymbolBoundBy(binder));

    private void Leave(FlowEdgeKind kind, Node node)
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
                    buffers.Blocks[current].Handler = frames[i].Handler;
                    MayRaise(node);
                    break;
                case FrameKind.Loop when kind != FlowEdgeKind.Return:
                    GoTo(kind == FlowEdgeKind.Break ? frames[i].Break : frames[i].Continue, kind);
                    return;
                case FrameKind.Finally:
                    GoTo(FinallyEntry(i, kind), kind);
                    return;
            }
        }

        // A break or continue comes here in a file with syntax errors only.
        GoTo(Exit, kind);
    }

    private int FinallyEntry(int frame, FlowEdgeKind kind)
    {
        ref var found = ref frames[frame];
        var entry = kind switch { FlowEdgeKind.Break => found.Break, FlowEdgeKind.Continue => found.Continue, _ => found.Return };
        if (entry >= 0)
        {
            return entry;
        }

        entry = NewBlock();
        (kind == FlowEdgeKind.Break ? ref found.Break : ref kind == FlowEdgeKind.Continue ? ref found.Continue : ref found.Return) = entry;
        return entry;
    }
}
