using System.Text;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>The repository around the current folder.</summary>
internal sealed class GitRepository : IDisposable
{
    private readonly GitClient git;
    private readonly BlobReader blobs;

    /// <param name="host">The outside world.</param>
    /// <param name="option">What needs a repository, for messages.</param>
    /// <exception cref="UsageException">There is no repository with files, or no git.</exception>
    public GitRepository(Host host, string option)
    {
        git = GitClient.Find(host, option);
        blobs = new BlobReader(git);
        var (output, complaint) = git.Run("rev-parse", "--is-inside-work-tree", "--show-cdup");
        if (output is null)
        {
            var isMissing = complaint.Contains("not a git repository", StringComparison.Ordinal);
            throw new UsageException(isMissing
                ? $"`{option}` needs a git repository, and `{host.CurrentDirectory}` is in none"
                : $"`{option}` needs a git repository, and git says: {GitClient.Sentence(complaint)}");
        }

        var lines = Encoding.UTF8.GetString(output).Split('\n');
        if (lines[0] != "true")
        {
            throw new UsageException($"`{option}` needs the files of a git repository, and `{host.CurrentDirectory}` is not among them");
        }

        Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(lines[1].Length == 0 ? "." : lines[1], host.CurrentDirectory));
    }

    /// <summary>The full path of its uppermost folder.</summary>
    public string Root { get; }

    /// <summary>What git calls a file; null where it is not in the repository.</summary>
    public string? PathOf(string fullPath)
    {
        var relative = Path.GetRelativePath(Root, fullPath).Replace(Path.DirectorySeparatorChar, '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative;
    }

    /// <summary>The files of a commit by their paths; null where the revision names none.</summary>
    /// <param name="revision">What <c>git rev-parse</c> takes; nothing with a hyphen in front, which would be an option.</param>
    /// <exception cref="UsageException">The repository is damaged.</exception>
    public Dictionary<string, GitBlob>? Tree(string revision)
    {
        var (commit, _) = git.Run("rev-parse", "--verify", "--quiet", revision + "^{commit}");
        return commit is null ? null : Read(["ls-tree", "-r", "-z", "--full-tree", Encoding.ASCII.GetString(commit).Trim()], idAt: 2);
    }

    /// <summary>The staged files by their paths, without those that wait for a merge to be resolved.</summary>
    /// <exception cref="UsageException">The repository is damaged.</exception>
    public Dictionary<string, GitBlob> Index() => Read(["ls-files", "--stage", "-z", "--full-name", "--", ":/"], idAt: 1);

    /// <summary>The bytes of a blob; null where it is longer than any file that is checked.</summary>
    /// <exception cref="UsageException">Git does not have it.</exception>
    public byte[]? Content(GitBlob blob) => blobs.Read(blob.Id);

    /// <summary>Compares states of files, as <c>git diff</c> does.</summary>
    public LineComparison NewComparison() => new(git);

    /// <summary>Knows what git stores of files on disk.</summary>
    public LineEnds NewLineEnds()
    {
        var index = new Lazy<Dictionary<string, GitBlob>>(Index);
        return new LineEnds(git, path => index.Value.TryGetValue(path, out var blob) && blob.IsFile ? Content(blob) : null);
    }

    public void Dispose() => blobs.Dispose();

    /// <summary>Records are <c>MODE TYPE ID⇥PATH</c> in trees, <c>MODE ID STAGE⇥PATH</c> in the index.</summary>
    private Dictionary<string, GitBlob> Read(string[] command, int idAt)
    {
        var (output, complaint) = git.Run(command);
        if (output is null)
        {
            throw new UsageException($"git cannot list the files: {GitClient.Sentence(complaint)}");
        }

        var files = new Dictionary<string, GitBlob>(StringComparer.Ordinal);
        foreach (var record in GitClient.Records(output))
        {
            var parts = record.Split('\t', 2);
            if (parts is [var facts, var path] && facts.Split(' ') is { Length: 3 } words && (idAt == 2 || words[2] == "0"))
            {
                files[path] = new GitBlob(words[0], words[idAt]);
            }
        }

        return files;
    }
}
