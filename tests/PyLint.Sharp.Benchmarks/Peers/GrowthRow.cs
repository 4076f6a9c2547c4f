using System.Globalization;
using PyLint.Sharp.Benchmarks.Growth;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>How the time of the whole check grows with the size of a text; <c>growth check</c> tells more.</summary>
internal sealed class GrowthRow : IPeerRow
{
    private const double Wanted = 1.1;

    public string Name => "growth";

    public Goal Measure(PeerRun run)
    {
        var kinds = GrowthKind.All.Select(CheckGrowth.Measure).ToList();
        var bad = kinds.Where(kind => kind.Slope > Wanted || kind.Problem is not null).OrderByDescending(kind => kind.Slope).ToList();
        var worst = kinds.MaxBy(kind => kind.Slope)!;
        var others = string.Join(", ", bad.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Name} {kind.Slope:F2}{(kind.Problem is null ? "" : $" ({kind.Problem})")}")));
        return new Goal(
            string.Create(CultureInfo.InvariantCulture, $"time against size, {kinds.Count} kinds of content, 10 KB to 10 MB"),
            "slope 1.1",
            bad.Count == 0
                ? string.Create(CultureInfo.InvariantCulture, $"at most {worst.Slope:F2} ({worst.Name})")
                : string.Create(CultureInfo.InvariantCulture, $"{kinds.Count - bad.Count} of {kinds.Count} kinds; not {others}"),
            bad.Count == 0);
    }
}
