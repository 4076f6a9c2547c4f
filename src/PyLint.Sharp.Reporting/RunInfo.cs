using System.Collections.Immutable;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting;

/// <summary>What is known before the first file.</summary>
public sealed record RunInfo
{
    /// <summary>The version of the tool.</summary>
    public required string Version { get; init; }

    /// <summary>The rules that run, in the order of their codes.</summary>
    public ImmutableArray<RuleDescriptor> Rules { get; init; } = [];

    /// <summary>A hash of all settings that decide which findings there are; null when nobody needs it.</summary>
    public string? SettingsHash { get; init; }

    /// <summary>When the run began; null keeps the output the same from run to run.</summary>
    public DateTimeOffset? Started { get; init; }
}
