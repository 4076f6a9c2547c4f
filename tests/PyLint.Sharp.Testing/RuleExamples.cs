using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Testing;

/// <summary>
/// Runs rules on their own examples: each must parse, be flagged exactly where it is marked, say what it states, and be fixed to
/// what it states with no finding left.
/// </summary>
public static class RuleExamples
{
    /// <summary>What is wrong with a rule on one of its examples, in words for the author of the rule; null when nothing is.</summary>
    public static string? ProblemOf(ExampleCase test)
    {
        var written = MarkedCode.Parse(test.Example.Code);
        if (test.Example.IsBad != written.Spans.Count > 0)
        {
            return test.Example.IsBad ? "a bad example marks what is flagged with [|…|]" : "a good example has no [|…|]";
        }

        var code = test.Variant.Rewrite(written);
        return test.Variant.Expected switch
        {
            Expectation.Silent => ProblemWithFindings(test, code with { Spans = [] }),
            Expectation.Suppressed => ProblemWithSuppression(test, code),
            _ => ProblemWithFindings(test, code)
                ?? ProblemWithMessage(test, code)
                ?? ExampleFixes.ProblemOf(test, code),
        };
    }

    /// <summary>
    /// Where a trap of one rule is a case of another: a variable that a nested function keeps to itself lacks no <c>nonlocal</c>, and hides
    /// the one around.
    /// </summary>
    private static readonly (string Silent, string Speaks)[] Traps = [("missing-nonlocal", "outer-name-shadowed")];

    /// <summary>The findings of rules in the good examples of other rules, one line each.</summary>
    public static IEnumerable<string> ForeignFindings(IReadOnlyList<Rule> rules)
    {
        var analyzer = new Analyzer(rules.Where(rule => rule.Descriptor.IsEnabledByDefault));
        return
            from rule in rules
            from example in rule.Descriptor.Examples
            where !example.IsBad
            from finding in Analyze(analyzer, example.Code).Diagnostics
            where finding.Descriptor != rule.Descriptor && !(example.IsHidden && Traps.Contains((rule.Descriptor.Name, finding.Descriptor.Name)))
            select $"{finding.Descriptor.Code} {finding.Descriptor.Name} flags a good example of {rule.Descriptor.Code} "
                + $"{rule.Descriptor.Name}: {finding.Message}\n{example.Code}";
    }

    /// <summary>
    /// Where a fix is one step of two: what the second rule says was true before, and the first spoke for both. `except:` was broader than
    /// `except Exception:`, the index was wrong before it was clumsy, a variable is global before anybody asks whether it should be, and one that hides a built-in may hide a variable too.
    /// </summary>
    private static readonly (string Fixed, string Next)[] Steps =
    [
        ("bare-except", "broad-except"),
        ("except-base-exception", "broad-except"),
        ("off-by-one-index", "range-len-loop"),
        ("unbound-local-from-assignment", "global-statement"),
        ("shadowed-builtin", "outer-name-shadowed"),
    ];

    /// <summary>
    /// The findings of other rules in bad examples that weren't there before their fixes were applied, one line each: who follows the advice of
    /// one rule must not be blamed by another. Counted by rule, because a fix may rename what a message names.
    /// </summary>
    public static IEnumerable<string> FindingsAfterFixes(IReadOnlyList<Rule> rules)
    {
        var analyzer = new Analyzer(rules.Where(rule => rule.Descriptor.IsEnabledByDefault));
        var missing = Steps.ToHashSet();
        foreach (var test in ExampleCase.AllOf(rules).Where(test => test.Variant == ExampleVariant.AsWritten && test.Example.IsBad))
        {
            var code = MarkedCode.Parse(test.Example.Code).Code;
            var (text, _) = ExampleFixes.ApplyAll(test, code);
            if (text == code)
            {
                continue;
            }

            var before = FindingsByRule(analyzer, code);
            foreach (var group in FindingsByRule(analyzer, text))
            {
                if (group.Key == test.Rule.Descriptor || group.Count() <= before[group.Key].Count())
                {
                    continue;
                }

                missing.Remove((test.Rule.Descriptor.Name, group.Key.Name));
                if (!Steps.Contains((test.Rule.Descriptor.Name, group.Key.Name)))
                {
                    yield return $"{group.Key.Code} {group.Key.Name} flags what the fix of {test} made: {group.Last().Message}\n{text}";
                }
            }
        }

        foreach (var (@fixed, next) in missing)
        {
            yield return $"no fix of {@fixed} leaves anything for {next} to say";
        }
    }

    private static ILookup<RuleDescriptor, Diagnostic> FindingsByRule(Analyzer analyzer, string code) =>
        Analyze(analyzer, code).Diagnostics.ToLookup(finding => finding.Descriptor);

    internal static string? ProblemWithSyntax(AnalysisResult result) =>
        result.Diagnostics.FirstOrDefault(finding => finding.Descriptor.Area == SkillArea.Engine) is { } finding
            ? $"{finding.Descriptor.Code} at {result.Tree.Text.PositionOf(finding.Span.Start)}: {finding.Message}\n{result.Tree.Text.Content}"
            : null;

    internal static string? ProblemWithFindings(ExampleCase test, MarkedCode expected)
    {
        var result = test.Analyze(expected.Code);
        return ProblemWithSyntax(result) ?? Difference("flagged", expected, result.Diagnostics);
    }

    private static AnalysisResult Analyze(Analyzer analyzer, string code) => analyzer.Run(SyntaxTree.Parse(SourceText.From(code)));

    private static string? Difference(string what, MarkedCode expected, IEnumerable<Diagnostic> findings)
    {
        var actual = expected with { Spans = [.. findings.Select(finding => finding.Span).Order()] };
        return actual.Spans.SequenceEqual(expected.Spans) ? null : $"expected to be {what}:\n{expected}\nbut {what} is:\n{actual}";
    }

    private static string? ProblemWithMessage(ExampleCase test, MarkedCode code)
    {
        if (test.Example.Message is not { } expected)
        {
            return null;
        }

        var actual = test.Analyze(code.Code).Diagnostics.FirstOrDefault()?.Message;
        return actual == expected ? null : $"expected to say: {expected}\nbut says: {actual ?? "nothing"}";
    }

    private static string? ProblemWithSuppression(ExampleCase test, MarkedCode code)
    {
        var own = test.Rule.Descriptor.Code;
        var findings = test.Analyze(code.Code);
        var lines = findings.Diagnostics.Select(finding => finding.SuppressLine ?? 0).ToHashSet();
        var silenced = code.InsertBefore(i => lines.Any(line => line > 0 && findings.Tree.Text.LineSpan(line).End == i)
            ? $"  # noqa: {own}"
            : "");
        var result = test.Analyze(silenced.Code);
        return ProblemWithSyntax(result)
            ?? Difference("flagged in spite of noqa", silenced with { Spans = [] }, result.Diagnostics)
            ?? Difference("suppressed", silenced, result.Suppressed)
            ?? (result.Suppressions.All(suppression => suppression.IsUsed || suppression.Codes.All(word => word.Text != own)) ? null : $"an unused noqa in:\n{silenced}");
    }
}
