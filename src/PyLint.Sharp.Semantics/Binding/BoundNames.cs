using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>What the binder finds: the scopes, the scope of every node, and who binds and reads each variable.</summary>
internal sealed class BoundNames(int nodeCount)
{
    private readonly Symbol?[] symbols = new Symbol?[nodeCount];

    /// <summary>By <see cref="Node.Index"/>: the scope in which the node's names are looked up.</summary>
    public Scope?[] Scopes { get; } = new Scope?[nodeCount];

    /// <summary>The scopes, those around before those inside.</summary>
    public List<Scope> AllScopes { get; } = [];

    /// <summary>What each scope does with each name.</summary>
    public EntryTable Entries { get; } = new(nodeCount);

    /// <summary>The star imports in source order.</summary>
    public List<ImportFrom> StarImports { get; } = [];

    /// <summary>True when the file has a <c>:=</c>.</summary>
    public bool HasWalrus { get; set; }

    /// <summary>True when the file has a name by which variables are reached that aren't named.</summary>
    public bool MentionsNamespaces { get; set; }

    /// <summary>What a <see cref="Name"/> means, or what the one name of any other node that binds stands for.</summary>
    public Symbol? SymbolOf(Node node) => symbols[node.Index];

    /// <summary>Gives every symbol its bindings and references. The symbols know already how many, so that their arrays fit.</summary>
    public void Link(PendingUses uses)
    {
        foreach (var scope in AllScopes)
        {
            scope.BindClassCells();
        }

        foreach (ref readonly var pending in uses.Bindings)
        {
            var symbol = pending.Entry.Symbol;
            symbol?.Add(pending.Binding);
            symbols[(pending.Name ?? pending.Binding.Node).Index] = symbol;
        }

        foreach (var (entry, name) in uses.References)
        {
            entry.Symbol?.Add(name);
            symbols[name.Index] = entry.Symbol;
        }
    }
}
