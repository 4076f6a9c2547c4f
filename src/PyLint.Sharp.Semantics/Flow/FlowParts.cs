using PyLint.Sharp.Syntax.Nodes;

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

/// <param name="Kind">What happens.</param>
/// <param name="Node">Where, as an index into the tree's nodes.</param>
/// <param name="Variable">Whose value is concerned, or -1.</param>
internal readonly record struct FlowEvent(FlowEventKind Kind, int Node, int Variable);

/// <summary>Why control goes from one block to another.</summary>
internal enum FlowEdgeKind : byte
{
    Normal,
    True,
    False,

    /// <summary>Something was raised.</summary>
    Exceptional,

    /// <summary>
    /// Possible, but nothing to rest a finding on: a context manager that nobody knows swallows an exception, or Ctrl-C comes where
    /// nothing else raises.
    /// </summary>
    Weak,
}

/// <param name="Target">The block that follows.</param>
/// <param name="Kind">When.</param>
/// <param name="Next">The next edge out of the same block, or -1.</param>
internal readonly record struct FlowEdge(int Target, FlowEdgeKind Kind, int Next);

/// <summary>Events that follow each other.</summary>
internal struct FlowBlock
{
    /// <summary>The first event.</summary>
    public int Start;

    /// <summary>The index behind the last event.</summary>
    public int End;

    /// <summary>The edge that was added last, or -1.</summary>
    public int FirstEdge;

    /// <summary>Where the block's <see cref="FlowEventKind.MayRaise"/> lead to.</summary>
    public int Handler;

    /// <summary>What decides between the edges <see cref="FlowEdgeKind.True"/> and <see cref="FlowEdgeKind.False"/>; null otherwise.</summary>
    public Expr? Test;
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
