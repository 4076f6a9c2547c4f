using System.Collections.Immutable;

namespace PyLint.Sharp.Analysis.Selection;

/// <summary>Which rules of a catalogue run.</summary>
/// <param name="Rules">The selected rules in the order of their codes.</param>
/// <param name="Errors">The selectors that mean nothing, or nothing that may run; the others have had their effect.</param>
public sealed record RuleSelection(ImmutableArray<Rule> Rules, ImmutableArray<SelectorError> Errors)
{
    /// <summary>Applies one layer to the rules that are on by default. Rules in preview are let run.</summary>
    /// <param name="catalog">The rules that exist.</param>
    /// <param name="select">What to run, each entry one selector or several with commas; empty for the rules that are on by default.</param>
    /// <param name="ignore">What not to run, in the same notation.</param>
    public static RuleSelection Resolve(RuleCatalog catalog, IEnumerable<string> select, IEnumerable<string> ignore)
    {
        ImmutableArray<string> selected = [.. select];
        var isEmpty = string.Concat(selected).AsSpan().Trim(" ,").IsEmpty;
        return Resolve(catalog, Profile.Candidate, allowsPreview: true, new SelectionLayer { Select = isEmpty ? null : selected, Ignore = [.. ignore] });
    }

    /// <summary>
    /// Applies selectors: codes, names and aliases in any letter case, prefixes of our own codes such as <c>PLS2</c>, and <c>ALL</c>.
    /// What runs is the <c>select</c> of the highest layer that has one, or else the profile, together with the <c>extend-select</c> of
    /// all layers, without what any layer ignores. For each rule the most specific selector decides; among equally specific ones that of
    /// the higher layer, and in the same layer <c>ignore</c>. See <see cref="RuleDescriptor.IsPreview"/> for rules in preview; to select
    /// nothing else where they may not run is an error.
    /// </summary>
    /// <remarks>
    /// A prefix of other linters' codes (<c>E7</c>) is an error that lists the codes it could mean. Taken literally it would run the
    /// one or two rules that happen to have such an alias, and whoever wrote it would believe that the whole group ran.
    /// </remarks>
    /// <param name="catalog">The rules that exist.</param>
    /// <param name="profile">What runs where no layer selects; the least specific of all.</param>
    /// <param name="allowsPreview">Whether rules in preview may run.</param>
    /// <param name="layers">What is said about it, the least important first.</param>
    public static RuleSelection Resolve(RuleCatalog catalog, Profile profile, bool allowsPreview, params ReadOnlySpan<SelectionLayer> layers)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var errors = ImmutableArray.CreateBuilder<SelectorError>();
        var selected = new List<(RuleSelector Selector, int Layer)>();
        var ignored = new List<(RuleSelector Selector, int Layer)>();
        var usesProfile = true;
        for (var layer = 0; layer < layers.Length; layer++)
        {
            if (layers[layer].Select is { } select)
            {
                usesProfile = false;
                selected.Clear();
                Add(selected, select, layer);
            }
        }

        for (var layer = 0; layer < layers.Length; layer++)
        {
            Add(selected, layers[layer].ExtendSelect, layer);
            Add(ignored, layers[layer].Ignore, layer);
        }

        if (!allowsPreview)
        {
            RefusePreview(selected, catalog, errors);
        }

        var rules = ImmutableArray.CreateBuilder<Rule>();
        foreach (var rule in catalog.Rules)
        {
            var forIt = Weight(selected, rule.Descriptor);
            if (rule.Descriptor.IsPreview && !(allowsPreview && forIt.Specificity > RuleSelector.All.Specificity))
            {
                continue;
            }

            var byProfile = usesProfile && profile.Holds(rule.Descriptor) ? RuleSelector.All.Specificity : -1;
            if (Max(forIt, (byProfile, 0)).CompareTo(Weight(ignored, rule.Descriptor)) > 0)
            {
                rules.Add(rule);
            }
        }

        return new RuleSelection(rules.DrainToImmutable(), errors.DrainToImmutable());

        void Add(List<(RuleSelector Selector, int Layer)> selectors, ImmutableArray<string> texts, int layer)
        {
            foreach (var selector in RuleSelector.ParseAll(texts, catalog, errors))
            {
                selectors.Add((selector, layer));
            }
        }
    }

    /// <summary>To stay silent about a word that selects nothing would look as if its rules had found nothing.</summary>
    private static void RefusePreview(List<(RuleSelector Selector, int Layer)> selected, RuleCatalog catalog, ImmutableArray<SelectorError>.Builder errors)
    {
        foreach (var (selector, _) in selected)
        {
            if (MeansPreviewOnly(selector, catalog))
            {
                errors.Add(new SelectorError(selector.Text, $"`{selector.Text}` is in preview; it runs only with `--preview`, or `preview = true` under `[lint]`"));
            }
        }
    }

    private static bool MeansPreviewOnly(RuleSelector selector, RuleCatalog catalog)
    {
        var meansAny = false;
        foreach (var rule in catalog.Rules)
        {
            if (selector.Matches(rule.Descriptor))
            {
                if (!rule.Descriptor.IsPreview)
                {
                    return false;
                }

                meansAny = true;
            }
        }

        return meansAny;
    }

    /// <summary>How specific the most specific selector of a rule is, and the highest layer that says so; -1 when none applies.</summary>
    private static (int Specificity, int Layer) Weight(List<(RuleSelector Selector, int Layer)> selectors, RuleDescriptor rule)
    {
        var weight = (-1, 0);
        foreach (var (selector, layer) in selectors)
        {
            if (selector.Matches(rule))
            {
                weight = Max(weight, (selector.Specificity, layer));
            }
        }

        return weight;
    }

    private static (int Specificity, int Layer) Max((int Specificity, int Layer) left, (int Specificity, int Layer) right) =>
        left.CompareTo(right) >= 0 ? left : right;
}
