using PyLint.Sharp.Analysis;
using PyLint.Sharp.Cli.Caching;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>A file and how it is to be checked.</summary>
/// <param name="File">The file.</param>
/// <param name="Analyzer">Checks it.</param>
/// <param name="Options">How it is parsed.</param>
/// <param name="FailLevel">Which findings make the run fail.</param>
/// <param name="Repair">Fixes what can be fixed; null where nothing is to be.</param>
internal sealed record FilePlan(SourceFile File, Analyzer Analyzer, ParseOptions Options, FailLevel FailLevel, FileRepair? Repair)
{
    /// <summary>The codes of the rules that run.</summary>
    public required IReadOnlySet<string> Codes { get; init; }

    /// <summary>The length from which on the file is not read.</summary>
    public int MostBytes { get; init; } = FileReader.MostBytes;

    /// <summary>When the file is given up; null for never.</summary>
    public TimeSpan? TimePerFile { get; init; }

    /// <summary>What is known from earlier runs; null where everything is to be checked.</summary>
    public ResultCache? Cache { get; init; }
}
