using System.Text;

namespace PyLint.Sharp.Cli.Files.Ignoring;

/// <summary>Reads ignore files. What is wrong with one is worth a warning, never the run.</summary>
/// <param name="warnings">Takes the warnings.</param>
/// <param name="shownPathOf">How a path is called in a warning.</param>
/// <param name="lookedFor">Told of each file before it is read, also where there is none.</param>
internal sealed class IgnoreReader(List<string> warnings, Func<string, string> shownPathOf, Action<string>? lookedFor = null)
{
    /// <summary>The patterns of a file; null when there is no such file, or it can't be read.</summary>
    public PatternList? ReadPatterns(string path, bool ignoresCase)
    {
        if (Read(path) is not { } content)
        {
            return null;
        }

        var patterns = PatternList.Parse(content, ignoresCase);
        if (patterns.BadLine is var (number, text))
        {
            warnings.Add($"`{shownPathOf(path)}`, line {number}: nothing can match `{text}`");
        }

        return patterns;
    }

    /// <summary>The text of a file; null when there is none.</summary>
    public string? ReadText(string path) => Read(path) is { } content ? Encoding.UTF8.GetString(content) : null;

    private byte[]? Read(string path)
    {
        lookedFor?.Invoke(path);
        if (!Path.Exists(path))
        {
            return null;
        }

        // To open what is no file can mean to wait for ever.
        var problem = Directory.Exists(path) ? "it is a folder" : FileKinds.ProblemOf(path);
        var (bytes, reason) = problem is null ? FileReader.Read(path) : (null, problem);
        if (bytes is null)
        {
            warnings.Add($"`{shownPathOf(path)}` cannot be read: {reason ?? "it is too long"}");
        }

        return bytes;
    }
}
