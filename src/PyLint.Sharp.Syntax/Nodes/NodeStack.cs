using System.Collections.Immutable;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>A growing array of nodes: the work list of the pass that numbers a tree.</summary>
internal struct NodeStack(int capacity)
{
    private Node[] items = new Node[capacity];

    public int Count { get; private set; }

    public readonly Span<Node> this[Range range] => items.AsSpan(0, Count)[range];

    public void Push(Node? node)
    {
        if (node is null)
        {
            return;
        }

        if (Count == items.Length)
        {
            Array.Resize(ref items, Count * 2);
        }

        // By a span, which is asked once whether it may hold any node; an array asks at each store.
        items.AsSpan()[Count++] = node;
    }

    public void Push<T>(ImmutableArray<T> nodes)
        where T : Node?
    {
        foreach (var node in nodes)
        {
            Push(node);
        }
    }

    public Node Pop()
    {
        var node = items[--Count];
        items[Count] = null!;
        return node;
    }

    /// <summary>Empties the array, and takes a new one where a rare tree made it long: what lives on must not hold a tree in memory.</summary>
    public void Reset()
    {
        if (items.Length > capacity * 8)
        {
            items = new Node[capacity];
        }
        else
        {
            Array.Clear(items, 0, Count);
        }

        Count = 0;
    }
}
