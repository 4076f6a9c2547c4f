using System.Globalization;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>What somebody waits who checks what he has just written: the whole process for one file of 200 lines.</summary>
internal sealed class OneFileRow : IPeerRow
{
    private const int Lines = 200;
    private const double WantedSeconds = 0.1;
    private const double WantedPart = 1 / 3.0;

    /// <summary>A run is short, so many can be had.</summary>
    private const int Rounds = 21;

    public string Name => "onefile";

    public Goal Measure(PeerRun run)
    {
        var file = run.Paths.MinBy(path => Math.Abs(File.ReadLines(path).Count() - Lines))!;
        var work = string.Create(CultureInfo.InvariantCulture, $"one file of {File.ReadLines(file).Count()} lines ({Path.GetFileName(file)}), whole process, {Rounds} rounds; flake8");
        var aim = "100 ms and 1/3 of flake8's time";
        if (Flake8Row.Find() is not { } flake8)
        {
            var alone = Statistics.Median(Enumerable.Range(0, Rounds).Select(_ => run.Own(file).Seconds));
            return new Goal(work, aim, string.Create(CultureInfo.InvariantCulture, $"{alone * 1000:F0} ms; flake8 is not installed"), alone > WantedSeconds ? false : null);
        }

        var turns = Turns.Take(Rounds, () => run.Own(file).Seconds, () => Command.Run(flake8.With("--isolated", file), mostExitCode: 1).Seconds);
        return new Goal(
            $"{work} {flake8.Version}",
            aim,
            string.Create(CultureInfo.InvariantCulture, $"{turns.Own * 1000:F0} ms, they {turns.Other * 1000:F0} ms: {turns.Own / turns.Other:F2}"),
            turns.Own <= WantedSeconds && turns.Own <= turns.Other * WantedPart);
    }
}
