namespace PyLint.Sharp.Cli.Files.Ignoring;

/// <summary>What a repository ignores beside the files in its folders. Git itself is never run.</summary>
internal sealed class GitRepository
{
    private readonly PatternList? own;
    private readonly PatternList? everywhere;

    private GitRepository(PatternList? own, PatternList? everywhere, bool ignoresCase) =>
        (this.own, this.everywhere, IgnoresCase) = (own, everywhere, ignoresCase);

    /// <summary>True when its file system does not tell cases apart.</summary>
    public bool IgnoresCase { get; }

    /// <summary>True when a folder is the top of a repository.</summary>
    public static bool IsTop(string folder) => Path.Exists(Path.Combine(folder, ".git"));

    /// <summary>Reads what the repository of a folder and its user say.</summary>
    public static GitRepository Open(string top, IgnoreReader reader, Func<string, string?> environment)
    {
        var folder = CommonFolderOf(Path.Combine(top, ".git"), reader);
        var home = environment("HOME") ?? environment("USERPROFILE");
        var user = environment("XDG_CONFIG_HOME") is { Length: > 0 } configured ? configured : home is null ? null : Path.Combine(home, ".config");
        var config = new GitConfig();
        string?[] files =
        [
            OperatingSystem.IsWindows() || environment("GIT_CONFIG_NOSYSTEM") is not null ? null : "/etc/gitconfig",
            user is null ? null : Path.Combine(user, "git", "config"),
            home is null ? null : Path.Combine(home, ".gitconfig"),
            Path.Combine(folder, "config"),
        ];
        foreach (var file in files)
        {
            if (file is not null && reader.ReadText(file) is { } content)
            {
                config.Read(content);
            }
        }

        var ignoresCase = config["ignoreCase"] is { } value && value.Equals("true", StringComparison.OrdinalIgnoreCase);
        var excludes = config["excludesFile"] is { Length: > 0 } named ? Expand(named, home, top) : user is null ? null : Path.Combine(user, "git", "ignore");
        return new GitRepository(
            reader.ReadPatterns(Path.Combine(folder, "info", "exclude"), ignoresCase),
            excludes is null ? null : reader.ReadPatterns(excludes, ignoresCase),
            ignoresCase);
    }

    /// <summary>See <see cref="PatternList.Decide"/>.</summary>
    public bool? Decide(ReadOnlySpan<byte> path, ReadOnlySpan<byte> name, bool isFolder) =>
        own?.Decide(path, name, isFolder) ?? everywhere?.Decide(path, name, isFolder);

    /// <summary>The folder with git's own files: of a further work tree or a submodule it lies elsewhere.</summary>
    private static string CommonFolderOf(string path, IgnoreReader reader)
    {
        const string link = "gitdir:";
        if (Directory.Exists(path) || reader.ReadText(path) is not { } content || !content.StartsWith(link, StringComparison.Ordinal) || !IsPath(content))
        {
            return path;
        }

        var folder = Path.GetFullPath(content[link.Length..].Trim(), Path.GetDirectoryName(path)!);
        return reader.ReadText(Path.Combine(folder, "commondir")) is { } common && IsPath(common) ? Path.GetFullPath(common.Trim(), folder) : folder;
    }

    /// <summary>These files belong to whoever wrote the repository, and no path of a system has a NUL.</summary>
    private static bool IsPath(string text) => !text.Contains('\0', StringComparison.Ordinal);

    private static string? Expand(string path, string? home, string top) =>
        !IsPath(path) ? null
        : !path.StartsWith("~/", StringComparison.Ordinal) ? Path.GetFullPath(path, top)
        : home is null ? null
        : Path.Combine(home, path[2..]);
}
