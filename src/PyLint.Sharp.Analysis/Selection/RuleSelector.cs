using System.Collections.Immutable;

namespace PyLint.Sharp.Analysis.Selection;

/// <summary>One word of <c>--select</c> or <c>--ignore</c> that means something: a name, a prefix of our codes, or <c>ALL</c>.</summary>
/// <param name="Text">The word.</param>
/// <param name="Specificity">Grows with what the word says: 0 for <c>ALL</c>, the length of a prefix, most for a rule's own names.</param>
public sealed record RuleSelector(string Text, int Specificity)
{
    private const string CodePrefix = "PLS";
    private const int NamesOneRule = int.MaxValue;

    /// <summary>All rules.</summary>
    public static RuleSelector All { get; } = new("ALL", 0);

    /// <summary>What is wrong with a word as a selector, one line; null when it means something.</summary>
    public static string? ProblemOf(string word, RuleCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(catalog);
        if (catalog.Find(word) is { IsEmpty: false } found)
        {
            var isEngine = Array.TrueForAll([.. found], static descriptor => descriptor.Area == SkillArea.Engine);
            return isEngine ? $"`{word}` is always on and can be neither selected nor ignored" : null;
        }

        if (word.Equals(All.Text, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return IsOwnPrefix(word) ? ProblemOfPrefix(word, catalog) : UnknownRule(word, catalog);
    }

    /// <summary>Takes a word that <see cref="ProblemOf"/> has nothing against.</summary>
    public static RuleSelector Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return new RuleSelector(word, SpecificityOf(word));
    }

    /// <summary>Reads selectors; those that mean nothing become errors.</summary>
    internal static List<RuleSelector> ParseAll(IEnumerable<string> texts, RuleCatalog catalog, ImmutableArray<SelectorError>.Builder errors)
    {
        var selectors = new List<RuleSelector>();
        foreach (var text in texts)
        {
            foreach (var word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (ProblemOf(word, catalog) is { } problem)
                {
                    errors.Add(new SelectorError(word, problem));
                }
                else
                {
                    selectors.Add(Of(word));
                }
            }
        }

        return selectors;
    }

    /// <summary>True when the selector speaks about a rule.</summary>
    public bool Matches(RuleDescriptor rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Specificity == NamesOneRule
            ? rule.IsCalled(Text)
            : Specificity == All.Specificity || rule.Code.StartsWith(Text, StringComparison.OrdinalIgnoreCase);
    }

    private static int SpecificityOf(string word)
    {
        if (word.Equals(All.Text, StringComparison.OrdinalIgnoreCase))
        {
            return All.Specificity;
        }

        return IsOwnPrefix(word) ? word.Length : NamesOneRule;
    }

    /// <summary><c>PLS</c> with fewer than the three digits of a code.</summary>
    private static bool IsOwnPrefix(string word) =>
        word.Length is >= 3 and < 6
        && word.StartsWith(CodePrefix, StringComparison.OrdinalIgnoreCase)
        && !word.AsSpan(CodePrefix.Length).ContainsAnyExceptInRange('0', '9');

    private static string? ProblemOfPrefix(string prefix, RuleCatalog catalog)
    {
        foreach (var rule in catalog.Rules)
        {
            if (rule.Descriptor.Code.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        return $"no rule has a code that starts with `{prefix}`";
    }

    private static string UnknownRule(string word, RuleCatalog catalog)
    {
        var starting = AliasesStartingWith(word, catalog);
        if (starting.Count > 0)
        {
            return $"`{word}` is no rule; codes of other linters are understood in full only: {string.Join(", ", starting)}";
        }

        return catalog.Suggest(word) is { } suggestion
            ? $"unknown rule `{word}`; did you mean `{suggestion}`?"
            : $"unknown rule `{word}`; `pylint-sharp rules` lists all";
    }

    private static List<string> AliasesStartingWith(string word, RuleCatalog catalog)
    {
        var aliases = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var rule in catalog.Rules)
        {
            foreach (var alias in rule.Descriptor.Aliases)
            {
                if (alias.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                {
                    aliases.Add($"`{alias}`");
                }
            }
        }

        return [.. aliases];
    }
}
