using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Testing;

/// <summary>One example of one rule in one variant: one test.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Example">Its example.</param>
/// <param name="Title">Which one: <c>bad 2</c>, counted from 1 among its kind, with the discussion that it comes from.</param>
/// <param name="Variant">How it is written.</param>
public sealed record ExampleCase(Rule Rule, Example Example, string Title, ExampleVariant Variant)
{
    /// <summary>The rules that exist beside it. They run too where the rule is about what others find.</summary>
    public required RuleCatalog Catalog { get; init; }

    /// <summary>Every example of some rules in every variant that applies to it.</summary>
    public static IEnumerable<ExampleCase> AllOf(IEnumerable<Rule> rules)
    {
        var catalog = new RuleCatalog(rules);
        foreach (var rule in catalog.Rules)
        {
            var (bad, good) = (0, 0);
            foreach (var example in rule.Descriptor.Examples)
            {
                var title = (example.IsBad ? $"bad {++bad}" : $"good {++good}") + (example.Thread is { } thread ? $" ({thread})" : "");
                foreach (var variant in ExampleVariant.All.Where(variant => variant.AppliesTo(example)))
                {
                    yield return new ExampleCase(rule, example, title, variant) { Catalog = catalog };
                }
            }
        }
    }

    /// <summary>What the rule, and the engine, find in a text.</summary>
    internal AnalysisResult Analyze(string code)
    {
        var descriptor = Rule.Descriptor;
        var isAboutOthers = descriptor.Area == SkillArea.Suppressions;
        var analyzer = new Analyzer(isAboutOthers ? Catalog.Rules : [Rule], new AnalyzerOptions { Catalog = Catalog, Submission = Example.Submission });
        var result = analyzer.Run(SyntaxTree.Parse(SourceText.From(code)));
        bool IsWanted(Diagnostic finding) => finding.Descriptor == descriptor || finding.Descriptor.Area == SkillArea.Engine;
        return result with { Diagnostics = [.. result.Diagnostics.Where(IsWanted)], Suppressed = [.. result.Suppressed.Where(IsWanted)] };
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Rule.Descriptor.Name}, {Title}, {Variant}";
}
