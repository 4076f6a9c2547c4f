using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Findings;
using PyLint.Sharp.Reporting.Json;

namespace PyLint.Sharp.Reporting.Sarif;

/// <summary>
/// SARIF 2.1.0 (OASIS), one run, as GitHub code scanning and Azure DevOps read it. Findings that a comment silences or the baseline
/// has are results with <c>suppressions</c>.
/// </summary>
public sealed class SarifReporter : IReporter, IDisposable
{
    /// <summary>The name that stands for the root of the repository.</summary>
    internal const string Root = "%SRCROOT%";

    private const int MostThatGitHubShows = 5_000;

    private readonly Stream output;
    private readonly RepositoryPaths paths;
    private readonly Utf8JsonWriter writer;
    private readonly List<(Diagnostic Diagnostic, SarifPlaces Places)> faults = [];
    private SarifTool? tool;
    private SarifChoice? choice;
    private int results;

    /// <summary>How many results are written at most; the most important ones are. Null for all.</summary>
    public int? MostResults { get; init; }

    /// <summary>Is told what a reader of the results should know.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>Creates a reporter that writes to <paramref name="output"/>, which stays open.</summary>
    public SarifReporter(Stream output, RepositoryPaths paths)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(paths);
        (this.output, this.paths) = (output, paths);
        writer = JsonStrings.Document(output);
    }

    private SarifTool Tool => tool ?? throw new InvalidOperationException("a report begins before its first file");

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
        ArgumentNullException.ThrowIfNull(run);
        tool = new SarifTool(run);
        choice = MostResults is { } most ? new SarifChoice(most) : null;
        writer.WriteStartObject();
        writer.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        writer.WriteString("version", "2.1.0");
        writer.WriteStartArray("runs");
        writer.WriteStartObject();
        tool.Write(writer);
        writer.WriteStartObject("automationDetails");
        writer.WriteString("id", "pylint-sharp/check/");
        writer.WriteEndObject();
        writer.WriteString("columnKind", "unicodeCodePoints");
        writer.WriteStartObject("originalUriBaseIds");
        WriteFolder(Root, paths.Root);
        writer.WriteEndObject();
        writer.WriteStartArray("results");
    }

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var places = new SarifPlaces(file.Stored, paths.Of(file.Path));
        var result = new SarifResult(writer, places, Tool);
        foreach (var finding in Finding.AllStoredOf(file))
        {
            if (finding.Diagnostic.IsFault())
            {
                faults.Add((finding.Diagnostic, places));
            }
            else if (choice is null)
            {
                result.Write(finding);
                results++;
            }
            else
            {
                choice.Add(result, finding);
            }
        }

        writer.Flush();
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        choice?.Write();
        writer.WriteEndArray();
        WriteInvocation(summary);
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.EndDocument(output);
        SayHowMany();
    }

    private void SayHowMany()
    {
        if (choice is { LeftOut: > 0 and var leftOut })
        {
            Warn?.Invoke($"the SARIF file has the {MostResults} most important results and lacks {leftOut}");
        }
        else if (results > MostThatGitHubShows)
        {
            Warn?.Invoke($"the SARIF file has {results} results; GitHub shows {MostThatGitHubShows}, and refuses a file with more than 25000: see --sarif-max-results");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private void WriteInvocation(RunSummary summary)
    {
        writer.WriteStartArray("invocations");
        writer.WriteStartObject();
        writer.WriteNumber("exitCode", summary.ExitCode);
        WriteNotifications();

        // Findings are a success: the program did what it was asked to.
        writer.WriteBoolean("executionSuccessful", summary.ExitCode is 0 or 1);
        WriteFolder("workingDirectory", paths.WorkingDirectory);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private void WriteNotifications()
    {
        writer.WriteStartArray("toolExecutionNotifications");
        foreach (var (diagnostic, places) in faults)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("locations");
            writer.WriteStartObject();
            places.WritePhysicalLocation(writer, diagnostic.Span);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteStartObject("message");
            writer.WriteText("text", SarifText.Plain(diagnostic));
            writer.WriteEndObject();
            writer.WriteString("level", SarifLevel.Of(diagnostic.Severity));
            writer.WriteStartObject("descriptor");
            writer.WriteString("id", diagnostic.Descriptor.Code);
            if (Tool.IndexOf(diagnostic.Descriptor) is { } index)
            {
                writer.WriteNumber("index", index);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteFolder(string name, string folder)
    {
        writer.WriteStartObject(name);
        writer.WriteString("uri", SarifUri.Of(folder));
        writer.WriteEndObject();
    }
}
