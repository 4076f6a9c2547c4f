namespace PyLint.Sharp.Semantics.Binding;

/// <summary>What one scope does with one name, and which variable the name means there.</summary>
public sealed class ScopeEntry
{
    internal ScopeEntry(Scope scope, string name)
    {
        Scope = scope;
        Name = name;
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

    /// <summary>True when the name is a variable of this very scope.</summary>
    internal bool IsOwn => (Uses & NameUses.Bound) != 0
        && (Scope.Parent is null || (Uses & (NameUses.Global | NameUses.Nonlocal)) == 0);
}
