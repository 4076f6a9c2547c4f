using PyLint.Sharp.Cli.Output;

namespace PyLint.Sharp.Cli.Fixing;

/// <summary>What a command line asks about fixes.</summary>
internal sealed record FixSettings
{
    public FixMode Mode { get; init; }

    /// <summary>True when fixes may change what programs do.</summary>
    public bool AllowsUnsafe { get; init; }

    /// <summary>True when what is left is neither reported nor a reason to fail.</summary>
    public bool HidesRest { get; init; }

    /// <summary>True when each fixed finding is told.</summary>
    public bool ShowsFixes { get; init; }

    /// <summary>True when a fix is a reason to fail.</summary>
    public bool FailsOnFix { get; init; }

    /// <summary>What is written in the place of findings; null where they are.</summary>
    public string? Report => Mode == FixMode.Diff ? ReporterFactory.Diff : HidesRest ? ReporterFactory.Silent : null;
}
