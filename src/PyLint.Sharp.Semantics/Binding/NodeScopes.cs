namespace PyLint.Sharp.Semantics.Binding;

/// <summary>The scope of every node. Nodes that follow one another in preorder mostly share theirs, so it is written by whole runs of nodes.</summary>
/// <param name="scopes">The scopes by their numbers.</param>
/// <param name="nodeCount">How many nodes there are.</param>
internal sealed class NodeScopes(List<Scope> scopes, int nodeCount)
{
    private readonly NodeNumbers numbers = new(nodeCount, nodeCount);
    private int written;

    /// <summary>The scope of the node with this index.</summary>
    public Scope this[int node] => scopes[numbers[node]];

    /// <summary>The scope of all nodes from the last written to the one before this.</summary>
    public void WriteTo(int end, Scope scope)
    {
        numbers.Fill(written, end, scope.Number);
        written = end;
    }
}
