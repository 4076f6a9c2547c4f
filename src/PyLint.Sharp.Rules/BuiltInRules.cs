using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Rules;

/// <summary>The rules that ship with PyLint.Sharp.</summary>
public static class BuiltInRules
{
    /// <summary>All public rules of this assembly; a new rule needs no entry anywhere.</summary>
    public static RuleCatalog Catalog { get; } = RuleCatalog.Of(typeof(BuiltInRules).Assembly);
}
