using System.Diagnostics.CodeAnalysis;
using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Rules;

/// <summary>The rules that ship with PyLint.Sharp.</summary>
public static class BuiltInRules
{
    /// <summary>All public rules of this assembly; a new rule needs no entry anywhere.</summary>
    public static RuleCatalog Catalog { get; } = FindRules();

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What we publish is trimmed of parts of the framework alone; our assemblies stay whole.")]
    private static RuleCatalog FindRules() => RuleCatalog.Of(typeof(BuiltInRules).Assembly);
}
