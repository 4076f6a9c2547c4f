using PyLint.Sharp.Cli.Files;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>The files of the index that a command line means: those that are found on disk, and those that are staged but no longer there.</summary>
internal static class StagedFiles
{
    public static IEnumerable<SourceFile> Among(
        IReadOnlyList<SourceFile> found,
        Dictionary<string, GitBlob> index,
        GitRepository repository,
        ChangeRequest request,
        FileChoice choice,
        string currentDirectory)
    {
        var folders = request.Paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, currentDirectory))).Where(Directory.Exists).ToList();
        var missing = index.Keys
            .Select(path => Path.GetFullPath(path, repository.Root))
            .Where(path => !File.Exists(path) && choice.Includes(path) && folders.Exists(folder => choice.IsWithin(path, folder)))
            .Select(path => new SourceFile(path, ShownPathOf(path, currentDirectory)));
        return found.Concat(missing).OrderBy(file => file.ShownPath, StringComparer.Ordinal);
    }

    private static string ShownPathOf(string fullPath, string currentDirectory)
    {
        var relative = Path.GetRelativePath(currentDirectory, fullPath).Replace(Path.DirectorySeparatorChar, '/');
        return relative.StartsWith("../", StringComparison.Ordinal) ? fullPath.Replace(Path.DirectorySeparatorChar, '/') : relative;
    }
}
