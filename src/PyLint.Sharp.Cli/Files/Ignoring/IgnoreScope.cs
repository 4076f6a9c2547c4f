namespace PyLint.Sharp.Cli.Files.Ignoring;

/// <summary>What the ignore files of a folder, and of those above it, say about what lies in it.</summary>
/// <remarks>
/// Later lines, deeper files and <c>.ignore</c> before <c>.gitignore</c> decide; then come the files of the repository and of its user.
/// A folder that is ignored is not entered, so nothing in it can be taken back.
/// </remarks>
internal sealed class IgnoreScope
{
    private readonly IgnoreScope? above;
    private readonly GitRepository? repository;
    private readonly PatternList? gitIgnore;
    private readonly PatternList? ignore;
    private readonly int start;
    private readonly int top;

    private IgnoreScope(string folder, IgnoreScope? above, GitRepository? opened, IgnoreReader reader)
    {
        this.above = opened is null ? above : null;
        repository = opened ?? above?.repository;
        start = PathName.LengthOf(folder);
        top = opened is null && above is not null ? above.top : start;
        var ignoresCase = repository?.IgnoresCase ?? OperatingSystem.IsWindows();
        gitIgnore = reader.ReadPatterns(Path.Combine(folder, ".gitignore"), ignoresCase);
        ignore = reader.ReadPatterns(Path.Combine(folder, ".ignore"), ignoresCase);
    }

    /// <summary>The scope of a folder. One that is the top of a repository knows nothing of those above it.</summary>
    public static IgnoreScope Of(string folder, IgnoreScope? above, IgnoreReader reader, Func<string, string?> environment) =>
        new(folder, above, GitRepository.IsTop(folder) ? GitRepository.Open(folder, reader, environment) : null, reader);

    /// <param name="path">A path in the folder.</param>
    /// <param name="isFolder">True for a folder; a link to one is a file.</param>
    public bool IsIgnored(PathName path, bool isFolder)
    {
        for (var scope = this; scope is not null; scope = scope.above)
        {
            if (scope.ignore?.Decide(path.From(scope.start), path.Name, isFolder) is { } decision)
            {
                return decision;
            }
        }

        for (var scope = this; scope is not null; scope = scope.above)
        {
            if (scope.gitIgnore?.Decide(path.From(scope.start), path.Name, isFolder) is { } decision)
            {
                return decision;
            }
        }

        return repository?.Decide(path.From(top), path.Name, isFolder) ?? false;
    }
}
