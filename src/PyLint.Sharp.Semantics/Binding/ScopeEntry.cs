namespace PyLint.Sharp.Semantics.Binding;

/// <summary>What one scope does with one name, and which variable the name means there.</summary>
public sealed class ScopeEntry
{
    internal ScopeEntry(Scope scope, string name, int hash, int number)
    {
        Scope = scope;
        Name = name;
        Hash = hash;
        Number = number;
    }

    /// <summary>The scope that mentions the name.</summary>
    public Scope Scope { get; }

    /// <summary>The name, mangled where Python mangles it.</summary>
    public string Name { get; }

    /// <summary>What happens to the name here.</summary>
    public NameUses Uses { get; internal set; }

    /// <summary>Where Python looks for the variable.</summary>
    public NameResolution Resolution { get; internal set; }

    /// <summary>The variable; null for what no code of the file binds: built-ins, star imports, undefined names.</summary>
    public Symbol? Symbol { get; internal set; }

    /// <summary>The variable, if it lives in this very scope.</summary>
    internal Symbol? OwnSymbol => Symbol is { } symbol && symbol.Scope == Scope ? symbol : null;

    /// <summary><see cref="EntryTable.HashOf"/> the name.</summary>
    internal int Hash { get; }

    /// <summary>Its number among the entries of the file.</summary>
    internal int Number { get; }

    /// <summary>The next entry of the scope.</summary>
    internal ScopeEntry? Next { get; set; }

    /// <summary>For a name without a variable, its number among <see cref="Builtins"/> or 0; -1 as long as nobody has asked.</summary>
    internal int Builtin { get; set; } = -1;

    internal int BindingCount { get; set; }

    internal int ReferenceCount { get; set; }

    /// <summary>True when the uses of the name make it a variable of this very scope.</summary>
    internal bool IsOwn => (Uses & NameUses.Bound) != 0
        && (Scope.Parent is null || (Uses & (NameUses.Global | NameUses.Nonlocal)) == 0);
}
