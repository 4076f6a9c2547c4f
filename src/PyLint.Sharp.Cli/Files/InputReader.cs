using System.Runtime.InteropServices;

namespace PyLint.Sharp.Cli.Files;

/// <summary>Reads files, and standard input where a file stands for it.</summary>
internal sealed class InputReader(Stream standardInput)
{
    /// <summary>What was read of standard input so far.</summary>
    private readonly List<byte> taken = [];

    /// <summary>The bytes of a file, or why there are none; null for both when the file is too long.</summary>
    public (byte[]? Bytes, string? Problem) Read(SourceFile file, int mostBytes) => (file.Problem, file.FullPath) switch
    {
        ({ } known, _) => (null, known),
        _ when file.Bytes is { } bytes => (bytes.Length <= mostBytes ? bytes : null, null),
        (_, null) => ReadStandardInput(mostBytes),
        (_, { } path) => FileReader.Read(path, mostBytes),
    };

    /// <summary>Hands all of standard input on as it came, byte for byte.</summary>
    public void PassOn(Stream output)
    {
        output.Write(CollectionsMarshal.AsSpan(taken));
        standardInput.CopyTo(output);
    }

    /// <summary>All that is left of a stream.</summary>
    public static byte[] ReadAll(Stream stream)
    {
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private (byte[]? Bytes, string? Problem) ReadStandardInput(int mostBytes)
    {
        var buffer = new byte[1 << 16];
        try
        {
            for (var count = standardInput.Read(buffer); count > 0; count = standardInput.Read(buffer))
            {
                taken.AddRange(buffer.AsSpan(0, count));
                if (taken.Count > mostBytes)
                {
                    return (null, null);
                }
            }
        }
        catch (IOException exception)
        {
            return (null, FileReader.ReasonOf(exception));
        }

        return ([.. taken], null);
    }
}
