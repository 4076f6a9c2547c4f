using System.Globalization;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>
/// The whole command on all files, against pylint on a part of them: all would take it hours. Its time is scaled by bytes, without that of its
/// start. What pylint does across files grows faster than that, so the ratio is rather too small.
/// </summary>
internal sealed class PylintRow : IPeerRow
{
    private const double Wanted = 200;
    private const int Seed = 20_260_101;
    private const long BytesForPylint = 200_000;

    /// <summary>For one round. A part that takes longer makes the ratio a lower bound.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The bits of its exit code say what kinds of messages there were; 32 is a wrong command line.</summary>
    private const int MostExitCode = 31;

    public string Name => "cold-pylint";

    public Goal Measure(PeerRun run)
    {
        var work = "whole process, all rules, no cache, 2 threads; pylint -j2";
        var aim = $"{Wanted} x faster";
        if (Tool.Find("pylint", "python3 -m pylint") is not { } pylint)
        {
            return new Goal(work, aim, "pylint is not installed", null);
        }

        var part = Part.Choose(run.Paths, path => run.Sizes[path], BytesForPylint, Seed);
        var timesAsMuch = run.Bytes / (double)part.Sum(path => run.Sizes[path]);
        var nothing = Path.Combine(run.Scratch.FullName, "nothing.py");
        File.WriteAllText(nothing, "");
        string[] options = ["-j2", "--rcfile=", "--persistent=n"];
        var start = Statistics.Median(Enumerable.Range(0, run.Rounds).Select(_ => Command.Run(pylint.With([.. options, nothing]), MostExitCode).Seconds));
        var isCut = false;
        var turns = Turns.Take(run.Rounds, () => run.Own(run.Root).Seconds, () =>
        {
            var other = Command.Run(pylint.With([.. options, .. part]), MostExitCode, Limit);
            isCut |= other.IsCut;
            return Part.Scale(other.Seconds, start, timesAsMuch);
        });
        return new Goal(
            $"{work} {pylint.Version}",
            aim,
            string.Create(CultureInfo.InvariantCulture, $"{turns}{(isCut ? " at least" : "")} (scaled from {part.Count} files, 1/{timesAsMuch:F0})"),
            turns.TimesFaster >= Wanted ? true : isCut ? null : false);
    }
}
