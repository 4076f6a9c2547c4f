using System.Collections.Immutable;

namespace PyLint.Sharp.Analysis;

/// <summary>How long each rule took, over all files that were checked with it. Serves any number of threads.</summary>
/// <remarks>What several rules need, such as the types of a body, counts for the one that asks first.</remarks>
public sealed class RuleTimings
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, RuleTiming> rules = new(StringComparer.Ordinal);

    /// <summary>The rules that ran, by their codes; a snapshot.</summary>
    public ImmutableArray<RuleTiming> ToTable()
    {
        lock (gate)
        {
            var table = ImmutableArray.CreateBuilder<RuleTiming>(rules.Count);
            foreach (var timing in rules.Values)
            {
                table.Add(timing);
            }

            table.Sort(static (x, y) => string.CompareOrdinal(x.Rule.Code, y.Rule.Code));
            return table.DrainToImmutable();
        }
    }

    internal void Add(RuleDescriptor rule, TimeSpan time, int hits)
    {
        lock (gate)
        {
            var known = rules.GetValueOrDefault(rule.Code) ?? new RuleTiming(rule, TimeSpan.Zero, 0);
            rules[rule.Code] = known with { Time = known.Time + time, Hits = known.Hits + hits };
        }
    }
}

/// <summary>How long a rule took.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Time">The time in its code, and in what it was the first to ask.</param>
/// <param name="Hits">What it reported, what comments silence included.</param>
public sealed record RuleTiming(RuleDescriptor Rule, TimeSpan Time, int Hits);
