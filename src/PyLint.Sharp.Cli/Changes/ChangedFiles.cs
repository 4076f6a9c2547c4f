using PyLint.Sharp.Cli.Files;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>Collects files, and tells at the end which of them have changed lines. One question to git is enough for all.</summary>
/// <param name="repository">Has the contents.</param>
/// <param name="before">The files as they were.</param>
/// <param name="isGone">True for a path that is no longer there: a file of another name may be the one that was there.</param>
internal sealed class ChangedFiles(GitRepository repository, Dictionary<string, GitBlob> before, Predicate<string> isGone) : IDisposable
{
    private readonly LineComparison comparison = repository.NewComparison();
    private readonly List<(SourceFile File, int? Comparison)> files = [];
    private readonly SortedSet<string> newKinds = new(StringComparer.Ordinal);

    /// <summary>A file with its content, if it could be read.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">What git calls it.</param>
    /// <param name="stored">What git stores of the content.</param>
    public void Add(SourceFile file, string path, byte[]? stored)
    {
        GitBlob? old = before.TryGetValue(path, out var blob) ? blob : null;
        if (stored is not { } content)
        {
            files.Add((file, null));
        }
        else if (old?.IsFile != true || !old.Value.Is(content))
        {
            if (old is null)
            {
                newKinds.Add(Path.GetExtension(path));
            }

            files.Add((file, comparison.Add(path, old is { IsFile: true } known ? repository.Content(known) : null, content)));
        }
    }

    /// <summary>The files with changed lines, in the order in which they were added.</summary>
    /// <exception cref="UsageException">Git fails.</exception>
    public IEnumerable<(SourceFile File, ChangedLines Lines)> Compare()
    {
        AddGone();
        var lines = comparison.Run();
        return files.Select(file => (file.File, file.Comparison is { } at ? lines[at] : ChangedLines.All)).Where(file => !file.Item2.IsEmpty);
    }

    public void Dispose() => comparison.Dispose();

    private void AddGone()
    {
        foreach (var (path, blob) in before.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (blob.IsFile && newKinds.Contains(Path.GetExtension(path)) && isGone(path))
            {
                comparison.Add(path, repository.Content(blob), null);
            }
        }
    }
}
