using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Reporting;
using PyLint.Sharp.Reporting.Hashing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Caching;

/// <summary>
/// What the last run with the same settings found. An entry belongs to a path, because rules may look at it, and holds a SHA-256 of the
/// file's bytes before the findings: an analysis depends on nothing else. One cache serves all threads.
/// </summary>
internal sealed class ResultCache(string? path, byte[] purpose, RuleCatalog catalog)
{
    /// <summary>Beyond this, entries of files that this run did not see are dropped.</summary>
    private const long MostBytes = 64 << 20;
    private const int MostBytesToRead = 512 << 20;

    private readonly Dictionary<UInt128, ReadOnlyMemory<byte>> old =
        path is null ? [] : CacheFile.Read(FileReader.Read(path, MostBytesToRead).Bytes, purpose);
    private readonly ConcurrentDictionary<UInt128, ReadOnlyMemory<byte>> current = new();
    private volatile bool hasChanged;

    /// <summary>The file that it lives in; null for one that ends with the process.</summary>
    public string? Path => path;

    /// <summary>What is known about a file, or else what <paramref name="check"/> finds out now.</summary>
    public FileReport Get(SourceFile file, byte[] bytes, SourceText text, Func<FileReport> check)
    {
        if (file.FullPath is null)
        {
            return check();
        }

        var key = KeyOf(file);
        var content = Sha256.HashData(bytes);
        if (Find(key, content, text) is { } known)
        {
            return known;
        }

        var report = check();
        if (IsLasting(report))
        {
            var writer = new CacheWriter();
            writer.Bytes(content);
            ReportCodec.Write(writer, report);
            current[key] = writer.Written;
            hasChanged = true;
        }

        return report;
    }

    /// <summary>The new content of the file; null when it need not change.</summary>
    public byte[]? ToBytes()
    {
        if (!hasChanged)
        {
            return null;
        }

        var others = old.Where(entry => !current.ContainsKey(entry.Key)).ToList();
        var size = current.Concat(others).Sum(entry => (long)entry.Value.Length);
        hasChanged = false;
        return CacheFile.Write(purpose, size <= MostBytes ? current.Concat(others) : current);
    }

    private FileReport? Find(UInt128 key, byte[] content, SourceText text)
    {
        // An earlier run of this process is newer than the file.
        if ((!current.TryGetValue(key, out var entry) && !old.TryGetValue(key, out entry)) || !entry.Span.StartsWith(content))
        {
            return null;
        }

        try
        {
            var report = ReportCodec.Read(entry.Span[content.Length..], text, catalog);
            current[key] = entry;
            return report;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Limits and defects may be met at one time and not at another.</summary>
    private static bool IsLasting(FileReport report)
    {
        foreach (var finding in report.Diagnostics)
        {
            if (finding.Descriptor.Area == SkillArea.Engine && finding.Descriptor.Code is not ("PLS000" or "PLS002"))
            {
                return false;
            }
        }

        return true;
    }

    private static UInt128 KeyOf(SourceFile file)
    {
        var hash = Sha256.HashData(MemoryMarshal.AsBytes($"{file.FullPath}\0{file.ShownPath}".AsSpan()));
        return MemoryMarshal.Read<UInt128>(hash);
    }
}
