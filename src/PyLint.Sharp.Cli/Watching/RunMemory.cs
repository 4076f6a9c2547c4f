using PyLint.Sharp.Cli.Caching;
using PyLint.Sharp.Cli.Files;

namespace PyLint.Sharp.Cli.Watching;

/// <summary>What a run of <c>--watch</c> leaves to the next one: its findings, and what they depend on.</summary>
/// <param name="places">The full paths of the files and folders of which the system tells when something in them changes.</param>
internal sealed class RunMemory(IReadOnlyList<string> places)
{
    /// <summary>What is known about files; null where nothing may be kept.</summary>
    public CacheFolder? Caches { get; set; }

    /// <summary>Files elsewhere, which nobody tells of: those of configuration, also where there are none, and what links lead to.</summary>
    public FileStamps Others { get; } = new();

    /// <summary>The files that were found, and the ignore files beside them.</summary>
    public FileStamps Files { get; } = new();

    /// <summary>The links to folders that were entered.</summary>
    public IReadOnlyList<string> Links { get; private set; } = [];

    /// <summary>What is taken in folders.</summary>
    public FileChoice Choice { get; private set; } = FileChoice.Default;

    /// <summary>The full paths of the files.</summary>
    public IReadOnlyList<string> Paths { get; private set; } = [];

    /// <summary>Forgets what the last run depended on; its findings stay.</summary>
    public void Begin()
    {
        Others.Clear();
        Files.Clear();
    }

    /// <summary>Opens a configuration file, and remembers that it was looked for.</summary>
    public (byte[]? Bytes, string? Problem) Open(string fullPath)
    {
        Others.Note(fullPath);
        return ConfigurationSource.Open(fullPath);
    }

    /// <summary>Remembers that an ignore file was looked for. Git's own lie in a folder that no watch looks into.</summary>
    public void NoteIgnoreFile(string fullPath)
    {
        var isTold = Path.GetFileName(fullPath) is ".gitignore" or ".ignore" && places.Concat(Links).Any(place => IsBelow(fullPath, place));
        (isTold ? Files : Others).Note(fullPath);
    }

    /// <summary>Remembers the files that are about to be read, what else would be taken, and the links that were entered on the way.</summary>
    public void Note(FileChoice choice, IReadOnlyList<SourceFile> files, IReadOnlyList<string> links)
    {
        (Choice, Paths, Links) = (choice, [.. files.Select(file => file.FullPath).OfType<string>()], links);
        foreach (var path in Paths)
        {
            Files.Note(path);
            if (FileKinds.TargetOf(path) is { } target)
            {
                Others.Note(target);
            }
        }
    }

    /// <summary>True for a path below a folder.</summary>
    public static bool IsBelow(string path, string folder) => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
