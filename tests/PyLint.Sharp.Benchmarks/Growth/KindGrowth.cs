using System.Globalization;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Rules;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Benchmarks.Growth;

/// <summary>
/// Measures how the whole check grows with one kind of content, and tells each size as soon as it is known: when all of them take too
/// long, the process ends in the middle of its work.
/// </summary>
internal static class KindGrowth
{
    /// <summary>How a size is told: the size, seconds for such a text, and what kept the rules from seeing it all.</summary>
    public const char Separator = '\t';

    /// <summary>The exit code of a process that reached <see cref="Limit"/>.</summary>
    public const int TookTooLong = 3;

    /// <summary>Of the processor, for all sizes together.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public static int Run(GrowthKind kind)
    {
        using var watcher = new Timer(_ => EndWhenTooLong(), null, BetweenLooks, BetweenLooks);
        return Corpus.OnDeepStack(() => Measure(kind));
    }

    private static void EndWhenTooLong()
    {
        if (Environment.CpuUsage.TotalTime > Limit)
        {
            Environment.Exit(TookTooLong);
        }
    }

    private static void Measure(GrowthKind kind)
    {
        var rules = RuleSelection.Resolve(BuiltInRules.Catalog, [RuleSelector.All.Text], []).Rules;
        var analyzer = new Analyzer(rules, new AnalyzerOptions { Catalog = BuiltInRules.Catalog });

        // The smallest size would pay for the JIT, and growth would look smaller than it is.
        GrowthClock.SecondsForAByte(kind.Write(GrowthClock.SmallestSize), source => Check(analyzer, source), hold: false);
        foreach (var size in GrowthClock.Sizes)
        {
            var source = kind.Write(size);
            var problem = "";
            var seconds = source.Length * GrowthClock.SecondsForAByte(source, Work, hold: true);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{source.Length}{Separator}{seconds:R}{Separator}{problem}"));

            AnalysisResult Work(byte[] text)
            {
                var result = Check(analyzer, text);
                problem = ProblemOf(result);
                return result;
            }
        }
    }

    private static AnalysisResult Check(Analyzer analyzer, byte[] source) => analyzer.Run(SyntaxTree.Parse(SourceText.Decode(source)));

    /// <summary>Whoever gives up is quick, and nothing is measured.</summary>
    private static string ProblemOf(AnalysisResult result) =>
        result.Diagnostics.FirstOrDefault(finding => finding.Descriptor.Code is "PLS003" or "PLS004") is { } found ? found.Message : "";
}
