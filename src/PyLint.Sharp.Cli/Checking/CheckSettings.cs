using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Reporting.Text;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>What a command line asks <c>check</c> to do.</summary>
internal sealed record CheckSettings
{
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>What is wrong with the command line but leaves something to check.</summary>
    public required IReadOnlyList<string> UsageErrors { get; init; }

    /// <summary>What the first path may have been meant to be.</summary>
    public required IReadOnlyList<string> Verbs { get; init; }

    public required IReadOnlyList<string> Select { get; init; }

    public required IReadOnlyList<string> Ignore { get; init; }

    /// <summary>The Python that must understand the files; null for any.</summary>
    public required PythonVersion? Target { get; init; }

    public required string Format { get; init; }

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
