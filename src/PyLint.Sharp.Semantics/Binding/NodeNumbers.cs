namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// A number for every node, none larger than the number of nodes: two bytes each in all but very large files. What nodes refer to is
/// kept by number, because an array of references is longer, and all of it is read at each garbage collection.
/// </summary>
internal readonly struct NodeNumbers
{
    private readonly ushort[]? narrow;
    private readonly int[]? wide;

    public NodeNumbers(int nodeCount)
    {
        narrow = nodeCount <= ushort.MaxValue ? new ushort[nodeCount] : null;
        wide = narrow is null ? new int[nodeCount] : null;
    }

    public int this[int node]
    {
        get => narrow != null ? narrow[node] : wide![node];
        set
        {
            if (narrow != null)
            {
                narrow[node] = (ushort)value;
            }
            else
            {
                wide![node] = value;
            }
        }
    }

    /// <summary>Gives all nodes from one on to another, which is left out, the same number.</summary>
    public void Fill(int start, int end, int value)
    {
        if (narrow != null)
        {
            narrow.AsSpan(start, end - start).Fill((ushort)value);
        }
        else
        {
            wide.AsSpan(start, end - start).Fill(value);
        }
    }
}
