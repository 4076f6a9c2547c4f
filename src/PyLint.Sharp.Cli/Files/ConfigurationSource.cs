namespace PyLint.Sharp.Cli.Files;

/// <summary>Opens configuration files, as carefully as all others.</summary>
internal static class ConfigurationSource
{
    /// <summary>The bytes of a file, or why there are none; null for both when there is no such file.</summary>
    public static (byte[]? Bytes, string? Problem) Open(string fullPath)
    {
        if (!File.Exists(fullPath))
        {
            return (null, null);
        }

        if (FileKinds.ProblemOf(fullPath) is { } known)
        {
            return (null, known);
        }

        var (bytes, problem) = FileReader.Read(fullPath);
        return (bytes, bytes is null ? problem ?? $"it is longer than {FileReader.MostBytes >> 20} MiB" : null);
    }
}
