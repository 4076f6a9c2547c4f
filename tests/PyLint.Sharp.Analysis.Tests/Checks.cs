using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Tests;

/// <summary>Short ways to run rules over text.</summary>
internal static class Checks
{
    public static SyntaxTree Parse(string code) => SyntaxTree.Parse(SourceText.From(code));

    public static AnalysisResult Run(string code, params Rule[] rules) => new Analyzer(rules).Run(Parse(code));

    /// <summary>One line a finding: where, which, what.</summary>
    public static IEnumerable<string> Lines(this AnalysisResult result) =>
        result.Diagnostics.Select(finding => $"{result.Tree.Text.PositionOf(finding.Span.Start)} {finding.Descriptor.Code} {finding.Message}");
}
