using System.Collections.Immutable;

namespace PyLint.Sharp.Analysis.Selection;

/// <summary>Which rules of a catalogue run.</summary>
/// <param name="Rules">The selected rules in the order of their codes.</param>
/// <param name="Errors">The selectors that mean nothing; the others have had their effect.</param>
public sealed record RuleSelection(ImmutableArray<Rule> Rules, ImmutableArray<SelectorError> Errors)
{
    /// <summary>
    /// Applies selectors: codes, names and aliases in any letter case, prefixes of our own codes such as <c>PLS2</c>, and <c>ALL</c>.
    /// For each rule the most specific selector decides; among equally specific ones <paramref name="ignore"/> wins. A rule that is
    /// off by default runs only when a selector names it.
    /// </summary>
    /// <remarks>
    /// A prefix of other linters' codes (<c>E7</c>) is an error that lists the codes it could mean. Taken literally it would run the
    /// one or two rules that happen to have such an alias, and whoever wrote it would believe that the whole group ran.
    /// </remarks>
    /// <param name="catalog">The rules that exist.</param>
    /// <param name="select">What to run, each entry one selector or several with commas; empty for the rules that are on by default.</param>
    /// <param name="ignore">What not to run, in the same notation.</param>
    public static RuleSelection Resolve(RuleCatalog catalog, IEnumerable<string> select, IEnumerable<string> ignore)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(select);
        ArgumentNullException.ThrowIfNull(ignore);
        var errors = ImmutableArray.CreateBuilder<SelectorError>();
        var selected = RuleSelector.ParseAll(select, catalog, errors, out var isEmpty);
        var ignored = RuleSelector.ParseAll(ignore, catalog, errors, out _);
        if (isEmpty)
        {
            selected.Add(RuleSelector.All);
        }

        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var rule in catalog.Rules)
        {
            if (Weight(selected, rule.Descriptor) > Weight(ignored, rule.Descriptor))
            {
                rules.Add(rule);
            }
        }

        return new RuleSelection(rules.DrainToImmutable(), errors.DrainToImmutable());
    }

    /// <summary>How specific the most specific selector of a rule is; -1 when none applies.</summary>
    private static int Weight(List<RuleSelector> selectors, RuleDescriptor rule)
    {
        var weight = -1;
        foreach (var selector in selectors)
        {
            if (selector.Matches(rule))
            {
                weight = Math.Max(weight, selector.Specificity);
            }
        }

        return weight;
    }
}
