using System.Collections.Concurrent;
using System.Diagnostics;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Syntax.Tests.Nodes;

/// <summary>
/// The invariants on all Python that is at hand: this repository's, the library of the installed Python, and every file under the folders
/// that <c>PYLINT_SHARP_CORPUS</c> names, separated as in PATH.
/// </summary>
[TestFixture]
public sealed class AnyCorpusTests
{
    private const int Stack = 16 * 1024 * 1024;

    private static readonly EnumerationOptions Everywhere = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private static string[] Folders() =>
        (Environment.GetEnvironmentVariable("PYLINT_SHARP_CORPUS") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    [Test]
    public void Every_program_of_the_repository_keeps_the_invariants() =>
        Check([.. new[] { "tests", "samples", "grammars" }.SelectMany(folder => Repository.Files(folder, "*.py")).Select(Repository.PathOf)]);

    [Test]
    public void Every_module_of_the_installed_library_keeps_the_invariants() => Check(Python.Required().LibraryFiles());

    [TestCaseSource(nameof(Folders))]
    public void Every_program_of_another_corpus_keeps_the_invariants(string folder) =>
        Check([.. Directory.EnumerateFiles(folder, "*.py", Everywhere)]);

    private static void Check(IReadOnlyList<string> files)
    {
        var watch = Stopwatch.StartNew();
        var queue = new ConcurrentQueue<string>(files);
        var outcomes = new ConcurrentBag<(string File, long Length, long Nodes, bool HasErrors, string? Problem)>();
        var workers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() => Work(queue, outcomes), Stack)).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());

        TestContext.Out.WriteLine(
            $"{outcomes.Count} files, {outcomes.Sum(outcome => outcome.Length):N0} characters, {outcomes.Sum(outcome => outcome.Nodes):N0} nodes, "
            + $"{outcomes.Count(outcome => outcome.HasErrors)} with syntax errors, {watch.Elapsed.TotalSeconds:N1} s");
        outcomes.Should().HaveCount(files.Count).And.NotBeEmpty();
        outcomes.Where(outcome => outcome.Problem != null).Select(outcome => $"{outcome.File}: {outcome.Problem}").Order().Should().BeEmpty();
    }

    private static void Work(ConcurrentQueue<string> files, ConcurrentBag<(string File, long Length, long Nodes, bool HasErrors, string? Problem)> outcomes)
    {
        while (files.TryDequeue(out var file))
        {
            try
            {
                var bytes = File.ReadAllBytes(file);
                var tree = SyntaxTree.Parse(SourceText.Decode(bytes, file));
                outcomes.Add((file, tree.Text.Length, tree.Nodes.Length, tree.Errors.Length > 0, TreeInvariants.FirstBroken(tree) ?? LostBytes(tree.Text, bytes)));
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                outcomes.Add((file, 0, 0, true, problem.ToString()));
            }
        }
    }

    /// <summary>Text that was decoded without an error is encoded to the bytes that it was made of.</summary>
    private static string? LostBytes(SourceText text, byte[] bytes)
    {
        byte[] mark = text.Encoding.HasByteOrderMark ? [0xEF, 0xBB, 0xBF] : [];
        return !text.EncodingErrors.IsEmpty || bytes.AsSpan().SequenceEqual([.. mark, .. text.Encoding.Codec.GetBytes(text.Content)])
            ? null
            : "the text is not the bytes again";
    }
}
