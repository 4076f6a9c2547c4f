using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>What the binder finds: the scopes, the scope of every node, and who binds and reads each variable.</summary>
internal sealed class BoundNames
{
    private readonly NodeNumbers symbolNumbers;
    private readonly List<Symbol?> symbols = [null];

    public BoundNames(int nodeCount)
    {
        symbolNumbers = new NodeNumbers(nodeCount);
        Scopes = new NodeScopes(AllScopes, nodeCount);
        Entries = new EntryTable(nodeCount);
    }

    /// <summary>By <see cref="Node.Index"/>: the scope in which the node's names are looked up.</summary>
    public NodeScopes Scopes { get; }

    /// <summary>The scopes, those around before those inside.</summary>
    public List<Scope> AllScopes { get; } = [];

    /// <summary>What each scope does with each name.</summary>
    public EntryTable Entries { get; }

    /// <summary>The star imports in source order.</summary>
    public List<ImportFrom> StarImports { get; } = [];

    /// <summary>True when the file has a <c>:=</c>.</summary>
    public bool HasWalrus { get; set; }

    /// <summary>True when the file has a name by which variables or attributes are reached that aren't named.</summary>
    public bool MentionsNamespaces { get; set; }

    /// <summary>What a <see cref="Name"/> means, or what the one name of any other node that binds stands for.</summary>
    public Symbol? SymbolOf(Node node) => SymbolAt(node.Index);

    /// <summary><see cref="SymbolOf"/> the node with this index.</summary>
    public Symbol? SymbolAt(int node) => symbols[symbolNumbers[node]];

    /// <summary>Gives every symbol its bindings and references. The symbols know already how many, so that their arrays fit.</summary>
    public void Link(PendingUses uses)
    {
        foreach (var scope in AllScopes)
        {
            scope.BindClassCells();
        }

        foreach (ref readonly var pending in uses.Bindings)
        {
            if (pending.Entry.Symbol is { } symbol)
            {
                symbol.Add(pending.Binding);
                symbolNumbers[(pending.Name ?? pending.Binding.Node).Index] = NumberOf(symbol);
            }
        }

        foreach (var (entry, name) in uses.References)
        {
            if (entry.Symbol is { } symbol)
            {
                symbol.Add(name);
                symbolNumbers[name.Index] = NumberOf(symbol);
            }
        }
    }

    private int NumberOf(Symbol symbol)
    {
        if (symbol.Number == 0)
        {
            symbol.Number = symbols.Count;
            symbols.Add(symbol);
        }

        return symbol.Number;
    }
}
