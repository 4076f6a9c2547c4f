namespace PyLint.Sharp.Cli.Files;

/// <summary>What a command line, and no configuration, says about files beside naming them.</summary>
internal sealed record FileSettings
{
    /// <summary>The paths of a list; null when there is no list.</summary>
    public required IReadOnlyList<string>? Listed { get; init; }

    /// <summary>True when a run without any file is a failure.</summary>
    public required bool FailsOnNoFiles { get; init; }
}
