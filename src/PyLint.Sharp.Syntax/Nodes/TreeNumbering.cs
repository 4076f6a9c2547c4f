using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>
/// Lays finished trees out in preorder. Iterative, so that no depth of nesting can exhaust the stack. Belongs to one thread, and works
/// in the same arrays for all its trees.
/// </summary>
internal sealed class TreeNumbering
{
    private const int LongList = 32;
    private const int UsualCount = 8192;

    private NodeStack pending = new(1024);
    private NodeStack nodes = new(UsualCount);
    private NodeKind[] kinds = new NodeKind[UsualCount];

    public (ImmutableArray<Node> Nodes, ImmutableArray<NodeKind> Kinds) Number(Module root)
    {
        pending.Push(root);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            node.Index = nodes.Count;
            node.SubtreeEnd = node.Index + 1;
            nodes.Push(node);
            var kind = node.Kind;
            if (node.Index == kinds.Length)
            {
                Array.Resize(ref kinds, kinds.Length * 2);
            }

            kinds[node.Index] = kind;

            var before = pending.Count;
            node.PushChildren(ref pending);
            var children = pending[before..];
            if (kind.HasInterleavedChildren())
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
        nodes.Reset();
        pending.Reset();
        var kindOrder = new NodeKind[order.Length];
        Array.Copy(kinds, kindOrder, order.Length);
        kinds = kinds.Length > UsualCount * 8 ? new NodeKind[UsualCount] : kinds;
        for (var i = order.Length - 1; i > 0; i--)
        {
            var parent = order[i].Parent!;
            parent.SubtreeEnd = Math.Max(parent.SubtreeEnd, order[i].SubtreeEnd);
        }

        return (ImmutableCollectionsMarshal.AsImmutableArray(order), ImmutableCollectionsMarshal.AsImmutableArray(kindOrder));
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

    /// <summary>A table of data may have 100,000 keys before its first value: merges the runs that are in order, each two of them at a time.</summary>
    private static void SortLongByStart(Span<Node> nodes)
    {
        var merged = new Node[nodes.Length];
        for (var middle = EndOfRun(nodes, 0); middle < nodes.Length; middle = EndOfRun(nodes, 0))
        {
            for (var start = 0; start < nodes.Length;)
            {
                middle = EndOfRun(nodes, start);
                var end = EndOfRun(nodes, middle);
                Merge(nodes[start..middle], nodes[middle..end], merged.AsSpan(start));
                start = end;
            }

            merged.CopyTo(nodes);
        }
    }

    private static int EndOfRun(ReadOnlySpan<Node> nodes, int start)
    {
        var end = Math.Min(start + 1, nodes.Length);
        while (end < nodes.Length && nodes[end - 1].Span.Start <= nodes[end].Span.Start)
        {
            end++;
        }

        return end;
    }

    private static void Merge(ReadOnlySpan<Node> left, ReadOnlySpan<Node> right, Span<Node> merged)
    {
        var (i, j) = (0, 0);
        while (i + j < left.Length + right.Length)
        {
            var next = i + j;
            merged[next] = j == right.Length || (i < left.Length && left[i].Span.Start <= right[j].Span.Start) ? left[i++] : right[j++];
        }
    }
}
