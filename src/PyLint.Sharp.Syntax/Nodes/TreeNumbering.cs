using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>
/// Lays finished trees out in preorder. Iterative, so that no depth of nesting can exhaust the stack. Belongs to one thread, and works
/// in the same arrays for all its trees.
/// </summary>
internal sealed class TreeNumbering
{
    private const int UsualCount = 8192;
    private const int MostKept = UsualCount * 8;

    private NodeStack pending = new(1024);
    private Node[] nodes = new Node[UsualCount];
    private NodeKind[] kinds = new NodeKind[UsualCount];

    public (ImmutableArray<Node> Nodes, ImmutableArray<NodeKind> Kinds) Number(Module root)
    {
        var count = 0;
        pending.Push(root, parent: null);
        while (pending.Count > 0)
        {
            if (count == nodes.Length)
            {
                Array.Resize(ref nodes, count * 2);
                Array.Resize(ref kinds, count * 2);
            }

            var node = pending.Pop();
            node.Index = count;

            // By a span, which is asked once whether it may hold any node; an array asks at each store.
            nodes.AsSpan()[count] = node;
            kinds[count] = node.Kind;
            count++;
            node.SubtreeEnd = count;
            node.PushChildren(ref pending);
        }

        var order = nodes.AsSpan(0, count).ToArray();
        var kindOrder = kinds.AsSpan(0, count).ToArray();
        Release(count);
        for (var i = order.Length - 1; i > 0; i--)
        {
            var parent = order[i].Parent!;
            parent.SubtreeEnd = Math.Max(parent.SubtreeEnd, order[i].SubtreeEnd);
        }

        return (ImmutableCollectionsMarshal.AsImmutableArray(order), ImmutableCollectionsMarshal.AsImmutableArray(kindOrder));
    }

    /// <summary>What lives on must not hold a tree in memory, nor arrays that a rare tree made long.</summary>
    private void Release(int count)
    {
        pending.Release();
        if (nodes.Length > MostKept)
        {
            nodes = new Node[UsualCount];
            kinds = new NodeKind[UsualCount];
        }
        else
        {
            Array.Clear(nodes, 0, count);
        }
    }
}
