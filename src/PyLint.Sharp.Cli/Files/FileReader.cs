namespace PyLint.Sharp.Cli.Files;

/// <summary>Reads a file once, into memory: what is checked is one state of it, whatever happens to it meanwhile.</summary>
internal static class FileReader
{
    /// <summary>What nobody writes by hand; anything longer is data.</summary>
    public const int MostBytes = 10 << 20;

    private const int UnixNoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>The bytes of a file, or why there are none; null for both when the file is too long.</summary>
    public static (byte[]? Bytes, string? Problem) Read(string fullPath, int mostBytes = MostBytes)
    {
        try
        {
            // A file without length is not opened: it may have become a pipe since it was found.
            var length = FileKinds.Followed(new FileInfo(fullPath)).Length;
            if (length == 0)
            {
                return FileKinds.ProblemOf(fullPath) is { } problem ? (null, problem) : ([], null);
            }

            if (length > mostBytes)
            {
                return (null, null);
            }

            // It may have grown meanwhile.
            var bytes = File.ReadAllBytes(fullPath);
            return (bytes.Length <= mostBytes ? bytes : null, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return (null, ReasonOf(exception));
        }
    }

    /// <summary>The reason in plain words; the messages of .NET repeat the path and differ between systems.</summary>
    public static string ReasonOf(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "it is no longer there",
        PathTooLongException => "its path is too long",
        { HResult: UnixNoSpace or WindowsDiskFull } => "the disk is full",
        _ => "the system reports an input/output error",
    };
}
