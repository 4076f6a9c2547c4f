using System.Text;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Reporting.Hashing;

namespace PyLint.Sharp.Cli.Caching;

/// <summary>
/// The folder of the caches, one file for each group of settings. Nothing that goes wrong here is worth a word: without a cache a run
/// takes longer and says the same.
/// </summary>
/// <param name="folder">The folder; null to keep everything in memory.</param>
/// <param name="catalog">The rules that exist.</param>
internal sealed class CacheFolder(string? folder, RuleCatalog catalog)
{
    private const string Prefix = "pylint-sharp-";
    private const int MostFiles = 32;

    private readonly Dictionary<string, ResultCache> caches = new(StringComparer.Ordinal);
    private readonly string build = BuildId.Of(catalog);

    /// <summary>The cache for files that are checked in the same way.</summary>
    /// <param name="settings">A text that differs where findings can.</param>
    public ResultCache Open(string settings)
    {
        if (caches.TryGetValue(settings, out var known))
        {
            return known;
        }

        var purpose = Sha256.HashData(Encoding.UTF8.GetBytes($"{build}\n{settings}"));
        var cache = new ResultCache(folder is null ? null : Path.Combine(folder, $"{Prefix}{Convert.ToHexStringLower(purpose.AsSpan(0, 8))}.bin"), purpose, catalog);
        caches.Add(settings, cache);
        return cache;
    }

    /// <summary>Writes what is new. Of several runs at once the last one to end wins; each file is always complete.</summary>
    public void Save()
    {
        try
        {
            foreach (var cache in caches.Values)
            {
                if (cache is { Path: { } path } && cache.ToBytes() is { } bytes)
                {
                    Prepare(Path.GetDirectoryName(path)!);
                    Replace(path, bytes);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // No space, no permission, or no such place: the next run checks everything again.
        }
    }

    /// <summary>A folder that was there before may hold what git has to see, so only a new one is hidden from it.</summary>
    private static void Prepare(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(Path.Combine(folder, ".gitignore"), "*\n");
        }

        var files = new DirectoryInfo(folder).GetFiles(Prefix + "*").Where(file => file.Extension is ".bin" or ".tmp").ToList();
        foreach (var file in files.OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostFiles - 1))
        {
            file.Delete();
        }
    }

    private static void Replace(string path, byte[] bytes)
    {
        var temporary = $"{path[..^".bin".Length]}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
