using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>From which severity on a finding makes the run fail.</summary>
public enum FailLevel
{
    /// <summary>All findings.</summary>
    Info,

    /// <summary>Warnings and errors.</summary>
    Warning,

    /// <summary>Errors alone.</summary>
    Error,

    /// <summary>No finding.</summary>
    Never,
}

/// <summary>Compares severities with the level.</summary>
public static class FailLevels
{
    /// <summary>True when a finding of a severity makes the run fail.</summary>
    public static bool Fails(this FailLevel level, Severity severity) => level != FailLevel.Never && (int)severity >= (int)level;
}
