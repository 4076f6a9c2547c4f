namespace PyLint.Sharp.Benchmarks;

/// <summary>What one round over all files took.</summary>
/// <param name="Parse">From bytes to trees.</param>
/// <param name="NoRules">From bytes to an analysis in which no rule takes part.</param>
/// <param name="Check">From bytes to the findings of all rules.</param>
/// <param name="Findings">How many there are.</param>
internal sealed record CheckRound(Timed Parse, Timed NoRules, Timed Check, int Findings)
{
    /// <summary>What everything after the parser costs, in times of parsing.</summary>
    public double BeyondParsing => (Check.Seconds - Parse.Seconds) / Parse.Seconds;

    /// <summary>What of that the rules cost, with all that the model answers them.</summary>
    public double ByRules => (Check.Seconds - NoRules.Seconds) / Parse.Seconds;
}
