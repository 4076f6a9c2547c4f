using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Analysis.Tests;

public class EngineDiagnosticTests
{
    private static IEnumerable<RuleDescriptor> All => EngineDiagnostics.All;

    [Test]
    public void They_are_numbered_from_zero() =>
        All.Select(descriptor => descriptor.Code).Should().Equal("PLS000", "PLS001", "PLS002", "PLS003", "PLS004", "PLS005");

    [Test]
    public void They_explain_themselves_like_rules()
    {
        foreach (var descriptor in All)
        {
            RuleContract.ProblemOfMessage(descriptor.Message).Should().BeNull();
            foreach (var text in new[] { descriptor.Why, descriptor.Instead, descriptor.FineWhen, descriptor.Interview.Question, descriptor.Interview.Answer })
            {
                RuleContract.ProblemOfExplanation(descriptor.Code, text).Should().BeNull();
            }
        }
    }

    [Test]
    public void Their_examples_are_flagged_where_they_say()
    {
        foreach (var example in All.SelectMany(descriptor => descriptor.Examples))
        {
            var code = MarkedCode.Parse(example.Code);
            var flagged = code with { Spans = [.. Checks.Run(code.Code).Diagnostics.Select(finding => finding.Span)] };
            flagged.ToString().Should().Be(example.Code);
        }
    }
}
