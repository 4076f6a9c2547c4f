using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Configuration.Files;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>What a command line asks <c>check</c> to do.</summary>
internal sealed record CheckSettings
{
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>What is wrong with the command line but leaves something to check.</summary>
    public required IReadOnlyList<string> UsageErrors { get; init; }

    /// <summary>What the first path may have been meant to be.</summary>
    public required IReadOnlyList<string> Verbs { get; init; }

    /// <summary>What decides about rules and files.</summary>
    public required ConfigurationRequest Configuration { get; init; }

    /// <summary>The format of the results; null for the configured one.</summary>
    public required string? Format { get; init; }

    /// <summary>The file for the results; null for standard output.</summary>
    public required string? OutputPath { get; init; }

    /// <summary>True when a person reads the results as they come.</summary>
    public required bool IsForTerminal { get; init; }

    public required FixSettings Fixing { get; init; }

    public required TextOptions Text { get; init; }

    public required int Threads { get; init; }

    /// <summary>The name that standard input is reported under.</summary>
    public required string InputName { get; init; }

    /// <summary>True when suppression comments silence nothing.</summary>
    public required bool IgnoresSuppressions { get; init; }

    public required bool ExitZero { get; init; }

    public required bool IsVerbose { get; init; }
}
