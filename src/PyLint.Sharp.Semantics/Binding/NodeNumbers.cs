namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// A number for every node: two bytes each in all but very large files. What nodes refer to is
/// kept by number, because an array of references is longer, and all of it is read at each garbage collection.
/// </summary>
internal readonly struct NodeNumbers
{
    private readonly ushort[]? narrow;
    private readonly int[]? wide;

    /// <param name="nodeCount">How many nodes.</param>
    /// <param name="largest">No number is larger.</param>
    public NodeNumbers(int nodeCount, int largest)
    {
        narrow = largest <= ushort.MaxValue ? new ushort[nodeCount] : null;
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
