using System.Globalization;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>What rules add to a check without rules, with all that the model answers them; beside it what a check does beyond the parser.</summary>
internal sealed class RulesRow : IPeerRow
{
    private const double Wanted = 1;

    public string Name => "rules";

    public Goal Measure(PeerRun run)
    {
        var own = CheckedFiles.OfAllRules(run.Paths);
        own.WarmUp();
        var rounds = Enumerable.Range(0, run.Rounds).Select(_ => own.Measure()).ToList();
        var added = Statistics.Median(rounds.Select(round => round.ByRules));
        var beyond = Statistics.Median(rounds.Select(round => round.BeyondParsing));
        return new Goal(
            "all rules, one thread, warm; no rules",
            "rules add at most one time of parsing",
            string.Create(
                CultureInfo.InvariantCulture,
                $"parse {Median(round => round.Parse):F2} s, no rules {Median(round => round.NoRules):F2} s, all {Median(round => round.Check):F2} s: {added:F2} ({beyond:F2} beyond parsing)"),
            added <= Wanted);

        double Median(Func<CheckRound, Timed> part) => Statistics.Median(rounds.Select(round => part(round).Seconds));
    }
}
