using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Testing.Damage;

/// <summary>How well a program is read that lost one token.</summary>
/// <param name="Errors">The syntax errors that it cost.</param>
/// <param name="Findings">Findings of the whole program outside the damaged lines.</param>
/// <param name="KeptFindings">Those of them that are still there.</param>
/// <param name="NewFindings">Findings outside the damaged lines that the whole program has not.</param>
/// <param name="Nodes">Expressions of the whole program outside the damaged lines.</param>
/// <param name="KeptNodes">Those of them that are still there.</param>
public sealed record RecoveryScore(int Errors, int Findings, int KeptFindings, int NewFindings, int Nodes, int KeptNodes)
{
    /// <summary>Compares a program with what is read of it after a deletion.</summary>
    public static RecoveryScore Of(Analyzer analyzer, AnalysisResult whole, TokenDeletion deletion)
    {
        var damaged = analyzer.Run(SyntaxTree.Parse(SourceText.From(deletion.Apply(whole.Tree.Text.Content), whole.Tree.Text.Path)));
        var expected = FindingsOf(whole, span => span, deletion);
        var found = FindingsOf(damaged, deletion.Original, deletion);
        var nodes = NodesOf(whole.Tree, span => span, deletion);
        var kept = NodesOf(damaged.Tree, deletion.Original, deletion);
        kept.IntersectWith(nodes);
        return new RecoveryScore(
            damaged.Tree.Errors.Length, expected.Count, expected.Count(found.Contains), found.Count(finding => !expected.Contains(finding)),
            nodes.Count, kept.Count);
    }

    private static HashSet<(string Code, TextSpan Span)> FindingsOf(AnalysisResult result, Func<TextSpan, TextSpan> original, TokenDeletion deletion) =>
        [.. result.Diagnostics
            .Where(diagnostic => diagnostic.Descriptor.Code is not ("PLS000" or "PLS002"))
            .Select(diagnostic => (diagnostic.Descriptor.Code, original(diagnostic.Span)))
            .Where(finding => deletion.IsOutside(finding.Item2))];

    private static HashSet<(NodeKind Kind, TextSpan Span)> NodesOf(SyntaxTree tree, Func<TextSpan, TextSpan> original, TokenDeletion deletion) =>
        [.. tree.Nodes.OfType<Expr>().Select(node => (node.Kind, original(node.Span))).Where(node => deletion.IsOutside(node.Item2))];
}
