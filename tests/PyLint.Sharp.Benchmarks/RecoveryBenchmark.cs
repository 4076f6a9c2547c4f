using System.Globalization;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing.Damage;

namespace PyLint.Sharp.Benchmarks;

/// <summary>
/// How much of a program one deleted token costs: syntax errors, findings elsewhere, expressions elsewhere. The tokens are chosen with
/// a fixed seed, so that two runs compare.
/// </summary>
internal static class RecoveryBenchmark
{
    private const int Seed = 20_240_229;

    public static int Run(string path, int deletions, string? shown) => Corpus.OnDeepStack(() => Measure(path, deletions, shown));

    private static void Measure(string path, int deletions, string? shown)
    {
        var analyzer = new Analyzer(BuiltInRules.Catalog.Rules);
        var random = new Random(Seed);
        var files = Directory.EnumerateFiles(path, "*.py", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => analyzer.Run(SyntaxTree.Parse(SourceText.Decode(File.ReadAllBytes(file), file))))
            .Where(file => file.Tree.Errors.IsEmpty && file.Tree.Text.Length > 0)
            .ToList();
        var scores = new List<(TokenDeletion Deletion, RecoveryScore Score)>(deletions);
        while (scores.Count < deletions)
        {
            var file = files[random.Next(files.Count)];
            foreach (var deletion in TokenDeletion.Sample(file.Tree.Text, 1, random))
            {
                var score = RecoveryScore.Of(analyzer, file, deletion);
                scores.Add((deletion, score));
                if (shown != null && (deletion.Token == shown || shown == "*") && (score.Errors > 1 || score.KeptNodes < score.Nodes * 0.95 || score.NewFindings > 0))
                {
                    Show(file, deletion, score);
                }
            }
        }

        Report("all", scores);
        foreach (var kind in scores.GroupBy(score => score.Deletion.Token).OrderByDescending(Lost))
        {
            Report(kind.Key, [.. kind]);
        }
    }

    private static int Lost(IGrouping<string, (TokenDeletion Deletion, RecoveryScore Score)> kind) =>
        kind.Sum(item => item.Score.Nodes - item.Score.KeptNodes);

    private static void Report(string name, List<(TokenDeletion Deletion, RecoveryScore Score)> scores)
    {
        var errors = new int[5];
        foreach (var (_, score) in scores)
        {
            errors[Math.Min(4, score.Errors)]++;
        }

        var broken = scores.FindAll(item => item.Score.Errors > 0).ConvertAll(item => item.Score);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-22} {scores.Count,6}  errors 0/1/2/3/more: {errors[0]}/{errors[1]}/{errors[2]}/{errors[3]}/{errors[4]}  "
            + $"findings {Percent(broken.Sum(s => s.KeptFindings), broken.Sum(s => s.Findings))} of {broken.Sum(s => s.Findings)}, new {broken.Sum(s => s.NewFindings)}, "
            + $"expressions {Percent(broken.Sum(s => (long)s.KeptNodes), broken.Sum(s => (long)s.Nodes))}, "
            + $"files below 90 % of findings {broken.Count(s => s.KeptFindings < s.Findings * 0.9)}, of expressions {broken.Count(s => s.KeptNodes < s.Nodes * 0.9)}"));
    }

    private static string Percent(long part, long whole) => whole == 0 ? "-" : (part * 100.0 / whole).ToString("F2", CultureInfo.InvariantCulture) + " %";

    private static void Show(AnalysisResult file, TokenDeletion deletion, RecoveryScore score)
    {
        var text = file.Tree.Text;
        var damaged = SourceText.From(deletion.Apply(text.Content));
        Console.WriteLine($"--- {text.Path}:{text.PositionOf(deletion.Deleted.Start)} -{deletion.Token}- {score}");
        var line = damaged.LineOf(Math.Min(deletion.Deleted.Start, damaged.Length));
        for (var i = Math.Max(1, line - 2); i <= Math.Min(damaged.LineCount, line + 3); i++)
        {
            Console.WriteLine($"{i,5} {damaged.ToString(damaged.LineSpan(i))}");
        }

        foreach (var error in SyntaxTree.Parse(damaged).Errors.Take(6))
        {
            Console.WriteLine($"      {damaged.PositionOf(error.Span.Start)}: {error.Message}");
        }
    }
}
