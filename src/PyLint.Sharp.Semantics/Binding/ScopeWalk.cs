using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// Knows the scope of each node on a way through the tree in preorder: that of its parent, unless a node before has placed it elsewhere.
/// What a node places lies below it, so of all that wait the last ones are met first.
/// </summary>
internal sealed class ScopeWalk
{
    private static readonly Comparison<Place> LastFirst = (left, right) => right.Start.CompareTo(left.Start);

    private readonly NodeScopes places;
    private WorkList<Place> open;
    private Place[] waiting = new Place[16];
    private int waitingCount;
    private int sortedCount;

    public ScopeWalk(NodeScopes places, Scope module, int nodeCount)
    {
        this.places = places;
        Scope = module;
        open.Add(new Place(0, nodeCount, module));
        Next = nodeCount;
    }

    /// <summary>The scope of the node that was reached.</summary>
    public Scope Scope { get; private set; }

    /// <summary>The index of the next node with which a scope may begin or end.</summary>
    public int Next { get; private set; }

    /// <summary>Goes on to <see cref="Next"/>.</summary>
    public void Move()
    {
        var node = Next;
        places.WriteTo(node, Scope);
        while (open[open.Count - 1].End <= node)
        {
            open.Pop();
        }

        while (waitingCount > 0 && waiting[waitingCount - 1].Start == node)
        {
            open.Add(waiting[--waitingCount]);
        }

        sortedCount = waitingCount;
        Scope = open[open.Count - 1].Scope;
        FindNext();
    }

    /// <summary>All nodes were met.</summary>
    public void End(int nodeCount) => places.WriteTo(nodeCount, Scope);

    /// <summary>Places a node and all below it.</summary>
    public void Put(Node node, Scope scope) => Wait(new Place(node.Index, node.SubtreeEnd, scope));

    /// <summary>Places each of some nodes.</summary>
    public void PutEach<T>(ImmutableArray<T> nodes, Scope scope)
        where T : Node?
    {
        foreach (var node in nodes)
        {
            if (node != null)
            {
                Put(node, scope);
            }
        }
    }

    /// <summary>Places nodes between which no others lie.</summary>
    public void PutAll<T>(ImmutableArray<T> nodes, Scope scope)
        where T : Node
    {
        if (nodes.Length > 0)
        {
            Wait(new Place(nodes[0].Index, nodes[^1].SubtreeEnd, scope));
        }
    }

    /// <summary>A node has placed all that it will.</summary>
    public void EndNode()
    {
        if (sortedCount < waitingCount)
        {
            waiting.AsSpan(sortedCount, waitingCount - sortedCount).Sort(LastFirst);
            sortedCount = waitingCount;
            FindNext();
        }
    }

    private void Wait(Place place)
    {
        if (waitingCount == waiting.Length)
        {
            Array.Resize(ref waiting, waitingCount * 2);
        }

        waiting[waitingCount++] = place;
    }

    private void FindNext()
    {
        var end = open[open.Count - 1].End;
        Next = waitingCount > 0 ? Math.Min(end, waiting[waitingCount - 1].Start) : end;
    }

    private readonly record struct Place(int Start, int End, Scope Scope);
}
