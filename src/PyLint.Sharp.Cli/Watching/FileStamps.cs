namespace PyLint.Sharp.Cli.Watching;

/// <summary>Tells by lengths and times whether files changed, appeared or went: for what no system's notice covers.</summary>
internal sealed class FileStamps
{
    private readonly Dictionary<string, (long Length, DateTime Written)> known = new(StringComparer.Ordinal);

    /// <summary>Takes note of a file as it is, whether it is there or not. To be called before it is read.</summary>
    public void Note(string path) => known[path] = StampOf(path);

    /// <summary>True for a file that was noted.</summary>
    public bool Has(string path) => known.ContainsKey(path);

    /// <summary>True when a file is no longer as it was noted.</summary>
    public bool HaveChanged() => known.Any(file => StampOf(file.Key) != file.Value);

    /// <summary>Forgets all files.</summary>
    public void Clear() => known.Clear();

    /// <summary>A file that is not there, or not to be seen, has a stamp like any other.</summary>
    private static (long Length, DateTime Written) StampOf(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
