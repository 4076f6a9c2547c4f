namespace PyLint.Sharp.Cli.Files.Ignoring;

/// <summary>One line of an ignore file.</summary>
internal sealed class IgnorePattern
{
    private readonly Glob glob;
    private readonly bool isPath;
    private readonly bool isForFolders;

    private IgnorePattern(Glob glob, bool isPath, bool isForFolders, bool isNegated)
    {
        this.glob = glob;
        this.isPath = isPath;
        this.isForFolders = isForFolders;
        IsNegated = isNegated;
    }

    /// <summary>True when what it matches is not to be ignored.</summary>
    public bool IsNegated { get; }

    /// <summary>Reads a line that is neither empty nor a comment; null when nothing can match it.</summary>
    public static IgnorePattern? Read(ReadOnlySpan<byte> line, bool ignoresCase)
    {
        var isNegated = line is [(byte)'!', ..];
        var pattern = isNegated ? line[1..] : line;
        var isForFolders = pattern is [.., (byte)'/'];
        pattern = isForFolders ? pattern[..^1] : pattern;

        // A slash anywhere but at the end ties a pattern to the folder of its file.
        var isPath = pattern.Contains((byte)'/');
        pattern = pattern is [(byte)'/', ..] ? pattern[1..] : pattern;
        return pattern.Length > 0 && Glob.Read(pattern, isPath, ignoresCase) is { } glob ? new IgnorePattern(glob, isPath, isForFolders, isNegated) : null;
    }

    /// <param name="path">The path from the folder of the ignore file.</param>
    /// <param name="name">The last part of it.</param>
    /// <param name="isFolder">True for a folder; a link to one is a file.</param>
    public bool IsMatch(ReadOnlySpan<byte> path, ReadOnlySpan<byte> name, bool isFolder) =>
        (isFolder || !isForFolders) && glob.IsMatch(isPath ? path : name);
}
