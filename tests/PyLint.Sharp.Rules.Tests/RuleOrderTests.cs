using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Fixing;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>R20: what is found and what fixes make of a file does not depend on which rule comes first.</summary>
public class RuleOrderTests
{
    private const int Orders = 20;

    private static readonly FixPolicy Everything = new() { AllowsUnsafe = true };

    /// <summary>One file with all that any rule has a fix for, so that fixes have a chance to meet.</summary>
    private static string AllBadExamples => string.Concat(BuiltInRules.Catalog.Rules
        .SelectMany(rule => rule.Descriptor.Examples.Where(example => example.IsBad))
        .Select((example, i) => $"def f{i}():\n{Indented(MarkedCode.Parse(example.Code).Code)}\n"));

    private static IEnumerable<TestCaseData> Files()
    {
        yield return new TestCaseData(AllBadExamples).SetArgDisplayNames("all bad examples");
        foreach (var path in Repository.Files("samples", "naive.py"))
        {
            yield return new TestCaseData(Repository.ReadText(path)).SetArgDisplayNames(path);
        }
    }

    [TestCaseSource(nameof(Files))]
    public void No_order_of_the_rules_changes_anything(string code)
    {
        var rules = BuiltInRules.Catalog.Rules.ToArray();
        var random = new Random(20);
        var expected = Fix(code, rules);
        for (var order = 0; order < Orders; order++)
        {
            random.Shuffle(rules);
            Fix(code, rules).Should().Be(expected);
        }
    }

    /// <summary>A rule that fails when it is made would otherwise be missing in all tests without a word.</summary>
    [Test]
    public void Every_rule_comes_to_be() => BuiltInRules.Catalog.Failures.Should().BeEmpty();

    /// <summary>All that was said, and the text in the end.</summary>
    private static string Fix(string code, Rule[] rules)
    {
        var file = new FileFixer(new Analyzer(rules), ParseOptions.Default, Everything).Run(SourceText.From(code));
        var lines = file.Before.Diagnostics.Concat(file.Applied).Concat(file.Result.Diagnostics).Select(finding => $"{finding.Span} {finding.Descriptor.Code} {finding.Message}");
        return string.Join('\n', [.. lines, file.Result.Tree.Text.Content]);
    }

    private static string Indented(string code) => string.Concat(code.Split('\n').Select(line => $"    {line}\n"));
}
