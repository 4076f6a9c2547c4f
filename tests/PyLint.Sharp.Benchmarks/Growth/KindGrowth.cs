using System.Globalization;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Rules;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Benchmarks.Growth;

/// <summary>
/// Measures how the whole check grows with one kind of content, and tells each size as soon as it is known: whoever started this process
/// ends it when that takes too long.
/// </summary>
internal static class KindGrowth
{
    /// <summary>How a size is told: the size, seconds for such a text, and what kept the rules from seeing it all.</summary>
    public const char Separator = '\t';

    public static int Run(GrowthKind kind) => Corpus.OnDeepStack(() => Measure(kind));

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
