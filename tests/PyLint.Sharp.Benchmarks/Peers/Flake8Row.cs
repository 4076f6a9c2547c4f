using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>The whole command on all files, against flake8 with as many processes as we have threads.</summary>
internal sealed class Flake8Row : IPeerRow
{
    private const double Wanted = 42;

    public string Name => "cold-flake8";

    /// <summary>How flake8 is started; null where it isn't installed.</summary>
    public static Tool? Find() => Tool.Find("flake8", "python3 -m flake8");

    public Goal Measure(PeerRun run)
    {
        var work = "whole process, all rules, no cache, 2 threads; flake8 -j2";
        var aim = $"{Wanted} x faster";
        if (Find() is not { } flake8)
        {
            return new Goal(work, aim, "flake8 is not installed", null);
        }

        var turns = Turns.Take(run.Rounds, () => run.Own(run.Root).Seconds, () => Command.Run(flake8.With("--isolated", "-j2", run.Root), mostExitCode: 1).Seconds);
        return new Goal($"{work} {flake8.Version}", aim, turns.ToString(), turns.TimesFaster >= Wanted);
    }
}
