using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>Every rule × every form of suppression: each finding of each bad example is silenced, and comes back without the comment.</summary>
public class SuppressionMatrixTests
{
    private static readonly (string Form, Func<SourceText, Diagnostic, string, string> Write)[] Forms =
    [
        ("noqa", (text, finding, _) => Behind(text, finding, "# noqa")),
        ("noqa code", (text, finding, _) => Behind(text, finding, $"# noqa: {finding.Descriptor.Code}")),
        ("noqa name", (text, finding, _) => Behind(text, finding, $"# NOQA:{finding.Descriptor.Name}")),
        ("noqa alias", (text, finding, alias) => Behind(text, finding, $"# noqa: X999, {alias}")),
        ("ignore", (text, finding, _) => Behind(text, finding, $"# pylint-sharp: ignore[{finding.Descriptor.Name}] -- reason")),
        ("pylint disable", (text, finding, alias) => Behind(text, finding, $"# pylint: disable=made-up,{alias}")),
        ("ignore before", (text, finding, _) => Before(text, finding, $"# pylint-sharp: ignore[{finding.Descriptor.Code}]")),
        ("disable", (text, finding, _) => Before(text, finding, $"# pylint-sharp: disable[{finding.Descriptor.Code}]")),
        ("disable of pylint", (text, finding, _) => Before(text, finding, $"# pylint: disable={finding.Descriptor.Name}")),
        ("file-ignore", (text, finding, _) => $"# pylint-sharp: file-ignore[{finding.Descriptor.Code}]\n{text.Content}"),
        ("skip-file", (text, _, _) => $"# pylint-sharp: skip-file\n{text.Content}"),
        ("ruff: noqa", (text, finding, _) => $"# ruff: noqa: {finding.Descriptor.Code}\n{text.Content}"),
        ("flake8: noqa", (text, _, _) => $"# flake8: noqa\n{text.Content}"),
    ];

    private static IEnumerable<TestCaseData<string, Rule>> Cases =>
        from form in Forms
        from rule in BuiltInRules.Catalog.Rules
        where rule.Descriptor.Area != SkillArea.Suppressions
        select new TestCaseData<string, Rule>(form.Form, rule).SetArgDisplayNames(form.Form, rule.Descriptor.Name);

    [TestCaseSource(nameof(Cases))]
    public void A_comment_silences_the_finding_that_it_names(string form, Rule rule)
    {
        var write = Forms.Single(entry => entry.Form == form).Write;
        var alias = rule.Descriptor.Aliases.FirstOrDefault(word => word.Any(char.IsAsciiDigit)) ?? rule.Descriptor.Code;
        var tried = 0;
        foreach (var example in rule.Descriptor.Examples.Where(example => example.IsBad))
        {
            var analyzer = new Analyzer([rule], new AnalyzerOptions { Submission = example.Submission });
            var text = SourceText.From(MarkedCode.Parse(example.Code).Code);
            var before = analyzer.Run(SyntaxTree.Parse(text)).Diagnostics;
            foreach (var finding in before)
            {
                var after = analyzer.Run(SyntaxTree.Parse(SourceText.From(write(text, finding, alias))));
                var silenced = after.Suppressed.Count(other => other.Message == finding.Message);
                silenced.Should().BePositive(after.Tree.Text.Content);
                (after.Diagnostics.Length + after.Suppressed.Length).Should().Be(before.Length, after.Tree.Text.Content);
                after.Suppressions.Should().ContainSingle(comment => comment.IsUsed, after.Tree.Text.Content);
                tried++;
            }
        }

        tried.Should().BePositive();
    }

    private static string Behind(SourceText text, Diagnostic finding, string comment) =>
        text.Content.Insert(text.LineSpan(finding.SuppressLine!.Value).End, $"  {comment}");

    /// <summary>Above the statement, because a comment can't stand inside a string or behind a backslash.</summary>
    private static string Before(SourceText text, Diagnostic finding, string comment)
    {
        var tree = SyntaxTree.Parse(text);
        var line = text.LineOf(finding.Span.Start);
        foreach (var statement in tree.Nodes.OfType<PyLint.Sharp.Syntax.Nodes.Stmt>())
        {
            var first = text.LineOf(statement.Span.Start);
            line = first < line && line <= text.LineOf(statement.Span.End) && tree.Nodes[(statement.Index + 1)..statement.SubtreeEnd].ToArray()
                .All(node => node is not PyLint.Sharp.Syntax.Nodes.Stmt) ? first : line;
        }

        var start = text.LineStart(line);
        var indentation = text.Content[start..].TakeWhile(character => character is ' ' or '\t').Count();
        return text.Content.Insert(start, $"{text.Content.Substring(start, indentation)}{comment}\n");
    }
}
