using System.Globalization;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>The second run over files that didn't change, against the first, which fills the cache.</summary>
internal sealed class CacheRow : IPeerRow
{
    private const double Wanted = 0.2;

    public string Name => "cache";

    public Goal Measure(PeerRun run)
    {
        var folder = Path.Combine(run.Scratch.FullName, "cache");
        var turns = Turns.Take(run.Rounds, () => Fill(), () => run.Own(run.Root, "--cache-dir", folder).Seconds);
        var part = turns.Other / turns.Own;
        return new Goal(
            "second run with the cache; the first",
            "1/5 of the first",
            string.Create(CultureInfo.InvariantCulture, $"{turns.Other:F2} s, the first {turns.Own:F2} s: {part:F2}"),
            part <= Wanted);

        double Fill()
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            return run.Own(run.Root, "--cache-dir", folder).Seconds;
        }
    }
}
