using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Reporting;
using PyLint.Sharp.Reporting.Json;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Cli.Output;

/// <summary>The formats by name.</summary>
internal static class ReporterFactory
{
    /// <summary>The reporter of a format, and whether it shows hashes: nobody waits for what nobody sees.</summary>
    public static (IReporter Reporter, bool WantsHashes) Create(CheckSettings settings, OutputTarget output) => settings.Format switch
    {
        "concise" => (new ConciseReporter(output.Text, settings.Text), false),
        "json" => (new JsonReporter(output.Stream), true),
        "jsonl" => (new JsonLinesReporter(output.Stream), true),
        _ => (new FullReporter(output.Text, settings.Text), false),
    };
}
