using System.ComponentModel;
using System.Globalization;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Rules;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>
/// All rules on one thread, warm and in process, against ruff in the form that runs on one thread too. Ruff gets texts, we start at bytes.
/// </summary>
internal sealed class RuffRow : IPeerRow
{
    private const double Wanted = 2;

    public string Name => "warm-ruff";

    public Goal Measure(PeerRun run)
    {
        var work = "all rules, one thread, warm; ruff's wasm build";
        var aim = $"{Wanted} x its MB/s";
        if (run.NodeModules is not { } modules)
        {
            return new Goal(work, aim, "nobody said which folder has node_modules", null);
        }

        try
        {
            using var ruff = new RuffPeer(modules, Aliases(), run.Paths);
            return ruff.Missing is { } missing ? new Goal(work, aim, $"{missing} is not installed", null) : Measure(run, ruff, work, aim);
        }
        catch (Win32Exception)
        {
            return new Goal(work, aim, "node is not installed", null);
        }
    }

    private static Goal Measure(PeerRun run, RuffPeer ruff, string work, string aim)
    {
        var own = CheckedFiles.OfAllRules(run.Paths);
        own.WarmUp();
        var turns = Turns.Take(run.Rounds, own.MeasureCheck, ruff.Measure);
        var failures = ruff.Failures == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", which fails on {ruff.Failures} files");
        return new Goal(
            string.Create(CultureInfo.InvariantCulture, $"{work} {ruff.Version} with our {ruff.Codes} aliases{failures}"),
            aim,
            string.Create(CultureInfo.InvariantCulture, $"{run.Megabytes / turns.Own:F1} MB/s, they {run.Megabytes / turns.Other:F1}: {turns.TimesFaster:F2} x"),
            turns.TimesFaster >= Wanted);
    }

    /// <summary>Of all linters; ruff is asked which of them are its own.</summary>
    private static SortedSet<string> Aliases() =>
        new(BuiltInRules.Catalog.Rules.SelectMany(rule => rule.Descriptor.Aliases).Where(alias => alias != RuleSelector.All.Text), StringComparer.Ordinal);
}
