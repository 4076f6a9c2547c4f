namespace PyLint.Sharp.Cli.Files;

/// <summary>Finds the files to check. The order never depends on the file system's.</summary>
internal sealed class FileDiscovery(string currentDirectory, FileChoice choice)
{
    private readonly SortedDictionary<string, SourceFile> found = new(StringComparer.Ordinal);
    private readonly List<string> errors = [];
    private readonly List<string> notes = [];

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

        return new DiscoveredFiles([.. found.Values], errors, notes);
    }

    private void Add(string path, IReadOnlyList<string> verbs)
    {
        var fullPath = FullPathOf(path);
        if (fullPath is not null && Directory.Exists(fullPath))
        {
            Walk(Path.TrimEndingDirectorySeparator(fullPath));
        }
        else if (fullPath is not null && File.Exists(fullPath))
        {
            AddFile(fullPath, FileKinds.ProblemOf(fullPath));
        }
        else
        {
            errors.Add($"no such file or folder: `{path}`{SuggestionFor(path, fullPath, verbs)}");
        }
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
        var pending = new Stack<string>([root]);
        while (pending.TryPop(out var folder))
        {
            if (IsPythonFile(folder))
            {
                AddFile(folder, "it is a folder; the files in it are checked");
            }

            foreach (var entry in EntriesOf(folder))
            {
                Visit(entry, root, pending);
            }
        }
    }

    private FileSystemInfo[] EntriesOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add($"cannot look into folder `{ShownPathOf(folder)}`: {FileReader.ReasonOf(exception)}");
            return [];
        }
    }

    private void Visit(FileSystemInfo entry, string root, Stack<string> pending)
    {
        // What is not there by the name that .NET made of it claims to have all attributes.
        var isLink = entry.Exists && entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        if (entry is DirectoryInfo folder)
        {
            // A link to a folder may lead in circles, and what it leads to is found by its own path.
            if (!isLink && !choice.LeavesOut(folder))
            {
                pending.Push(entry.FullName);
            }
        }
        else if (choice.Takes(entry) && (!isLink || IsInside(entry, root)))
        {
            AddFile(entry.FullName, FileKinds.ProblemOf(entry.FullName));
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

    private static bool IsPythonFile(string name) => Path.GetExtension(name) is ".py" or ".pyi" or ".pyw";

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
