namespace PyLint.Sharp.Cli.Files;

/// <summary>Reads files, and standard input where a file stands for it.</summary>
internal sealed class InputReader(Stream standardInput, int mostBytes = FileReader.MostBytes)
{
    /// <summary>The bytes of a file, or why there are none; null for both when the file is too long.</summary>
    public (byte[]? Bytes, string? Problem) Read(SourceFile file) => (file.Problem, file.FullPath) switch
    {
        ({ } known, _) => (null, known),
        (_, null) => (ReadAtMost(standardInput), null),
        (_, { } path) => FileReader.Read(path, mostBytes),
    };

    private byte[]? ReadAtMost(Stream stream)
    {
        var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (var count = stream.Read(buffer); count > 0 && content.Length <= mostBytes; count = stream.Read(buffer))
        {
            content.Write(buffer, 0, count);
        }

        return content.Length <= mostBytes ? content.ToArray() : null;
    }

    /// <summary>All that is left of a stream.</summary>
    public static byte[] ReadAll(Stream stream)
    {
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
