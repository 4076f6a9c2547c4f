using System.Text.Json;
using PyLint.Sharp.Reporting.Findings;

namespace PyLint.Sharp.Reporting.Json;

/// <summary>The objects of <see cref="JsonLinesReporter"/> in one indented document: schema, run, findings, files, summary.</summary>
public sealed class JsonReporter : IReporter, IDisposable
{
    private readonly Stream output;
    private readonly Utf8JsonWriter writer;
    private readonly List<FileLine> files = [];

    /// <summary>Creates a reporter that writes to <paramref name="output"/>, which stays open.</summary>
    public JsonReporter(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        this.output = output;
        writer = JsonStrings.Document(output);
    }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
        ArgumentNullException.ThrowIfNull(run);
        writer.WriteStartObject();
        writer.WriteString("schema", ResultJson.Schema);
        writer.WritePropertyName("run");
        ResultJson.WriteRun(writer, run);
        writer.WriteStartArray("findings");
    }

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        files.Add(FileLine.Of(file));
        var places = new JsonPlaces(file);
        foreach (var finding in Finding.AllOf(file))
        {
            ResultJson.WriteFinding(writer, places, finding);
        }

        writer.Flush();
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        writer.WriteEndArray();
        writer.WriteStartArray("files");
        foreach (var file in files)
        {
            ResultJson.WriteFile(writer, file);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("summary");
        ResultJson.WriteSummary(writer, summary);
        writer.WriteEndObject();
        writer.EndDocument(output);
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
