using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>The whole command on all files, against the quickest of the linters written in Python.</summary>
internal sealed class PyflakesRow : IPeerRow
{
    /// <summary>The ratio that ruff publishes for itself.</summary>
    private const double Wanted = 54;

    public string Name => "cold-pyflakes";

    public Goal Measure(PeerRun run)
    {
        var work = "whole process, all rules, no cache, 2 threads; pyflakes";
        var aim = $"{Wanted} x faster";
        if (Tool.Find("python3 -m pyflakes", "pyflakes3", "pyflakes") is not { } pyflakes)
        {
            return new Goal(work, aim, "pyflakes is not installed", null);
        }

        var turns = Turns.Take(run.Rounds, () => run.Own(run.Root).Seconds, () => Command.Run(pyflakes.With(run.Root), mostExitCode: 1).Seconds);
        return new Goal($"{work} {pyflakes.Version}", aim, turns.ToString(), turns.TimesFaster >= Wanted);
    }
}
