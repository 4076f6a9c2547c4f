using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>The nodes of one kind in a part of a tree, in preorder. Looks at the kinds alone, many at a time, and touches no other node.</summary>
/// <typeparam name="T">The type of the nodes.</typeparam>
public ref struct NodeSearch<T>
    where T : Node, INodeType
{
    private readonly ReadOnlySpan<Node> nodes;
    private readonly ReadOnlySpan<byte> kinds;
    private readonly byte wanted;
    private int current;

    internal NodeSearch(ReadOnlySpan<Node> nodes, ReadOnlySpan<NodeKind> kinds)
    {
        this.nodes = nodes;
        this.kinds = MemoryMarshal.AsBytes(kinds);
        wanted = (byte)T.StaticKind;
        current = -1;
    }

    /// <summary>The node that was found; a kind has one type.</summary>
    public readonly T Current => Unsafe.As<T>(nodes[current]);

    /// <summary>For <c>foreach</c>.</summary>
    public readonly NodeSearch<T> GetEnumerator() => this;

    /// <summary>Goes on to the next node of the kind; false when there is none.</summary>
    public bool MoveNext()
    {
        var next = kinds[(current + 1)..].IndexOf(wanted);
        current += next + 1;
        return next >= 0;
    }
}
