using System.Collections.Immutable;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>Where Python looks for a name, and where it stops: local, enclosing, global, built-in. Immutable.</summary>
public sealed class Resolution
{
    internal Resolution(string name, ImmutableArray<LookupStep> steps, ImmutableArray<LookupStep> fallbacks)
    {
        Name = name;
        Steps = steps;
        Fallbacks = fallbacks;
    }

    /// <summary>The name that is looked for, mangled where Python mangles it.</summary>
    public string Name { get; }

    /// <summary>The places in their order, at least one; the last is where the search stops, all before it don't have the name.</summary>
    public ImmutableArray<LookupStep> Steps { get; }

    /// <summary>
    /// Where the running program looks on while the variable has no value: behind the body of a class and an annotation that sees one
    /// comes the module, behind the module the built-ins. Empty where nothing else is found: a variable of a function without a value
    /// is an <c>UnboundLocalError</c> or <c>NameError</c>.
    /// </summary>
    public ImmutableArray<LookupStep> Fallbacks { get; }

    /// <summary>Where the search stops.</summary>
    public LookupStep Stop => Steps[^1];

    /// <summary>The variable, as <see cref="SemanticModel.SymbolOf"/> gives it; null for what no code of the file binds: built-ins, star imports, undefined names.</summary>
    public Symbol? Symbol => Stop.Symbol;

    /// <summary>The steps in words: <c>enclosing f → global → built-in</c>, <c>_Box__size: local</c>, <c>local, else global</c>.</summary>
    public override string ToString()
    {
        var steps = string.Join(" → ", Steps);
        var prefix = IsMangled ? $"{Name}: " : string.Empty;
        return Fallbacks.IsEmpty ? prefix + steps : $"{prefix}{steps}, else {string.Join(" → ", Fallbacks)}";
    }

    /// <summary>True when the name stands in the file in another form (Python reference, 6.2.2 "Private name mangling").</summary>
    public bool IsMangled { get; internal init; }
}
