using System.Collections.Immutable;

namespace PyLint.Sharp.Analysis;

/// <summary>
/// What the files of one run mean for one another: which of them an absolute import finds in the place of a module of the standard library.
/// </summary>
/// <param name="Modules">These files, in the order of their paths.</param>
/// <param name="Packages">The folders of the run that are packages: they have an <c>__init__.py</c>.</param>
public sealed record Submission(ImmutableArray<OwnModule> Modules, ImmutableHashSet<string> Packages)
{
    /// <summary>Of files that hide nothing from one another.</summary>
    public static Submission Empty { get; } = new([], []);

    /// <summary>
    /// The file that <c>import</c> <paramref name="name"/> finds when <paramref name="importer"/> runs with the module's folder first on its
    /// path: as a program beside it, or as part of a package that lies there. Null when there is none.
    /// </summary>
    /// <param name="name">A top-level module.</param>
    /// <param name="importer">The path of the file that imports, as it is shown.</param>
    public OwnModule? Find(string name, string importer)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(importer);
        foreach (var module in Modules)
        {
            if (module.Name == name && IsInReach(Packages, module.Folder, FolderOf(importer)))
            {
                return module;
            }
        }

        return null;
    }

    /// <summary>Everything that may change a finding, as one text.</summary>
    public override string ToString()
    {
        var lines = new List<string>();
        foreach (var module in Modules)
        {
            lines.Add($"{module.Path}: {module.Folder}: {module.Importer}: {(module.Names is { } names ? string.Join(' ', Sorted(names)) : "?")}");
        }

        // Packages matter to those who import from inside one alone.
        lines.AddRange(Modules.IsEmpty ? [] : Sorted(Packages));
        return string.Join('\n', lines);
    }

    /// <summary>The folder of a path that is written with <c>/</c>; empty for that of a bare name.</summary>
    public static string FolderOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path[..Math.Max(0, path.LastIndexOf('/'))];
    }

    /// <summary>True when a file in a folder finds the modules of a root: it lies there, or in a package that lies there.</summary>
    /// <param name="packages">The folders that are packages.</param>
    /// <param name="root">The folder from which modules are imported.</param>
    /// <param name="folder">The file's.</param>
    public static bool IsInReach(IReadOnlySet<string> packages, string root, string folder)
    {
        ArgumentNullException.ThrowIfNull(packages);
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(folder);
        while (folder != root)
        {
            if (!packages.Contains(folder))
            {
                return false;
            }

            folder = FolderOf(folder);
        }

        return true;
    }

    private static string[] Sorted(ImmutableHashSet<string> words)
    {
        string[] sorted = [.. words];
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }
}

/// <summary>A file, or package, that is named like a module of the standard library and is found first.</summary>
/// <param name="Name">The name by which it is imported.</param>
/// <param name="Path">The file as it is shown.</param>
/// <param name="Folder">The folder from which it is imported, as it is shown.</param>
/// <param name="Names">What it binds, and for a package its files; null when that can't be told.</param>
/// <param name="Importer">A file of the run that imports it, as it is shown; null when none does.</param>
public sealed record OwnModule(string Name, string Path, string Folder, ImmutableHashSet<string>? Names, string? Importer);
