using PyLint.Sharp.Syntax.Tests.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Nodes;

/// <summary>The invariants on every Python file under the folders that <c>PYLINT_SHARP_CORPUS</c> names, separated as in PATH.</summary>
[TestFixture]
[Explicit("needs a corpus: set PYLINT_SHARP_CORPUS to its folder")]
public sealed class AnyCorpusTests
{
    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private static string[] Folders() =>
        (Environment.GetEnvironmentVariable("PYLINT_SHARP_CORPUS") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    [Test]
    public void Every_tree_of_the_corpus_keeps_its_invariants()
    {
        var files = Folders().SelectMany(folder => Directory.EnumerateFiles(folder, "*.py", Everywhere)).Order(StringComparer.Ordinal).ToList();
        var trees = files.ConvertAll(file => (File: file, Outcome: Parsed.OnWorker(() => OutcomeOf(file))));

        TestContext.Out.WriteLine(
            $"{files.Count} files, {trees.Sum(tree => tree.Outcome.Length):N0} characters, {trees.Sum(tree => tree.Outcome.Nodes):N0} nodes, "
            + $"{trees.Count(tree => tree.Outcome.HasErrors)} with syntax errors");
        files.Should().NotBeEmpty();
        trees.Where(tree => tree.Outcome.Problem != null).Select(tree => $"{tree.File}: {tree.Outcome.Problem}").Should().BeEmpty();
    }

    private static (long Length, long Nodes, bool HasErrors, string? Problem) OutcomeOf(string file)
    {
        var tree = SyntaxTree.Parse(SourceText.Decode(File.ReadAllBytes(file), file));
        return (tree.Text.Length, tree.Nodes.Length, tree.Errors.Length > 0, TreeInvariants.FirstBroken(tree));
    }
}
