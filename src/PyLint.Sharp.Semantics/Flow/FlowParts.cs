namespace PyLint.Sharp.Semantics.Flow;

/// <summary>What happens at one point of a block.</summary>
internal enum FlowEventKind : byte
{
    /// <summary>A statement starts.</summary>
    Statement,

    /// <summary>A variable is read, or deleted, and Python raises when it has no value.</summary>
    Read,

    /// <summary>Code is made that reads the variable when it is run, at some later time.</summary>
    DeferredRead,

    /// <summary>A variable gets a value.</summary>
    Bind,

    /// <summary>A variable loses its value.</summary>
    Unbind,

    /// <summary>Something may raise.</summary>
    MayRaise,
}

/// <param name="kind">What happens.</param>
/// <param name="node">Where, as an index into the tree's nodes.</param>
/// <param name="variable">Whose value is concerned, or -1.</param>
internal readonly struct FlowEvent(FlowEventKind kind, int node, int variable)
{
    private readonly int data = (variable << 3) | (int)kind;

    public FlowEventKind Kind => (FlowEventKind)(data & 7);

    public int Node { get; } = node;

    public int Variable => data >> 3;
}

/// <summary>Why control goes from one block to another.</summary>
internal enum FlowEdgeKind : byte
{
    Normal,
    True,
    False,
    Break,
    Continue,
    Return,

    /// <summary>The statement raises.</summary>
    Exceptional,

    /// <summary>An exception that came to the block that <see cref="FlowBlock.PassesFrom"/> names goes on.</summary>
    Pass,

    /// <summary>Possible, but nothing to rest a finding on: Ctrl-C comes where nothing else raises.</summary>
    Weak,

    /// <summary>As weak: a context manager that nobody knows swallows an exception.</summary>
    Swallowed,
}

/// <param name="target">The block that follows.</param>
/// <param name="kind">When.</param>
internal readonly struct FlowEdge(int target, FlowEdgeKind kind)
{
    private readonly int data = (target << 4) | (int)kind;

    public FlowEdgeKind Kind => (FlowEdgeKind)(data & 15);

    public int Target => data >> 4;

    public bool IsWeak => Kind >= FlowEdgeKind.Weak;
}

/// <summary>Events that follow each other. Events and edges end where those of the next block start.</summary>
internal struct FlowBlock
{
    /// <summary>The first event.</summary>
    public int Start;

    /// <summary>The first edge.</summary>
    public int FirstEdge;

    /// <summary>Where the block's <see cref="FlowEventKind.MayRaise"/> lead to.</summary>
    public int Handler;

    /// <summary>
    /// The condition that decides between the edges <see cref="FlowEdgeKind.True"/> and <see cref="FlowEdgeKind.False"/>, as an index
    /// into the tree's nodes; -1 otherwise.
    /// </summary>
    public int Test;

    /// <summary>The innermost statement in which the block starts, as an index into the tree's nodes; -1 for the ways out of the body.</summary>
    public int Owner;

    /// <summary>The block to which the exceptions came that go on from here; -1 otherwise.</summary>
    public int PassesFrom;
}

/// <summary>Whether a variable has a value at a point.</summary>
public enum Bound
{
    /// <summary>The file doesn't tell: other code changes the variable, or whether a path is possible depends on what isn't known.</summary>
    Unknown,

    /// <summary>On every path.</summary>
    Always,

    /// <summary>On some paths and not on others, when conditions are free.</summary>
    Possibly,

    /// <summary>On no path: Python raises <c>UnboundLocalError</c>, or looks further out in a module or class.</summary>
    Never,

    /// <summary>No path leads here.</summary>
    Unreachable,
}
