using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Cli.Fixing;

namespace PyLint.Sharp.Cli.Caching;

/// <summary>Decides whether a run has a cache, and where.</summary>
internal static class CachePlace
{
    private const string FolderName = ".pylint-sharp-cache";

    /// <summary>The caches for a run; null when it has to check everything itself: what fixes, or tells how long things take.</summary>
    /// <param name="settings">The command line.</param>
    /// <param name="root">The folder of the project.</param>
    /// <param name="catalog">The rules that exist.</param>
    public static CacheFolder? For(CheckSettings settings, string root, Func<RuleCatalog> catalog)
    {
        var cache = settings.Cache;
        if (settings.Fixing.Mode != FixMode.Off || settings.IsVerbose || settings.Telling.ShowsTiming)
        {
            return null;
        }

        var folder = cache.IsOn ? cache.Folder ?? (cache.TrustsProject ? InProject(root) : null) : null;
        if (settings.Memory is { } memory)
        {
            // What this process found out itself may be believed wherever a file may not.
            return memory.Caches ??= new CacheFolder(folder, catalog());
        }

        return folder is null ? null : new CacheFolder(folder, catalog());
    }

    /// <summary>A link that came with the project could make us write anywhere.</summary>
    private static string? InProject(string root)
    {
        var folder = new DirectoryInfo(Path.Combine(root, FolderName));
        return folder.LinkTarget is null ? folder.FullName : null;
    }
}
