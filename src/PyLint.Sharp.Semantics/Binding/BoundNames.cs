using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>What the binder finds: the scopes, the scope of every node, and who binds and reads each variable.</summary>
internal sealed class BoundNames
{
    /// <summary>By node: nothing, a built-in by its number, or behind those a symbol by its own. Symbols that imports bind come first.</summary>
    private readonly NodeNumbers meanings;
    private readonly int builtins = Builtins.Count;
    private Symbol[] symbols = [];

    /// <summary>By symbol, the number of its scope: who asks for that alone doesn't wait for the symbol to come from memory.</summary>
    private int[] owners = [];
    private int symbolCount;
    private int importCount;

    public BoundNames(int nodeCount)
    {
        meanings = new NodeNumbers(nodeCount, nodeCount + builtins);
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

    /// <summary>Names that are read and have no certain meaning: no variable of the file, and no built-in that nothing may replace.</summary>
    public List<Name> Unknown { get; } = [];

    /// <summary>Names by which variables or attributes are reached that aren't named, the first of each in every scope; null when there are none.</summary>
    public List<Name>? NamespaceNames { get; private set; }

    public void MentionNamespace(Scope scope, Name name)
    {
        scope.MentionsNamespaces = true;
        (NamespaceNames ??= []).Add(name);
    }

    /// <summary>What a <see cref="Name"/> means, or what the one name of any other node that binds stands for.</summary>
    public Symbol? SymbolOf(Node node) => SymbolAt(node.Index);

    /// <summary><see cref="SymbolOf"/> the node with this index.</summary>
    public Symbol? SymbolAt(int node) => meanings[node] - builtins is > 0 and var number ? symbols[number - 1] : null;

    /// <summary><see cref="SymbolAt"/>, but null for a variable that no import binds: most names are told by their number alone.</summary>
    public Symbol? ImportedAt(int name) => meanings[name] - builtins is > 0 and var number && number <= importCount ? symbols[number - 1] : null;

    /// <summary>The number among <see cref="Builtins"/> of what the name with this index means for certain, or 0.</summary>
    public int BuiltinAt(int name) => meanings[name] is var number && number <= builtins ? number : 0;

    /// <summary>True when the symbol at a node is a variable of the scope.</summary>
    public bool IsSymbolOf(int node, Scope scope) => meanings[node] - builtins is > 0 and var number && owners[number - 1] == scope.Number;

    /// <summary>Gives every symbol its bindings and references. The symbols know already how many, so that their arrays fit.</summary>
    public void Link(PendingUses uses, ImmutableArray<Node> nodes)
    {
        foreach (var scope in AllScopes)
        {
            scope.BindClassCells();
        }

        symbols = new Symbol[Entries.Count + 1];
        owners = new int[symbols.Length];
        foreach (ref readonly var pending in uses.Bindings)
        {
            if (pending.Kind is BindingKind.Import or BindingKind.ImportFrom && Entries[pending.Entry].Symbol is { Number: 0 } imported)
            {
                Number(imported);
            }
        }

        importCount = symbolCount;
        foreach (ref readonly var pending in uses.Bindings)
        {
            if (Entries[pending.Entry].Symbol is { } symbol)
            {
                var value = pending.Value == 0 ? null : (Expr)nodes[pending.Value];
                symbol.Add(new NameBinding(pending.Kind, pending.Span, nodes[pending.Node], value, AllScopes[pending.Scope]));
                meanings[pending.Name] = NumberOf(symbol);
            }
        }

        foreach (var (number, node) in uses.References)
        {
            var entry = Entries[number];
            if (entry.Symbol is { } symbol)
            {
                symbol.Add((Name)nodes[node]);
                meanings[node] = NumberOf(symbol);
            }
            else
            {
                entry.Builtin = entry.Builtin < 0 ? NumberOfBuiltin(((Name)nodes[node]).Id) : entry.Builtin;
                meanings[node] = entry.Builtin;
                if (entry.Builtin == 0)
                {
                    Unknown.Add((Name)nodes[node]);
                }
            }
        }
    }

    private int NumberOf(Symbol symbol)
    {
        if (symbol.Number == 0)
        {
            Number(symbol);
        }

        return builtins + symbol.Number;
    }

    private void Number(Symbol symbol)
    {
        if (symbolCount == symbols.Length)
        {
            Array.Resize(ref symbols, symbolCount * 2);
            Array.Resize(ref owners, symbolCount * 2);
        }

        symbols[symbolCount] = symbol;
        owners[symbolCount] = symbol.Scope.Number;
        symbol.Number = ++symbolCount;
    }

    private int NumberOfBuiltin(string name) => Binding.StarImports.MayReplace(StarImports, name) ? 0 : Builtins.NumberOf(name);
}
