using System.Globalization;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>Peak memory for many small files, against that for a tenth of them: nothing of a file may stay when its report is written.</summary>
internal sealed class FlatRow : IPeerRow
{
    private const int Few = 1_000;
    private const int Many = 10_000;

    /// <summary>The list of files itself grows, and the collector does not do the same twice.</summary>
    private const double Wanted = 1.1;

    public string Name => "memory-flat";

    public Goal Measure(PeerRun run)
    {
        const string Work = "peak memory (VmHWM) for 10,000 small files; for 1,000";
        const string Aim = "1.1 x";
        if (!OperatingSystem.IsLinux())
        {
            return new Goal(Work, Aim, "needs Linux", null);
        }

        var folder = run.Scratch.CreateSubdirectory("small-files");
        var first = folder.CreateSubdirectory("part0");
        for (var file = 0; file < Many; file++)
        {
            var part = folder.CreateSubdirectory(string.Create(CultureInfo.InvariantCulture, $"part{file / Few}"));
            File.WriteAllText(Path.Combine(part.FullName, string.Create(CultureInfo.InvariantCulture, $"module{file}.py")), Program(file));
        }

        var turns = Turns.Take(run.Rounds, () => run.PeakOf(first.FullName) / 1e6, () => run.PeakOf(folder.FullName) / 1e6);
        var growth = turns.Other / turns.Own;
        return new Goal(
            Work,
            Aim,
            string.Create(CultureInfo.InvariantCulture, $"{turns.Other:F0} MB, 1,000 files {turns.Own:F0} MB: {growth:F2} x"),
            growth <= Wanted);
    }

    /// <summary>No two alike, with something to find in each.</summary>
    private static string Program(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        import os


        class Account{{number}}:
            def __init__(self, owner{{number}}, entries=[]):
                self.owner = owner{{number}}
                self.entries = entries

            def balance(self):
                total{{number}} = 0
                for i in range(len(self.entries)):
                    total{{number}} += self.entries[i]
                return total{{number}}


        def load{{number}}(path):
            try:
                with open(os.path.join("data", path)) as file:
                    return [int(line) + {{number}} for line in file]
            except:
                pass


        print(Account{{number}}("ann", load{{number}}("{{number}}.txt")).balance())

        """);
}
