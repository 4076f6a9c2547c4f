using PyLint.Sharp.Cli.Files.Ignoring;

namespace PyLint.Sharp.Cli.Files;

/// <summary>Finds the files to check. The order never depends on the file system's.</summary>
internal sealed class FileDiscovery
{
    private readonly string currentDirectory;
    private readonly FileChoice choice;
    private readonly Exclusions exclusions;
    private readonly SortedDictionary<string, SourceFile> found = new(StringComparer.Ordinal);
    private readonly List<string> errors = [];
    private readonly List<string> warnings = [];
    private readonly List<string> notes = [];
    private readonly List<string> enteredLinks = [];

    /// <param name="choice">What is taken in folders.</param>
    /// <param name="currentDirectory">What relative paths start from.</param>
    /// <param name="environment">The variables of the process.</param>
    /// <param name="lookedFor">Told of each ignore file before it is read, also where there is none.</param>
    public FileDiscovery(FileChoice choice, string currentDirectory, Func<string, string?> environment, Action<string>? lookedFor = null)
    {
        this.choice = choice;
        this.currentDirectory = currentDirectory;
        exclusions = new Exclusions(choice, currentDirectory, new IgnoreReader(warnings, ShownPathOf, lookedFor), environment);
    }

    /// <summary>
    /// Looks at each path: a file is taken whatever it is called, a folder is walked. <paramref name="verbs"/> are words that may have
    /// been meant where the first path does not exist.
    /// </summary>
    public DiscoveredFiles Find(IReadOnlyList<string> paths, IReadOnlyList<string> verbs)
    {
        for (var i = 0; i < paths.Count; i++)
        {
            Add(paths[i], i == 0 ? verbs : []);
        }

        return new DiscoveredFiles([.. found.Values], errors, [.. warnings.Distinct()], notes) { EnteredLinks = enteredLinks };
    }

    /// <summary>True when nothing may be told of a file that is called so, although it is named.</summary>
    public bool IsForcedOut(string path) => FullPathOf(path) is { } fullPath && exclusions.IsForcedOut(fullPath, isFolder: false);

    private void Add(string path, IReadOnlyList<string> verbs)
    {
        var fullPath = FullPathOf(path);
        if (fullPath is not null && Directory.Exists(fullPath))
        {
            AddFolder(Path.TrimEndingDirectorySeparator(fullPath));
        }
        else if (fullPath is not null && File.Exists(fullPath))
        {
            AddNamed(fullPath);
        }
        else
        {
            errors.Add($"no such file or folder: `{path}`{SuggestionFor(path, fullPath, verbs)}");
        }
    }

    private void AddFolder(string fullPath)
    {
        if (!exclusions.IsForcedOut(fullPath, isFolder: true))
        {
            Walk(fullPath);
        }
    }

    /// <summary>A named file is taken, but for a script that says that it is not Python's.</summary>
    private void AddNamed(string fullPath)
    {
        if (exclusions.IsForcedOut(fullPath, isFolder: false))
        {
            return;
        }

        var problem = FileKinds.ProblemOf(fullPath);
        if (problem is null && Path.GetExtension(fullPath).Length == 0 && Shebang.NamesOtherProgram(fullPath))
        {
            notes.Add($"`{ShownPathOf(fullPath)}` is left out: its first line names another program than Python");
            return;
        }

        AddFile(fullPath, problem);
    }

    /// <summary>Null for a path that no file can have.</summary>
    private string? FullPathOf(string path)
    {
        try
        {
            return path.Length == 0 ? null : Path.GetFullPath(path, currentDirectory);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private void Walk(string root)
    {
        var walk = new FolderWalk(root, exclusions.ScopeOf(root), choice.FollowsLinks);
        while (walk.TryNext(out var folder, out var scope))
        {
            if (Path.GetExtension(folder) is ".py" or ".pyi" or ".pyw")
            {
                AddFile(folder, "it is a folder; the files in it are checked");
            }

            foreach (var entry in EntriesOf(folder))
            {
                // .NET has no path for what lies deeper than the system's paths can reach.
                if (entry.FullName.Length == 0)
                {
                    errors.Add($"something in folder `{ShownPathOf(folder)}` is out of reach: its path is too long");
                    continue;
                }

                Visit(entry, scope, walk);
            }
        }

        enteredLinks.AddRange(walk.EnteredLinks);
    }

    private FileSystemInfo[] EntriesOf(string folder)
    {
        try
        {
            var entries = new DirectoryInfo(folder).GetFileSystemInfos();
            Array.Sort(entries, static (x, y) => string.CompareOrdinal(x.Name, y.Name));
            return entries;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add($"cannot look into folder `{ShownPathOf(folder)}`: {FileReader.ReasonOf(exception)}");
            return [];
        }
    }

    private void Visit(FileSystemInfo entry, IgnoreScope? scope, FolderWalk walk)
    {
        // What is not there by the name that .NET made of it claims to have all attributes.
        var isLink = entry.Exists && entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        if (entry is DirectoryInfo)
        {
            // A link to a folder may lead in circles, and what it leads to is mostly found by its own path.
            if ((!isLink || choice.FollowsLinks) && !exclusions.IsLeftOut(entry.FullName, isFolder: true, isLink, scope))
            {
                walk.Add(entry.FullName, exclusions.Enter(entry.FullName, scope), isLink);
            }
        }
        else if (choice.Includes(entry.FullName) && !exclusions.IsLeftOut(entry.FullName, isFolder: false, isLink, scope)
            && (!isLink || choice.FollowsLinks || IsInside(entry, walk.Root)))
        {
            AddFile(entry.FullName, FileKinds.ProblemOf((FileInfo)entry));
        }
    }

    private bool IsInside(FileSystemInfo link, string root)
    {
        var target = FileKinds.TargetOf(link.FullName);
        if (target is null || root == Path.GetPathRoot(root) || target.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return true;
        }

        notes.Add($"`{ShownPathOf(link.FullName)}` is left out: it links to a place outside `{ShownPathOf(root)}`");
        return false;
    }

    private void AddFile(string fullPath, string? problem)
    {
        var shownPath = ShownPathOf(fullPath);
        found.TryAdd(shownPath, new SourceFile(fullPath, shownPath, problem));
    }

    private string ShownPathOf(string fullPath)
    {
        var relative = Path.GetRelativePath(currentDirectory, fullPath);
        var isBelow = relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        return (isBelow ? relative : fullPath).Replace(Path.DirectorySeparatorChar, '/');
    }

    private static string SuggestionFor(string path, string? fullPath, IReadOnlyList<string> verbs)
    {
        if (verbs.Contains(path))
        {
            return "; a verb stands before all options";
        }

        if (verbs.Count > 0 && Suggestion.Among(path, verbs) is { Length: > 0 } suggestion)
        {
            return suggestion;
        }

        var folder = fullPath is null ? null : Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(fullPath));
        if (!Directory.Exists(folder))
        {
            return "";
        }

        var names = new DirectoryInfo(folder).EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal);
        return Suggestion.Among(Path.GetFileName(fullPath!), names);
    }
}
