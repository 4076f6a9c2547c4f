namespace PyLint.Sharp.Cli.Caching;

/// <summary>What a command line says about the cache.</summary>
internal sealed record CacheSettings
{
    /// <summary>True when findings may be kept and taken from an earlier run.</summary>
    public required bool IsOn { get; init; }

    /// <summary>The folder that is named; null where none is.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// True when a cache among the checked files would be believed. Whoever passes over what those files say about their own checking,
    /// settings or suppressions, must not read findings from among them either.
    /// </summary>
    public required bool TrustsProject { get; init; }
}
