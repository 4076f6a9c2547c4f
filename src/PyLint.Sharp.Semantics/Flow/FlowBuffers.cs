using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// Memory in which one graph after another is made and asked, file after file. Who needs it takes it and puts it back, so that a graph
/// which is made meanwhile gets its own. It holds numbers alone, and so keeps no tree alive.
/// </summary>
internal sealed class FlowBuffers
{
    /// <summary>What one very large body took isn't kept.</summary>
    private const int MostKept = 1 << 20;

    [ThreadStatic]
    private static FlowBuffers? idle;

    private ulong[] words = [];
    private byte[] marks = [];
    private byte[] keptMarks = [];

    public WorkList<FlowBlock> Blocks;
    public WorkList<FlowDraftEdge> Edges;
    public WorkList<FlowEvent> Events;

    /// <summary>The blocks in the order in which they start.</summary>
    public WorkList<int> Order;

    /// <summary>By block, its place in that order.</summary>
    public WorkList<int> Numbers;

    public static FlowBuffers Take()
    {
        var taken = idle ?? new FlowBuffers();
        idle = null;
        taken.Blocks.Truncate(0);
        taken.Edges.Truncate(0);
        taken.Events.Truncate(0);
        taken.Order.Truncate(0);
        taken.Numbers.Truncate(0);
        return taken;
    }

    public void PutBack() => idle = words.Length <= MostKept ? this : null;

    /// <summary>So many zeros.</summary>
    public Span<ulong> Words(int count) => Zeros(ref words, count);

    /// <summary>So many zeros.</summary>
    public Span<byte> Marks(int count) => Zeros(ref marks, count);

    /// <summary>So many zeros, which the taker leaves as zeros.</summary>
    public Span<byte> KeptMarks(int count)
    {
        if (keptMarks.Length < count)
        {
            keptMarks = new byte[Math.Max(count, keptMarks.Length * 2)];
        }

        return keptMarks.AsSpan(0, count);
    }

    private static Span<T> Zeros<T>(ref T[] memory, int count)
    {
        if (memory.Length < count)
        {
            memory = new T[Math.Max(count, memory.Length * 2)];
        }
        else
        {
            memory.AsSpan(0, count).Clear();
        }

        return memory.AsSpan(0, count);
    }
}

/// <summary>An edge of a graph in the making.</summary>
/// <param name="Edge">The edge; its target is numbered as the builder made it.</param>
/// <param name="Next">The edge out of the same block that was added before, or -1.</param>
internal readonly record struct FlowDraftEdge(FlowEdge Edge, int Next);
