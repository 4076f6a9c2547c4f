using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>Lays a finished tree out in preorder. Iterative, so that no depth of nesting can exhaust the stack.</summary>
internal static class TreeNumbering
{
    private const int LongList = 32;

    public static ImmutableArray<Node> Number(Module root)
    {
        var pending = new NodeStack(64);
        var nodes = new NodeStack(256);
        pending.Push(root);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            node.Index = nodes.Count;
            node.SubtreeEnd = node.Index + 1;
            nodes.Push(node);

            var before = pending.Count;
            node.PushChildren(ref pending);
            var children = pending[before..];
            if (node.HasInterleavedChildren)
            {
                SortByStart(children);
            }

            foreach (var child in children)
            {
                child.Parent = node;
            }

            children.Reverse();
        }

        var order = nodes[..].ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var parent = order[i].Parent!;
            parent.SubtreeEnd = Math.Max(parent.SubtreeEnd, order[i].SubtreeEnd);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(order);
    }

    /// <summary>Equal starts must keep their order. Insertion sort, because most lists are short and nearly in order.</summary>
    private static void SortByStart(Span<Node> nodes)
    {
        if (nodes.Length > LongList)
        {
            SortLongByStart(nodes);
            return;
        }

        for (var i = 1; i < nodes.Length; i++)
        {
            var node = nodes[i];
            var j = i;
            for (; j > 0 && nodes[j - 1].Span.Start > node.Span.Start; j--)
            {
                nodes[j] = nodes[j - 1];
            }

            nodes[j] = node;
        }
    }

    /// <summary>A table of data may have 100,000 keys before its first value.</summary>
    private static void SortLongByStart(Span<Node> nodes)
    {
        var keys = new (int Start, int Place)[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
        {
            keys[i] = (nodes[i].Span.Start, i);
        }

        keys.AsSpan().Sort(nodes);
    }
}
