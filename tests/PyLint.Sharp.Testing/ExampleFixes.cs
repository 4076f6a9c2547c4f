using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Testing;

/// <summary>
/// Proves the fixes of a rule on an example: they end, each step parses, none promises more than the rule declares, and they
/// lead to the stated text, in which the rule has nothing left to say.
/// </summary>
internal static class ExampleFixes
{
    private const int MostPasses = 10;

    public static string? ProblemOf(ExampleCase test, MarkedCode code)
    {
        var (text, problem) = ApplyAll(test, code.Code);
        if (problem != null || test.Example.FixedTo is not { } stated)
        {
            return problem;
        }

        var expected = test.Variant.Rewrite(new MarkedCode(stated, [])).Code;
        return text == expected
            ? RuleExamples.ProblemWithFindings(test, new MarkedCode(text, []))
            : $"expected to be fixed to:\n{expected}\nbut fixed to:\n{text}";
    }

    /// <summary>The text after all fixes of the rule, unsafe ones included, and what went wrong on the way.</summary>
    public static (string Text, string? Problem) ApplyAll(ExampleCase test, string text)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var result = test.Analyze(text);
            var fixes = result.Diagnostics.Select(finding => finding.Fix).OfType<Fix>().ToList();
            if (fixes.Count == 0)
            {
                return (text, null);
            }

            var outcome = FixApplier.Apply(text, fixes);
            var problem = ProblemWithPromises(test.Rule, fixes) ?? ProblemWithStep(test, outcome);
            if (problem != null)
            {
                return (text, problem);
            }

            text = outcome.Text;
        }

        return (text, $"after {MostPasses} passes there is still something to fix in:\n{text}");
    }

    private static string? ProblemWithPromises(Rule rule, List<Fix> fixes) =>
        fixes.Find(fix => Promise(fix.Safety) > Promise(rule.Descriptor.Fix)) is { } bold
            ? $"the fix “{bold.Title}” is {bold.Safety}, but the rule declares {rule.Descriptor.Fix}"
            : null;

    private static int Promise(FixSafety safety) => safety switch
    {
        FixSafety.Safe => 3,
        FixSafety.Unsafe => 2,
        FixSafety.DisplayOnly => 1,
        _ => 0,
    };

    private static string? ProblemWithStep(ExampleCase test, FixOutcome step) =>
        RuleExamples.ProblemWithSyntax(test.Analyze(step.Text)) is { } problem ? $"the fixed text does not parse: {problem}" : null;
}
