namespace PyLint.Sharp.Cli.Files;

/// <summary>What a command line, and no configuration, says about files beside naming them.</summary>
internal sealed record FileSettings
{
    /// <summary>Further extensions of Python files, with their dots.</summary>
    public required IReadOnlyList<string> Extensions { get; init; }

    /// <summary>True when a named file or folder may be left out, as if it had been found.</summary>
    public required bool ForcesExclude { get; init; }

    /// <summary>True when links to folders are followed.</summary>
    public required bool FollowsLinks { get; init; }

    /// <summary>The paths of a list; null when there is no list.</summary>
    public required IReadOnlyList<string>? Listed { get; init; }

    /// <summary>True when a run without any file is a failure.</summary>
    public required bool FailsOnNoFiles { get; init; }
}
