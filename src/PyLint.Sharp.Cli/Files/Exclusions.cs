using PyLint.Sharp.Cli.Files.Ignoring;

namespace PyLint.Sharp.Cli.Files;

/// <summary>What is left out of the files that are found, by options and by ignore files.</summary>
internal sealed class Exclusions(FileChoice choice, string currentDirectory, IgnoreReader reader, Func<string, string?> environment)
{
    private readonly Dictionary<string, IgnoreScope?> known = new(StringComparer.Ordinal);

    /// <summary>The scope of a folder that a walk starts in: it knows all ignore files from the top of the repository on.</summary>
    public IgnoreScope? ScopeOf(string folder)
    {
        if (!choice.RespectsIgnoreFiles(folder))
        {
            return null;
        }

        IgnoreScope? scope = null;
        foreach (var part in WayTo(folder, TopOf(folder) ?? folder))
        {
            scope = IgnoreScope.Of(part, scope, reader, environment);
        }

        return scope;
    }

    /// <summary>The scope of a folder in a folder.</summary>
    public IgnoreScope? Enter(string folder, IgnoreScope? above) =>
        above is null || !choice.RespectsIgnoreFiles(folder) ? null : IgnoreScope.Of(folder, above, reader, environment);

    /// <param name="fullPath">A path that was found.</param>
    /// <param name="isFolder">True for a folder, or a link to one.</param>
    /// <param name="isLink">True for a link, which is a file to git.</param>
    /// <param name="scope">The scope of the folder that it lies in.</param>
    public bool IsLeftOut(string fullPath, bool isFolder, bool isLink, IgnoreScope? scope) =>
        choice.Excludes(fullPath) || (scope is not null && scope.IsIgnored(new PathName(fullPath), isFolder && !isLink));

    /// <summary>
    /// True when a named file or folder is to be left out, because a walk through the current folder, or for a path outside it through
    /// its repository, would not find it.
    /// </summary>
    public bool IsForcedOut(string fullPath, bool isFolder)
    {
        if (!choice.ForcesExclude || fullPath == currentDirectory || Path.GetDirectoryName(fullPath) is not { } parent)
        {
            return false;
        }

        var top = IsBelow(fullPath, currentDirectory) ? currentDirectory : TopOf(parent) ?? parent;
        var way = WayTo(fullPath, top).ToList();
        for (var i = 1; i < way.Count; i++)
        {
            var isFolderHere = isFolder || i < way.Count - 1;
            var scope = KnownScopeOf(way[i - 1], top);
            if (IsLeftOut(way[i], isFolderHere, isLink: isFolderHere && new DirectoryInfo(way[i]).LinkTarget is not null, scope))
            {
                return true;
            }
        }

        return false;
    }

    private IgnoreScope? KnownScopeOf(string folder, string top)
    {
        if (!known.TryGetValue(folder, out var scope))
        {
            scope = folder == top ? ScopeOf(folder) : Enter(folder, KnownScopeOf(Path.GetDirectoryName(folder)!, top));
            known.Add(folder, scope);
        }

        return scope;
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The top of the repository that a folder lies in; null when it lies in none.</summary>
    private static string? TopOf(string folder)
    {
        var part = folder;
        while (part is not null && !GitRepository.IsTop(part))
        {
            part = Path.GetDirectoryName(part);
        }

        return part;
    }

    /// <summary>All folders from one to a path below it, both included.</summary>
    private static IEnumerable<string> WayTo(string path, string top) =>
        path == top ? [top] : WayTo(Path.GetDirectoryName(path)!, top).Append(path);
}
