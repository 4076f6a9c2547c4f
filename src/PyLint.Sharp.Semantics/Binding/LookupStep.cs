namespace PyLint.Sharp.Semantics.Binding;

/// <summary>One place where Python looks for a name, or what sends it to look elsewhere.</summary>
/// <param name="Kind">Which place.</param>
/// <param name="Scope">The scope that is looked into, passed over or left; null behind the module.</param>
/// <param name="Symbol">
/// The variable that lies there: the one that is found or, in a <see cref="LookupStepKind.ClassSkipped"/>, the one that is not. Behind a
/// <c>nonlocal</c> that finds nothing, the one that the statements here bind all the same.
/// </param>
public readonly record struct LookupStep(LookupStepKind Kind, Scope? Scope = null, Symbol? Symbol = null)
{
    /// <summary>The step in words: <c>enclosing outer</c>, <c>class Box skipped</c>, <c>built-in</c>.</summary>
    public override string ToString() => Kind switch
    {
        LookupStepKind.Local => "local",
        LookupStepKind.GlobalStatement => "global statement",
        LookupStepKind.NonlocalStatement => "nonlocal statement",
        LookupStepKind.Walrus => "walrus",
        LookupStepKind.Enclosing => $"enclosing {Scope!.DisplayName}",
        LookupStepKind.TypeParameters => Scope!.DisplayName,
        LookupStepKind.Class => $"class {Scope!.DisplayName}",
        LookupStepKind.ClassSkipped => $"class {Scope!.DisplayName} skipped",
        LookupStepKind.ClassCell => $"{Symbol!.Name} of {Scope!.DisplayName}",
        LookupStepKind.Global => "global",
        LookupStepKind.StarImport => "possibly star import",
        LookupStepKind.Builtin => "built-in",
        _ => "undefined",
    };
}
