using System.Globalization;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>
/// The samples as a corpus: what is said about each <c>naive.py</c> is recorded in <c>expected.txt</c> beside it, and nothing is
/// said about any <c>better.py</c>.
/// </summary>
[TestFixture]
public sealed class SampleTests
{
    private static readonly Analyzer Analyzer = new(BuiltInRules.Catalog.Rules);

    private static IEnumerable<string> Problems() => Repository.Files("samples", "naive.py").Select(path => path[..path.LastIndexOf('/')]);

    [TestCaseSource(nameof(Problems))]
    public void The_naive_solution_gets_the_recorded_findings(string problem) =>
        Snapshot.Verify(Findings($"{problem}/naive.py"), $"{problem}/expected.txt");

    [TestCaseSource(nameof(Problems))]
    public void The_better_solution_is_silent(string problem) => Findings($"{problem}/better.py").Should().BeEmpty();

    [Test]
    public void The_samples_cover_the_five_skill_areas() =>
        Problems().Select(problem => problem.Split('/')[1]).Distinct().Order(StringComparer.Ordinal)
            .Should().Equal("control-flow", "data-types", "functions", "object-oriented", "standard-library");

    private static string Findings(string path)
    {
        var text = SourceText.Decode(File.ReadAllBytes(Repository.PathOf(path)), path);
        var output = new StringBuilder();
        foreach (var diagnostic in Analyzer.Run(SyntaxTree.Parse(text)).Diagnostics)
        {
            var fix = diagnostic.Fix is { } offered ? $" [fix: {offered.Title}]" : "";
            var severity = diagnostic.Severity.ToString().ToLowerInvariant();
            output.Append(CultureInfo.InvariantCulture, $"{text.PositionOf(diagnostic.Span.Start)}-{text.PositionOf(diagnostic.Span.End)}: {severity} {diagnostic.Descriptor.Code} {diagnostic.Message}{fix}\n");
        }

        return output.ToString();
    }
}
