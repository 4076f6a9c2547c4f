using PyLint.Sharp.Reporting.Findings;

namespace PyLint.Sharp.Reporting;

/// <summary>
/// Tells paths as a code host wants to have them: from the root of the repository, wherever in it the program was started.
/// </summary>
public sealed class RepositoryPaths
{
    /// <summary>Takes full paths as the operating system writes them.</summary>
    /// <param name="workingDirectory">The folder that shown paths start from.</param>
    /// <param name="root">The root of the repository; null where nobody knows, and then <paramref name="workingDirectory"/> stands in.</param>
    public RepositoryPaths(string workingDirectory, string? root = null)
    {
        ArgumentNullException.ThrowIfNull(workingDirectory);
        WorkingDirectory = FolderOf(workingDirectory);
        Root = string.IsNullOrEmpty(root) ? WorkingDirectory : FolderOf(root);
    }

    /// <summary>The folder that shown paths start from, with a final <c>/</c>.</summary>
    public string WorkingDirectory { get; }

    /// <summary>The root with a final <c>/</c>.</summary>
    public string Root { get; }

    /// <summary>The path from the root without <c>./</c>; a file outside of it keeps its full path.</summary>
    public string Of(string shownPath)
    {
        ArgumentNullException.ThrowIfNull(shownPath);
        var path = PathText.Normalize(PathText.IsAbsolute(shownPath) ? shownPath : WorkingDirectory + shownPath);
        return path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..] : path;
    }

    private static string FolderOf(string path)
    {
        var isWindows = Path.DirectorySeparatorChar == '\\';
        return PathText.Normalize(isWindows ? path.Replace('\\', '/') : path).TrimEnd('/') + '/';
    }
}
