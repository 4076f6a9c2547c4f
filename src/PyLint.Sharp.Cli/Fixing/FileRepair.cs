using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Fixing;
using PyLint.Sharp.Analysis.Notebooks;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Fixing;

/// <summary>Fixes a file and puts it back. One serves all threads.</summary>
internal sealed class FileRepair(FileFixer fixer, FixMode mode)
{
    /// <summary>
    /// The fixed file, and why it could not be written: then nothing was changed and nothing is fixed. Standard input has nowhere to
    /// be written to; whoever runs the check passes it on.
    /// </summary>
    public (FixedFile File, string? Problem) Run(SourceFile source, byte[] bytes, SourceText text, CancellationToken cancellation)
    {
        var repaired = fixer.Run(text, cancellation);
        if (!repaired.HasChanged)
        {
            return (repaired, null);
        }

        var problem = ProblemOf(text, bytes, repaired.Result, out var content);
        problem ??= Write(source, bytes, content);
        return problem is null ? (repaired, null) : (Unchanged(repaired), problem);
    }

    /// <summary>The same for a notebook, with the notebook that came of it. What is written must be read as what was checked.</summary>
    public (FixedFile File, Notebook Notebook, string? Problem) Run(SourceFile source, byte[] bytes, Notebook notebook, CancellationToken cancellation)
    {
        var repaired = fixer.Run(notebook, cancellation);
        if (!repaired.HasChanged)
        {
            return (repaired, notebook, null);
        }

        var content = repaired.Draft?.ToBytes() ?? [];
        var after = Notebook.Read(content, source.ShownPath).Notebook;
        var problem = after?.Text.Content == repaired.Result.Tree.Text.Content ? Write(source, bytes, content) : "its cells would not be read as they were fixed";
        return problem is null ? (repaired, after!, null) : (Unchanged(repaired), notebook, problem);
    }

    /// <summary>A file is either written or not: nobody interrupts this.</summary>
    private string? Write(SourceFile source, byte[] bytes, byte[] content) =>
        mode == FixMode.Write && source.FullPath is { } path ? SafeWriter.Replace(path, bytes, content) : null;

    private static FixedFile Unchanged(FixedFile repaired) => new(repaired.Before, repaired.Before, []);

    private static string? ProblemOf(SourceText before, byte[] bytes, AnalysisResult result, out byte[] content)
    {
        content = result.Tree.Text.Encode() ?? [];
        return content.Length == 0 && result.Tree.Text.Length > 0 ? $"its encoding, {before.Encoding.Codec.WebName}, has no place for the fix"
            : before.Encode() is not { } same || !same.AsSpan().SequenceEqual(bytes) ? "its bytes would not survive being decoded and encoded again"
            : null;
    }
}
