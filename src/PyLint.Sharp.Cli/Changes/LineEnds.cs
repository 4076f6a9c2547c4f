using System.Diagnostics;
using System.Text;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>
/// Makes of a file on disk what git would store. Git itself may run what a repository configures when it looks at one, so it is asked for
/// the attributes alone, and CRLF becomes LF here, where git's gitattributes(5) says so.
/// </summary>
internal sealed class LineEnds(GitClient git, Func<string, byte[]?> staged) : IDisposable
{
    private const int EndOfFile = 0x1A;
    private const int PrintableForEachOther = 128;

    private static readonly string[] Attributes = ["text", "crlf", "eol"];

    private readonly Lazy<bool> convertsUnasked = new(() => Converts(git));
    private Process? process;

    /// <summary>What takes part in a conversion, and how.</summary>
    private enum Conversion
    {
        Never,
        UnlessStoredOtherwise,
        Always,
    }

    /// <summary>What git would store.</summary>
    /// <param name="path">What git calls the file.</param>
    /// <param name="content">What is on disk.</param>
    public byte[] Stored(string path, byte[] content)
    {
        if (content.AsSpan().IndexOf("\r\n"u8) < 0)
        {
            return content;
        }

        return ConversionOf(path) switch
        {
            Conversion.Always => WithoutCarriageReturns(content),
            Conversion.UnlessStoredOtherwise when !IsBinary(content) && !HasLineEndsOfItsOwn(path) => WithoutCarriageReturns(content),
            _ => content,
        };
    }

    public void Dispose()
    {
        if (process is not null)
        {
            process.StandardInput.Close();
            process.StandardOutput.Close();
            process.WaitForExit();
            process.Dispose();
        }
    }

    private static bool Converts(GitClient git)
    {
        // A key without a value is true; one that is not there is no success.
        var value = git.Run("config", "--get", "core.autocrlf").Output is { } output ? Encoding.ASCII.GetString(output).Trim() : "false";
        return value.ToLowerInvariant() is "" or "true" or "yes" or "on" or "1" or "input";
    }

    private Conversion ConversionOf(string path)
    {
        var values = Ask(path);
        var text = values[0] == "unspecified" ? values[1] : values[0];
        var hasEnd = values[2] is "lf" or "crlf";
        return text switch
        {
            "unset" => Conversion.Never,
            "auto" => Conversion.UnlessStoredOtherwise,
            "set" or "input" => Conversion.Always,
            _ when hasEnd => Conversion.Always,
            _ => convertsUnasked.Value ? Conversion.UnlessStoredOtherwise : Conversion.Never,
        };
    }

    /// <summary>A file that was stored with CRLF stays so, whatever git would guess.</summary>
    private bool HasLineEndsOfItsOwn(string path) => staged(path) is { } content && content.AsSpan().IndexOf("\r\n"u8) >= 0 && !IsBinary(content);

    /// <summary>One process answers for all files: of each attribute the path, its name and its value.</summary>
    private string[] Ask(string path)
    {
        process ??= git.Start(["check-attr", "--stdin", "-z", .. Attributes]);
        process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(path + '\0'));
        process.StandardInput.BaseStream.Flush();
        var values = new string[Attributes.Length];
        for (var i = 0; i < values.Length; i++)
        {
            ReadWord();
            ReadWord();
            values[i] = ReadWord();
        }

        return values;
    }

    private string ReadWord()
    {
        var word = new StringBuilder();
        for (var next = process!.StandardOutput.BaseStream.ReadByte(); next > 0; next = process.StandardOutput.BaseStream.ReadByte())
        {
            word.Append((char)next);
        }

        return word.ToString();
    }

    /// <summary>Git takes a file for binary that has a NUL or a lone CR, or too much that no one can see.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> content)
    {
        var (printable, other) = (0, content.EndsWith([(byte)EndOfFile]) ? -1 : 0);
        for (var i = 0; i < content.Length; i++)
        {
            switch (content[i])
            {
                case 0:
                    return true;
                case (byte)'\r' when i + 1 == content.Length || content[i + 1] != '\n':
                    return true;
                case (byte)'\r' or (byte)'\n':
                    break;
                case (byte)'\b' or (byte)'\t' or (byte)'\f' or 0x1B:
                    printable++;
                    break;
                case < 32 or 127:
                    other++;
                    break;
                default:
                    printable++;
                    break;
            }
        }

        return printable / PrintableForEachOther < other;
    }

    private static byte[] WithoutCarriageReturns(ReadOnlySpan<byte> content)
    {
        var plain = new byte[content.Length];
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] != '\r' || i + 1 == content.Length || content[i + 1] != '\n')
            {
                plain[length++] = content[i];
            }
        }

        return plain[..length];
    }
}
