using System.Globalization;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>
/// Peak memory for ten thousand files, against that for the same files once: nothing of a file may stay when its report is written. Copies, because
/// the collector takes the room that it needs for what a file is like, and has not taken all of it before some dozens of megabytes were allocated.
/// </summary>
internal sealed class FlatRow : IPeerRow
{
    private const int Many = 10_000;

    /// <summary>The list of files itself grows, and the collector does not do the same twice.</summary>
    private const double Wanted = 1.1;

    public string Name => "memory-flat";

    public Goal Measure(PeerRun run)
    {
        var copies = Math.Max(2, (int)Math.Ceiling((double)Many / run.Paths.Count));
        var work = string.Create(CultureInfo.InvariantCulture, $"peak memory (VmHWM), all files {copies} times ({copies * run.Paths.Count}); once");
        const string Aim = "1.1 x";
        if (!OperatingSystem.IsLinux())
        {
            return new Goal(work, Aim, "needs Linux", null);
        }

        var folder = run.Scratch.CreateSubdirectory("copies");
        for (var copy = 0; copy < copies; copy++)
        {
            Copy(run, Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"copy{copy}")));
        }

        var turns = Turns.Take(run.Rounds, () => run.PeakOf(Path.Combine(folder.FullName, "copy0")) / 1e6, () => run.PeakOf(folder.FullName) / 1e6);
        var growth = turns.Other / turns.Own;
        return new Goal(work, Aim, string.Create(CultureInfo.InvariantCulture, $"{turns.Other:F0} MB, once {turns.Own:F0} MB: {growth:F2} x"), growth <= Wanted);
    }

    private static void Copy(PeerRun run, string folder)
    {
        var root = Directory.Exists(run.Root) ? run.Root : Path.GetDirectoryName(Path.GetFullPath(run.Root))!;
        foreach (var path in run.Paths)
        {
            var target = Path.Combine(folder, Path.GetRelativePath(root, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
