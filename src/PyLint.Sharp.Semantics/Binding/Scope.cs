using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>A namespace of the file.</summary>
public sealed class Scope
{
    private readonly BoundNames names;
    private List<Scope>? children;
    private ImmutableArray<Symbol> symbols;
    private List<Symbol>? classCells;
    private ScopeEntry? lastEntry;

    internal Scope(ScopeKind kind, Node node, Scope? parent, BoundNames names)
    {
        this.names = names;
        Number = names.AllScopes.Count;
        Kind = kind;
        Node = node;
        Parent = parent;
        PrivateClass = parent?.PrivateClass;
        MangledNames = parent?.MangledNames;
        IsDetached = parent is { IsDetached: true };
        SeesClassScope = kind >= ScopeKind.TypeParameters && parent is { } around && (around.Kind == ScopeKind.Class || around.SeesClassScope);
        names.AllScopes.Add(this);
        if (parent != null)
        {
            (parent.children ??= []).Add(this);
        }
    }

    /// <summary>What kind of namespace.</summary>
    public ScopeKind Kind { get; }

    /// <summary>The node that makes the scope. Several scopes may share one: a generic function has its own, its type parameters and its annotations.</summary>
    public Node Node { get; }

    /// <summary>The scope around; null for the module.</summary>
    public Scope? Parent { get; }

    /// <summary>The scopes directly inside.</summary>
    public IReadOnlyList<Scope> Children => children ?? [];

    /// <summary>Every name that the scope mentions or passes through to a scope inside.</summary>
    public IEnumerable<ScopeEntry> Entries
    {
        get
        {
            for (var entry = FirstEntry; entry != null; entry = entry.Next)
            {
                yield return entry;
            }
        }
    }

    /// <summary>The variables that live here, also those that only a <c>global</c> or <c>nonlocal</c> elsewhere binds.</summary>
    public ImmutableArray<Symbol> Symbols => symbols.IsDefault ? symbols = CollectSymbols() : symbols;

    /// <summary>
    /// Python's <c>__qualname__</c> (PEP 3155) of the innermost function or class that this scope is or lies in; null at module level.
    /// </summary>
    public string? Qualname
    {
        get
        {
            var scope = NearestBody;
            return scope.Node switch
            {
                FunctionDefinition function => scope.Qualify(function.Name),
                ClassDef definition => scope.Qualify(definition.Name),
                _ => null,
            };
        }
    }

    /// <summary>True when a <c>from … import *</c> stands here, so that more names may be bound than the file shows.</summary>
    public bool HasStarImport { get; internal set; }

    /// <summary>True when a name such as <c>locals</c> stands here.</summary>
    internal bool MentionsNamespaces { get; set; }

    /// <summary>True when a <c>yield</c> stands here.</summary>
    internal bool HasYield { get; set; }

    /// <summary>True for an annotation scope that looks into the class around it.</summary>
    internal bool SeesClassScope { get; set; }

    /// <summary>True for the annotations of local variables: Python evaluates none of them, so their names keep no variable alive.</summary>
    internal bool IsUnevaluated { get; set; }

    /// <summary>True for annotations under <c>from __future__ import annotations</c> and all inside them: they are text to Python.</summary>
    internal bool IsDetached { get; set; }

    /// <summary>The innermost class around, which private names belong to.</summary>
    internal string? PrivateClass { get; set; }

    /// <summary>Where set, only these private names are mangled: the header of a generic class mangles its own type parameters, not its bases.</summary>
    internal HashSet<string>? MangledNames { get; set; }

    /// <summary>The scope of the annotated variables of this body.</summary>
    internal Scope? VariableAnnotations { get; set; }

    /// <summary>What the scope does with a name; null when it never mentions it.</summary>
    public ScopeEntry? Entry(string name) => FindEntry(Mangle(name));

    /// <summary>The variable that a name means when it is read here; null for built-ins, star imports and undefined names.</summary>
    public Symbol? Lookup(string name)
    {
        var mangled = Mangle(name);
        var hash = HashOf(mangled);
        return FindEntry(mangled, hash) is { } entry ? entry.Symbol : NameResolver.Find(this, mangled, hash).Symbol;
    }

    /// <summary>The variable of that name that lives here, or null.</summary>
    public Symbol? OwnSymbol(string name) => FindSymbol(Mangle(name));

    /// <summary>
    /// <see cref="Qualname"/> with the names that Python gives to scopes without one (<c>f.&lt;locals&gt;.&lt;lambda&gt;</c>), and words
    /// for type parameters and annotations.
    /// </summary>
    internal string DisplayName => Kind switch
    {
        ScopeKind.Module => "module",
        ScopeKind.Class or ScopeKind.Function => Qualname!,
        ScopeKind.Lambda => Qualify("<lambda>"),
        ScopeKind.Comprehension => Qualify(Node is ListComp ? "<listcomp>" : Node is SetComp ? "<setcomp>" : Node is DictComp ? "<dictcomp>" : "<genexpr>"),
        ScopeKind.TypeParameters => $"type parameters of {OwnerName}",
        _ => $"annotations of {OwnerName}",
    };

    private string OwnerName => Node switch
    {
        FunctionDefinition function => Qualify(function.Name),
        ClassDef definition => Qualify(definition.Name),
        TypeAlias { Name: Name name } => name.Id,
        _ => Parent!.DisplayName,
    };

    private Scope NearestBody
    {
        get
        {
            var scope = this;
            while (scope.Kind is not (ScopeKind.Module or ScopeKind.Function or ScopeKind.Class))
            {
                scope = scope.Parent!;
            }

            return scope;
        }
    }

    private string Qualify(string name)
    {
        var around = Parent!.NearestBody;
        if (around.Qualname is not { } prefix || (around.Entry(name) is { } entry && (entry.Uses & NameUses.Global) != 0))
        {
            return name;
        }

        return around.Kind == ScopeKind.Class ? $"{prefix}.{name}" : $"{prefix}.<locals>.{name}";
    }

    internal string Mangle(string name) => name.StartsWith('_') ? MangleUnderscored(name) : name;

    private string MangleUnderscored(string name) =>
        MangledNames is null || MangledNames.Contains(name) ? NameMangling.Mangle(name, PrivateClass) : name;

    /// <summary>What is known of the class whose body this is, once somebody has asked.</summary>
    internal ClassModel? Class { get; set; }

    /// <summary>The scope's place among all of the file.</summary>
    internal int Number { get; }

    internal Scope Module => names.AllScopes[0];

    /// <summary><see cref="Children"/>, for those who can't wait for an enumerator to be made.</summary>
    internal ReadOnlySpan<Scope> Inner => CollectionsMarshal.AsSpan(children);

    /// <summary>The first of the chain of entries, in the order in which the names are mentioned.</summary>
    internal ScopeEntry? FirstEntry { get; private set; }

    internal ScopeEntry? FindEntry(string mangled) => FindEntry(mangled, HashOf(mangled));

    internal int HashOf(string mangled) => names.Entries.HashOf(mangled);

    internal ScopeEntry? FindEntry(string mangled, int hash) => names.Entries.Find(this, mangled, hash);

    /// <summary>False when no scope around but the module has the name.</summary>
    internal bool MayBeAround(string mangled, int hash) => names.Entries.MayBeInner(hash) || ImplicitNames.IsClassCell(mangled);

    internal void NoteInner(ScopeEntry entry) => names.Entries.NoteInner(entry.Hash);

    internal Symbol? FindSymbol(string mangled) => FindEntry(mangled)?.OwnSymbol;

    internal ScopeEntry Mention(string mangled, NameUses uses)
    {
        var entry = names.Entries.FindOrAdd(this, mangled);
        entry.Uses |= uses;
        return entry;
    }

    /// <summary>Called by the table alone.</summary>
    internal void Append(ScopeEntry entry)
    {
        if (lastEntry is null)
        {
            FirstEntry = entry;
        }
        else
        {
            lastEntry.Next = entry;
        }

        lastEntry = entry;
    }

    /// <summary>The <c>__class__</c> of this class and its like: methods see it, the class body doesn't, so it is none of <see cref="Symbols"/>.</summary>
    internal Symbol ClassCell(string name)
    {
        classCells ??= [];
        foreach (var known in classCells)
        {
            if (known.Name == name)
            {
                return known;
            }
        }

        var cell = new Symbol(name, this);
        cell.Expect(1, 0);
        classCells.Add(cell);
        return cell;
    }

    internal void BindClassCells()
    {
        if (classCells != null && Node is ClassDef definition)
        {
            foreach (var cell in classCells)
            {
                cell.Add(new NameBinding(BindingKind.ClassCell, definition.Name.Span, definition, null, this));
            }
        }
    }

    private ImmutableArray<Symbol> CollectSymbols()
    {
        var count = 0;
        for (var entry = FirstEntry; entry != null; entry = entry.Next)
        {
            count += entry.OwnSymbol is null ? 0 : 1;
        }

        if (count == 0)
        {
            return [];
        }

        var found = new Symbol[count];
        for (var entry = FirstEntry; count > 0; entry = entry.Next)
        {
            if (entry!.OwnSymbol is { } symbol)
            {
                found[^count--] = symbol;
            }
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(found);
    }
}
