using System.Text;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>
/// Asks git which lines differ between two states of files, and which new file is an old one with another name. Of the many shortest ways
/// from one text to another, git chooses by rules of its own, and whoever looks at <c>git diff</c> takes its lines for the changed ones. It
/// compares copies in a folder of their own: what a repository says about its files, such as programs that compare or convert them, does
/// not hold there.
/// </summary>
internal sealed class LineComparison(GitClient git) : IDisposable
{
    private const string Before = "before";
    private const string After = "after";
    private const int MostOfName = 100;

    // What somebody's own settings could change about the default of `git diff` is said here.
    private static readonly string[] Command =
    [
        "diff", "--no-index", "--unified=0", "--inter-hunk-context=0", "--diff-algorithm=myers", "--indent-heuristic", "--text", "--find-renames=50%", "-l1000",
        "--no-color", "--no-ext-diff", "--no-textconv", "--src-prefix=a/", "--dst-prefix=b/", Before, After,
    ];

    private DirectoryInfo? folder;
    private int count;

    /// <summary>Remembers states of a file; returns what <see cref="Run"/> knows them by.</summary>
    /// <param name="path">What the file is called; the same name makes it likelier that two are the same.</param>
    /// <param name="before">What it was; null where it is new.</param>
    /// <param name="after">What it is; null where it is gone.</param>
    /// <exception cref="UsageException">There is no place for the copies.</exception>
    public int Add(string path, byte[]? before, byte[]? after)
    {
        try
        {
            folder ??= NewFolder();
            Copy(path, before, Before);
            Copy(path, after, After);
            return count++;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"git needs a temporary folder to compare files in: {exception.Message}");
        }
    }

    /// <summary>The lines that were added or edited in each of the files; all in those that are new.</summary>
    /// <exception cref="UsageException">Git fails.</exception>
    public ChangedLines[] Run()
    {
        var found = Enumerable.Range(0, count).Select(_ => new ChangedLines()).ToArray();
        if (folder is not null)
        {
            Read(git.Compare(folder.FullName, Command), found);
        }

        return found;
    }

    public void Dispose() => folder?.Delete(recursive: true);

    private static DirectoryInfo NewFolder()
    {
        var made = Directory.CreateTempSubdirectory("pylint-sharp-");
        made.CreateSubdirectory(Before);
        made.CreateSubdirectory(After);
        return made;
    }

    private void Copy(string path, byte[]? content, string side)
    {
        if (content is not null)
        {
            var place = Directory.CreateDirectory(Path.Combine(folder!.FullName, side, $"{count}"));
            using var stream = new FileStream(Path.Combine(place.FullName, PlainName(path)), FileMode.CreateNew);
            stream.Write(WithoutLoneReturns(content));
        }
    }

    /// <summary>A name that every system takes, and that git writes as it is.</summary>
    private static string PlainName(string path)
    {
        var name = Path.GetFileName(path);
        return "f" + string.Concat(name.Select(unit => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '.' ? unit : '-').TakeLast(MostOfName));
    }

    /// <summary>Where a line ends and how is for git to say, but for a lone CR, which ends a line in Python.</summary>
    private static byte[] WithoutLoneReturns(byte[] content)
    {
        var plain = (byte[])content.Clone();
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] == '\r' && (i + 1 == plain.Length || plain[i + 1] != '\n'))
            {
                plain[i] = (byte)'\n';
            }
        }

        return plain;
    }

    /// <summary>Lines of files begin with a sign in a diff, so that they are never taken for the words between them.</summary>
    private static void Read(byte[] diff, ChangedLines[] found)
    {
        var at = 0;
        foreach (var line in Encoding.Latin1.GetString(diff).Split('\n'))
        {
            if (line.StartsWith("diff ", StringComparison.Ordinal))
            {
                // diff --git a/before/NUMBER/NAME b/after/NUMBER/NAME
                at = GitClient.Number(line.Split('/')[^2]);
            }
            else if (line.StartsWith("new file ", StringComparison.Ordinal))
            {
                // Also where there is no line in it.
                found[at].Add(1, int.MaxValue);
            }
            else if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                var (first, last) = RangeOf(line);
                found[at].Add(first, last);
            }
        }
    }

    /// <summary>In <c>@@ -FIRST,COUNT +FIRST,COUNT @@</c> a count of one is left out.</summary>
    private static (int First, int Last) RangeOf(string line)
    {
        var numbers = line.Split(' ')[2][1..].Split(',');
        var first = GitClient.Number(numbers[0]);
        return (first, first + (numbers.Length > 1 ? GitClient.Number(numbers[1]) : 1) - 1);
    }
}
