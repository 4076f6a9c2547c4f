using System.Text;

namespace PyLint.Sharp.Cli.Files;

/// <summary>The line that tells a system what runs a script.</summary>
internal static class Shebang
{
    private const int MostBytes = 256;

    private static readonly string[] Runners = ["python", "pypy", "uv"];

    /// <summary>True for a script that something else than Python runs; false also where no such line tells.</summary>
    public static bool NamesOtherProgram(string fullPath)
    {
        try
        {
            Span<byte> start = stackalloc byte[MostBytes];
            using var file = File.OpenRead(fullPath);
            var line = Encoding.UTF8.GetString(start[..file.ReadAtLeast(start, MostBytes, throwOnEndOfStream: false)]).Split('\n')[0];
            return line.StartsWith("#!", StringComparison.Ordinal) && !IsPython(line[2..]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // That it can't be read is told when it is to be checked.
            return false;
        }
    }

    private static bool IsPython(string command)
    {
        foreach (var word in command.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            // `env` takes options and variables before the program.
            var name = word[(word.LastIndexOf('/') + 1)..];
            if (name != "env" && !name.StartsWith('-') && !name.Contains('='))
            {
                return Runners.Any(runner => name.StartsWith(runner, StringComparison.Ordinal));
            }
        }

        return false;
    }
}
