using PyLint.Sharp.Cli.Caching;
using PyLint.Sharp.Cli.Files;

namespace PyLint.Sharp.Cli.Watching;

/// <summary>What a run of <c>--watch</c> leaves to the next one: its findings, and what they depend on.</summary>
internal sealed class RunMemory
{
    /// <summary>What is known about files; null where nothing may be kept.</summary>
    public CacheFolder? Caches { get; set; }

    /// <summary>The configuration files that were looked for, also where there were none.</summary>
    public FileStamps Configurations { get; } = new();

    /// <summary>The files that were found.</summary>
    public FileStamps Files { get; } = new();

    /// <summary>What is taken in folders.</summary>
    public FileChoice Choice { get; private set; } = FileChoice.Default;

    /// <summary>The full paths of the files.</summary>
    public IReadOnlyList<string> Paths { get; private set; } = [];

    /// <summary>Forgets what the last run depended on; its findings stay.</summary>
    public void Begin()
    {
        Configurations.Clear();
        Files.Clear();
    }

    /// <summary>Opens a configuration file, and remembers that it was looked for.</summary>
    public (byte[]? Bytes, string? Problem) Open(string fullPath)
    {
        Configurations.Note(fullPath);
        return ConfigurationSource.Open(fullPath);
    }

    /// <summary>Remembers the files that are about to be read, and what else would be taken.</summary>
    public void Note(FileChoice choice, IReadOnlyList<SourceFile> files)
    {
        (Choice, Paths) = (choice, [.. files.Select(file => file.FullPath).OfType<string>()]);
        foreach (var path in Paths)
        {
            Files.Note(path);
        }
    }
}
