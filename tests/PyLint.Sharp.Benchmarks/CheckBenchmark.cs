using System.Globalization;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Rules;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks;

/// <summary>
/// What all rules cost beside the parser: from bytes to the finished tree, and from bytes to the findings, on one thread and without a
/// reporter. The first round includes the JIT and is left out of the medians.
/// </summary>
internal static class CheckBenchmark
{
    public static int Run(string path, ParseOptions options)
    {
        var selection = RuleSelection.Resolve(BuiltInRules.Catalog, [options.Select ?? RuleSelector.All.Text], []);
        foreach (var error in selection.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        return selection.Errors.IsEmpty ? Corpus.Run(path, paths => Measure(paths, selection, options.Rounds)) : 2;
    }

    private static void Measure(List<string> paths, RuleSelection selection, int count)
    {
        var work = new CheckedFiles(paths, selection.Rules);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{paths.Count} files, {work.Megabytes:F2} MB, {selection.Rules.Length} rules, one thread"));
        var rounds = new List<CheckRound>();
        for (var number = 1; number <= count; number++)
        {
            rounds.Add(work.Measure());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {number}: {rounds[^1].Findings} findings"));
            Write(work.Megabytes, [rounds[^1]]);
        }

        if (count > 2)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"medians of rounds 2 to {count}"));
            Write(work.Megabytes, rounds[1..]);
        }
    }

    private static void Write(double megabytes, List<CheckRound> rounds)
    {
        WriteLine("parse", round => round.Parse);
        WriteLine("no rules", round => round.NoRules);
        WriteLine("check", round => round.Check);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  (check - parse) / parse {Statistics.Median(rounds.Select(round => round.BeyondParsing)):F2}; (check - no rules) / parse {Statistics.Median(rounds.Select(round => round.ByRules)):F2}"));

        void WriteLine(string name, Func<CheckRound, Timed> part)
        {
            var seconds = Statistics.Median(rounds.Select(round => part(round).Seconds));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {name,-9} {seconds,7:F3} s {megabytes / seconds,7:F1} MB/s {Statistics.Median(rounds.Select(round => part(round).Megabytes)),6:F0} MB allocated"));
        }
    }
}
