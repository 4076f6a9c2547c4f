using System.Collections.Immutable;
using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>What became of the suppression comments of a file.</summary>
public sealed class SuppressionReview
{
    private readonly RuleCatalog? catalog;
    private readonly IReadOnlyList<RuleDescriptor> ran;

    internal SuppressionReview(ImmutableArray<Suppression> suppressions, RuleCatalog? catalog, IReadOnlyList<RuleDescriptor> ran)
    {
        Suppressions = suppressions;
        this.catalog = catalog;
        this.ran = ran;
    }

    /// <summary>The suppressions in source order.</summary>
    public ImmutableArray<Suppression> Suppressions { get; }

    /// <summary>True when a word is the code, name or alias of a rule, whether it ran or not.</summary>
    public bool IsKnown(string word) => catalog is null ? HasRun(word) : !catalog.Find(word).IsEmpty;

    /// <summary>The known word that is nearest to an unknown one, or null.</summary>
    public string? Suggest(string word) => catalog?.Suggest(word);

    /// <summary>True when a word names a rule that went through the whole file.</summary>
    public bool HasRun(string word) => RuleThatRan(word) != null;

    /// <summary>A rule that went through the whole file and is called by a word; null when there is none.</summary>
    public RuleDescriptor? RuleThatRan(string word)
    {
        foreach (var descriptor in ran)
        {
            if (descriptor.IsCalled(word))
            {
                return descriptor;
            }
        }

        return null;
    }
}
