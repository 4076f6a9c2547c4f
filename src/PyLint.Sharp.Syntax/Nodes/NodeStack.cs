using System.Collections.Immutable;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>The work list of the pass that numbers a tree: nodes that wait for their place, the next one on top.</summary>
internal struct NodeStack(int capacity)
{
    private const int LongList = 32;

    private Slot[] items = new Slot[capacity];

    public int Count { get; private set; }

    /// <summary>Adds a child, if there is one, and tells it whose it is. The last child has to be pushed first.</summary>
    public void Push(Node? node, Node? parent)
    {
        if (node is null)
        {
            return;
        }

        if (Count == items.Length)
        {
            Array.Resize(ref items, Count * 2);
        }

        node.Parent = parent;
        items[Count++].Node = node;
    }

    public void Push<T>(ImmutableArray<T> nodes, Node parent)
        where T : Node?
    {
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            Push(nodes[i], parent);
        }
    }

    public Node Pop()
    {
        ref var slot = ref items[--Count];
        var node = slot.Node;
        slot.Node = null!;
        return node;
    }

    /// <summary>
    /// Puts the children that were pushed since a mark in source order, where two lists alternate in the source. Equal starts must keep
    /// their order. Insertion sort, because most lists are short and nearly in order.
    /// </summary>
    public readonly void SortByStart(int mark)
    {
        var nodes = items.AsSpan(mark, Count - mark);
        if (nodes.Length > LongList)
        {
            SortLongByStart(nodes);
            return;
        }

        for (var i = nodes.Length - 2; i >= 0; i--)
        {
            var slot = nodes[i];
            var j = i;
            for (; j + 1 < nodes.Length && nodes[j + 1].Start > slot.Start; j++)
            {
                nodes[j] = nodes[j + 1];
            }

            nodes[j] = slot;
        }
    }

    /// <summary>Takes a new array where a rare tree made it long.</summary>
    public void Release()
    {
        if (items.Length > capacity * 8)
        {
            items = new Slot[capacity];
        }
    }

    /// <summary>A table of data may have 100,000 keys before its first value: merges the runs that are in order, each two of them at a time.</summary>
    private static void SortLongByStart(Span<Slot> nodes)
    {
        nodes.Reverse();
        var merged = new Slot[nodes.Length];
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

        nodes.Reverse();
    }

    private static int EndOfRun(ReadOnlySpan<Slot> nodes, int start)
    {
        var end = Math.Min(start + 1, nodes.Length);
        while (end < nodes.Length && nodes[end - 1].Start <= nodes[end].Start)
        {
            end++;
        }

        return end;
    }

    private static void Merge(ReadOnlySpan<Slot> left, ReadOnlySpan<Slot> right, Span<Slot> merged)
    {
        var (i, j) = (0, 0);
        while (i + j < left.Length + right.Length)
        {
            var next = i + j;
            merged[next] = j == right.Length || (i < left.Length && left[i].Start <= right[j].Start) ? left[i++] : right[j++];
        }
    }

    /// <summary>A place for any node: an array of nodes would ask at each store whether it may hold that kind of node.</summary>
    private struct Slot
    {
        public Node Node;

        public readonly int Start => Node.Span.Start;
    }
}
