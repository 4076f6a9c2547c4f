using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Reporting;
using PyLint.Sharp.Reporting.Diffs;
using PyLint.Sharp.Reporting.Json;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Cli.Output;

/// <summary>The formats by name.</summary>
internal static class ReporterFactory
{
    /// <summary>The reporter of a format, and whether it shows hashes: nobody waits for what nobody sees.</summary>
    public static (IReporter Reporter, bool WantsHashes) Create(string name, CheckSettings settings, OutputTarget output) => name switch
    {
        _ when settings.Fixing.Mode == FixMode.Diff => (new DiffReporter(output.Stream, settings.IsForTerminal ? settings.Text : null), false),
        _ when settings.Fixing.HidesRest => (new SilentReporter(), false),
        "concise" => (new ConciseReporter(output.Text, settings.Text), false),
        "json" => (new JsonReporter(output.Stream), true),
        "jsonl" => (new JsonLinesReporter(output.Stream), true),
        _ => (new FullReporter(output.Text, settings.Text), false),
    };
}
