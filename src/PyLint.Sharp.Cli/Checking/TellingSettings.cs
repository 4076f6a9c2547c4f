namespace PyLint.Sharp.Cli.Checking;

/// <summary>What to tell on the way.</summary>
internal sealed record TellingSettings
{
    /// <summary>True when a terminal may tell how far the run is.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>True for a table of what the rules took.</summary>
    public bool ShowsTiming { get; init; }
}
