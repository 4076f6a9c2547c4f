using PyLint.Sharp.Cli.Files;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>What one file may cost, and what to tell on the way.</summary>
internal sealed record LimitSettings
{
    /// <summary>The time for one file; null for any.</summary>
    public TimeSpan? TimePerFile { get; init; }

    public int MostBytes { get; init; } = FileReader.MostBytes;

    /// <summary>True when a terminal may tell how far the run is.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>True for a table of what the rules took.</summary>
    public bool ShowsTiming { get; init; }
}
