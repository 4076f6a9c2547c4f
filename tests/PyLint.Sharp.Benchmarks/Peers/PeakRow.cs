using System.Globalization;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>The most memory that the whole command has at once, against the largest file.</summary>
internal sealed class PeakRow : IPeerRow
{
    private const double MegabytesForNothing = 80;
    private const double BytesForOne = 60;

    public string Name => "memory-peak";

    public Goal Measure(PeerRun run)
    {
        const string Work = "peak memory (VmHWM), all files, 2 threads";
        var largest = run.Sizes.Values.Max() / 1e6;
        var wanted = MegabytesForNothing + (BytesForOne * largest);
        var aim = string.Create(CultureInfo.InvariantCulture, $"80 MB + 60 x the largest file ({largest:F2} MB): {wanted:F0} MB");
        if (!OperatingSystem.IsLinux())
        {
            return new Goal(Work, aim, "needs Linux", null);
        }

        var peak = Statistics.Median(Enumerable.Range(0, run.Rounds).Select(_ => run.PeakOf(run.Root) / 1e6));
        return new Goal(Work, aim, string.Create(CultureInfo.InvariantCulture, $"{peak:F0} MB"), peak <= wanted);
    }
}
