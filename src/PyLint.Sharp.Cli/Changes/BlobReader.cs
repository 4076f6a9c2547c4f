using System.Diagnostics;
using System.Text;
using PyLint.Sharp.Cli.Files;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>Reads the contents of blobs, all from one process that is started for the first.</summary>
internal sealed class BlobReader(GitClient git) : IDisposable
{
    private Process? process;

    /// <summary>The bytes; null for a blob that is longer than any file that is checked.</summary>
    /// <exception cref="UsageException">Git does not have it.</exception>
    public byte[]? Read(string id)
    {
        process ??= git.Start(["cat-file", "--batch"]);
        process.StandardInput.Write(id + "\n");
        process.StandardInput.Flush();
        var output = process.StandardOutput.BaseStream;
        var header = LineOf(output).Split(' ');
        if (header is not [_, "blob", var length])
        {
            throw new UsageException($"git does not have the content `{id}`; a partial clone lacks some, and nothing is fetched");
        }

        var size = GitClient.Number(length);
        if (size > FileReader.MostBytes)
        {
            // What comes next would be in the way of the next answer.
            Dispose();
            return null;
        }

        var content = new byte[size];
        output.ReadExactly(content);
        output.ReadByte();
        return content;
    }

    public void Dispose()
    {
        if (process is not null)
        {
            process.StandardOutput.Close();
            process.StandardInput.Close();
            process.WaitForExit();
            process.Dispose();
            process = null;
        }
    }

    private static string LineOf(Stream output)
    {
        var line = new StringBuilder();
        for (var next = output.ReadByte(); next is not (-1 or '\n'); next = output.ReadByte())
        {
            line.Append((char)next);
        }

        return line.ToString();
    }
}
