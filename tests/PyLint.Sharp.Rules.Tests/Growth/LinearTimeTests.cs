using System.Runtime;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests.Growth;

/// <summary>No rule takes quadratic time, whatever there is thousands of.</summary>
public sealed class LinearTimeTests
{
    /// <summary>Linear time takes 16 times as long for the large program, quadratic time 256 times.</summary>
    private const double MostGrowth = 90;

    /// <summary>The machine may be busy as long with something else; with a program of this size, quadratic time is more.</summary>
    private const double Trifle = 100;

    /// <summary>Bytes that the rules may need for the large program.</summary>
    private const long Garbage = 200_000_000;

    private const int MostRounds = 8;

    [TestCaseSource(typeof(Adversary), nameof(Adversary.Programs))]
    public void Each_rule_takes_linear_time(Adversary program)
    {
        var (few, many) = (Parse(program.Of(Adversary.Few)), Parse(program.Of(Adversary.Few * Adversary.Factor)));
        var (fewTimes, manyTimes) = (new Dictionary<string, double>(), new Dictionary<string, double>());
        var slow = new List<string>();

        // What disturbs a round only ever makes it longer, so that the best of all rounds counts.
        for (var round = 0; round < MostRounds && (round == 0 || slow.Count > 0); round++)
        {
            Time(few, fewTimes);
            Time(many, manyTimes);
            slow = [.. manyTimes.Where(rule => rule.Value > Trifle && rule.Value > MostGrowth * fewTimes[rule.Key])
                .Select(rule => $"{rule.Key}: {fewTimes[rule.Key]:F2} ms and {rule.Value:F0} ms")];
        }

        slow.Should().BeEmpty();
    }

    [Test]
    public void All_rules_take_part()
    {
        var times = new Dictionary<string, double>();
        Time(Parse("pass\n"), times);
        times.Should().HaveCount(BuiltInRules.Catalog.Rules.Length);
    }

    private static SyntaxTree Parse(string text)
    {
        var tree = SyntaxTree.Parse(SourceText.From(text));
        tree.HasParseErrors.Should().BeFalse();
        return tree;
    }

    private static void Time(SyntaxTree tree, Dictionary<string, double> best)
    {
        // A collection of garbage would count for the rule that it interrupts.
        var timings = new RuleTimings();
        var isUndisturbed = GC.TryStartNoGCRegion(Garbage);
        var result = new Analyzer(BuiltInRules.Catalog.Rules, new AnalyzerOptions { Timings = timings }).Run(tree);
        if (isUndisturbed && GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
        {
            GC.EndNoGCRegion();
        }

        result.Crashes.Should().BeEmpty();
        foreach (var timing in timings.ToTable())
        {
            var time = timing.Time.TotalMilliseconds;
            best[timing.Rule.Code] = Math.Min(time, best.GetValueOrDefault(timing.Rule.Code, time));
        }
    }
}
