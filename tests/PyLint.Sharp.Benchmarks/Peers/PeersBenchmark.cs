using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>
/// What we promise about speed and memory, each promise measured beside the program that it names, in the same run and in turns. A peer
/// that isn't installed is named and left out.
/// </summary>
internal static class PeersBenchmark
{
    private const string LoadFile = "/proc/loadavg";

    private static readonly IPeerRow[] Rows =
    [
        new PyflakesRow(), new Flake8Row(), new PylintRow(), new RuffRow(), new OneFileRow(), new CacheRow(), new RulesRow(), new PeakRow(), new FlatRow(),
        new GrowthRow(),
    ];

    public static string RowNames => string.Join(", ", Rows.Select(row => row.Name));

    /// <summary>True when a word means at least one row.</summary>
    public static bool HasRow(string word) => Rows.Any(row => IsCalled(row, word));

    public static int Run(string path, PeerOptions options) => Corpus.Run(path, paths => Measure(path, paths, options));

    private static void Measure(string path, List<string> paths, PeerOptions options)
    {
        using var run = new PeerRun(path, paths, options);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{paths.Count} files, {run.Megabytes:F1} MB; medians of {run.Rounds} rounds in turns; {Environment.ProcessorCount} cores; {RuntimeInformation.FrameworkDescription}{Load()}"));
        var goals = new List<Goal>();
        foreach (var row in Rows.Where(row => options.Rows is not { } words || words.Any(word => IsCalled(row, word))))
        {
            var watch = Stopwatch.StartNew();
            goals.Add(Contain(row, run));
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Name}: {goals[^1].Measured} ({watch.Elapsed.TotalSeconds:F0} s)"));
        }

        Console.Write(GoalTable.Write(goals));
    }

    /// <summary>A program that fails takes only its own line with it.</summary>
    private static Goal Contain(IPeerRow row, PeerRun run)
    {
        try
        {
            return row.Measure(run);
        }
        catch (InvalidOperationException exception)
        {
            return new Goal(row.Name, "", exception.Message.ReplaceLineEndings(" "), null);
        }
    }

    /// <summary>How many processes wanted to run in the last minute, our own included: on a busy machine only ratios mean something.</summary>
    private static string Load() => File.Exists(LoadFile) ? $"; load {File.ReadAllText(LoadFile).Split(' ')[0]}" : "";

    private static bool IsCalled(IPeerRow row, string word) => row.Name == word || row.Name.StartsWith(word + "-", StringComparison.Ordinal);
}
