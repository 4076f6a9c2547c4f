using PyLint.Sharp.Cli.Caching;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Cli.Watching;
using PyLint.Sharp.Configuration.Files;
using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>What a command line asks <c>check</c> to do.</summary>
internal sealed record CheckSettings
{
    public required IReadOnlyList<string> Paths { get; init; }

    public required FileSettings Files { get; init; }

    /// <summary>What is wrong with the command line but leaves something to check.</summary>
    public required IReadOnlyList<string> UsageErrors { get; init; }

    /// <summary>What the first path may have been meant to be.</summary>
    public required IReadOnlyList<string> Verbs { get; init; }

    /// <summary>What decides about rules and files.</summary>
    public required ConfigurationRequest Configuration { get; init; }

    /// <summary>The reports to write.</summary>
    public required IReadOnlyList<OutputRequest> Outputs { get; init; }

    /// <summary>False when nobody said which format.</summary>
    public required bool IsFormatChosen { get; init; }

    public required FixSettings Fixing { get; init; }

    /// <summary>What leaves findings out, in this order.</summary>
    public IReadOnlyList<IRunStage> Stages { get; init; } = [];

    public required TellingSettings Telling { get; init; }

    public required CacheSettings Cache { get; init; }

    /// <summary>What earlier runs of this process left; null where there is only this one.</summary>
    public RunMemory? Memory { get; init; }

    public required int Threads { get; init; }

    /// <summary>The name that standard input is reported under.</summary>
    public required string InputName { get; init; }

    /// <summary>True when suppression comments silence nothing.</summary>
    public required bool IgnoresSuppressions { get; init; }

    public required bool ExitZero { get; init; }

    public required bool IsVerbose { get; init; }

    /// <summary>The same with what is configured about reports: the format only where the command line names none.</summary>
    public CheckSettings WithReports(EffectiveSettings effective, bool isForTerminal)
    {
        var format = effective.Get(SettingTable.OutputFormat);
        var isConfigured = !IsFormatChosen && format != ReporterFactory.Full;
        return this with
        {
            IsFormatChosen = IsFormatChosen || isConfigured,
            Outputs =
            [
                .. Outputs.Select(output => isConfigured && output.Format == ReporterFactory.Full ? output with { Format = format } : output)
                    .Select(output => output.With(effective, isForTerminal && output.Path is null)),
            ],
        };
    }
}
