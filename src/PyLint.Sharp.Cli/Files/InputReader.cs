namespace PyLint.Sharp.Cli.Files;

/// <summary>Reads files, and standard input where a file stands for it.</summary>
internal sealed class InputReader(Stream standardInput, int mostBytes = FileReader.MostBytes)
{
    /// <summary>What was read of standard input so far.</summary>
    private readonly MemoryStream taken = new();

    /// <summary>The bytes of a file, or why there are none; null for both when the file is too long.</summary>
    public (byte[]? Bytes, string? Problem) Read(SourceFile file) => (file.Problem, file.FullPath) switch
    {
        ({ } known, _) => (null, known),
        (_, null) => ReadStandardInput(),
        (_, { } path) => FileReader.Read(path, mostBytes),
    };

    /// <summary>Hands all of standard input on as it came, byte for byte.</summary>
    public void PassOn(Stream output)
    {
        taken.WriteTo(output);
        standardInput.CopyTo(output);
    }

    private (byte[]? Bytes, string? Problem) ReadStandardInput()
    {
        var buffer = new byte[1 << 16];
        try
        {
            for (var count = standardInput.Read(buffer); count > 0; count = standardInput.Read(buffer))
            {
                taken.Write(buffer, 0, count);
                if (taken.Length > mostBytes)
                {
                    return (null, null);
                }
            }
        }
        catch (IOException exception)
        {
            return (null, FileReader.ReasonOf(exception));
        }

        return (taken.ToArray(), null);
    }
}
