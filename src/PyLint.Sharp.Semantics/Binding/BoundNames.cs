using System.Runtime.InteropServices;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>What the binder finds: the scopes, the scope of every node, and who binds and reads each variable.</summary>
internal sealed class BoundNames
{
    private readonly List<(ScopeEntry Entry, Name? Name, NameBinding Binding)> bindings = [];
    private readonly List<(ScopeEntry Entry, Name Node)> references = [];
    private readonly Symbol?[] symbols;

    public BoundNames(int nodeCount)
    {
        Scopes = new Scope[nodeCount];
        symbols = new Symbol?[nodeCount];
    }

    /// <summary>By <see cref="Node.Index"/>: the scope in which the node's names are looked up.</summary>
    public Scope?[] Scopes { get; }

    /// <summary>The scopes, those around before those inside.</summary>
    public List<Scope> AllScopes { get; } = [];

    /// <summary>The star imports in source order.</summary>
    public List<ImportFrom> StarImports { get; } = [];

    public Symbol? SymbolOf(Name name) => symbols[name.Index];

    /// <param name="entry">What the scope says about the name.</param>
    /// <param name="name">The name as an expression, where it is one.</param>
    /// <param name="binding">The place.</param>
    public void Add(ScopeEntry entry, Name? name, in NameBinding binding) => bindings.Add((entry, name, binding));

    public void Add(ScopeEntry entry, Name reference) => references.Add((entry, reference));

    /// <summary>Gives every symbol its bindings and references; two passes, so that the arrays are allocated once and fit.</summary>
    public void Link()
    {
        foreach (ref readonly var pending in CollectionsMarshal.AsSpan(bindings))
        {
            pending.Entry.Symbol?.CountBinding();
        }

        foreach (var (entry, _) in references)
        {
            entry.Symbol?.CountReference();
        }

        foreach (var scope in AllScopes)
        {
            Allocate(scope);
        }

        Distribute();
    }

    private static void Allocate(Scope scope)
    {
        foreach (var symbol in scope.Symbols)
        {
            symbol.Allocate();
        }

        if (scope is { UsedClassCells: { } cells, Node: ClassDef definition })
        {
            foreach (var cell in cells)
            {
                cell.Allocate();
                cell.Add(new NameBinding(BindingKind.ClassCell, definition.Name.Span, definition, null, scope));
            }
        }
    }

    private void Distribute()
    {
        foreach (ref readonly var pending in CollectionsMarshal.AsSpan(bindings))
        {
            var symbol = pending.Entry.Symbol;
            symbol?.Add(pending.Binding);
            if (pending.Name is { } name)
            {
                symbols[name.Index] = symbol;
            }
        }

        foreach (var (entry, name) in references)
        {
            entry.Symbol?.Add(name);
            symbols[name.Index] = entry.Symbol;
        }
    }
}
