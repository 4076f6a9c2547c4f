using PyLint.Sharp.Cli.Files;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>What one file may cost, and whether to tell what it did.</summary>
internal sealed record LimitSettings
{
    /// <summary>The time for one file; null for any.</summary>
    public TimeSpan? TimePerFile { get; init; }

    public int MostBytes { get; init; } = FileReader.MostBytes;

    /// <summary>True for a table of what the rules took.</summary>
    public bool ShowsTiming { get; init; }
}
