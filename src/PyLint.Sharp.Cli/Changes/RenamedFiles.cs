namespace PyLint.Sharp.Cli.Changes;

/// <summary>Finds what a file was called before: a renamed file is not new, but the lines that were edited on the way are.</summary>
/// <param name="repository">Has the contents.</param>
/// <param name="before">The files as they were.</param>
/// <param name="isGone">True for a path that is no longer there.</param>
internal sealed class RenamedFiles(GitRepository repository, Dictionary<string, GitBlob> before, Predicate<string> isGone)
{
    /// <summary>Each one costs reading and comparing; whoever renames more at once has moved a folder, and names stay the same then.</summary>
    private const int MostCompared = 100;

    private readonly Lazy<List<KeyValuePair<string, GitBlob>>> gone = new(() =>
        [.. before.Where(file => file.Value.IsFile && isGone(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal)]);

    private readonly Dictionary<string, byte[]?> contents = new(StringComparer.Ordinal);

    /// <summary>The content of the file that is gone and shares most text with a new one, at least half of it; null where none does.</summary>
    public byte[]? ContentBefore(string path, byte[] content)
    {
        var same = gone.Value.FirstOrDefault(file => file.Value.Is(content));
        if (same.Key is not null)
        {
            return content;
        }

        var (best, most) = (default(byte[]), 0.5);
        foreach (var (_, blob) in gone.Value
            .Where(file => Path.GetExtension(file.Key) == Path.GetExtension(path))
            .OrderByDescending(file => Path.GetFileName(file.Key) == Path.GetFileName(path))
            .Take(MostCompared))
        {
            if (ContentOf(blob) is { } old && Likeness(old, content) is var likeness && likeness >= most && (best is null || likeness > most))
            {
                (best, most) = (old, likeness);
            }
        }

        return best;
    }

    private byte[]? ContentOf(GitBlob blob)
    {
        if (!contents.TryGetValue(blob.Id, out var content))
        {
            contents[blob.Id] = content = repository.Content(blob);
        }

        return content;
    }

    /// <summary>
    /// The share of text in lines that both have, of the longer one's. Text and not lines, as git measures: short lines are alike
    /// everywhere.
    /// </summary>
    private static double Likeness(byte[] left, byte[] right)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (old, current) = (Worthy(left), Worthy(right));
        old.ForEach(line => counts[line] = counts.GetValueOrDefault(line) + 1);
        var shared = 0;
        foreach (var line in current)
        {
            if (counts.GetValueOrDefault(line) is > 0 and var count)
            {
                counts[line] = count - 1;
                shared += line.Length;
            }
        }

        return shared / (double)Math.Max(1, Math.Max(old.Sum(LengthOf), current.Sum(LengthOf)));
    }

    private static int LengthOf(string line) => line.Length;

    private static List<string> Worthy(byte[] content) => [.. ChangedLines.LinesOf(content).Where(line => !string.IsNullOrWhiteSpace(line))];
}
