using System.Buffers;
using System.Text.Json;
using PyLint.Sharp.Reporting.Findings;

namespace PyLint.Sharp.Reporting.Json;

/// <summary>One JSON object a line: the run, the findings, the files, the summary.</summary>
public sealed class JsonLinesReporter : IReporter, IDisposable
{
    private readonly Stream output;
    private readonly ArrayBufferWriter<byte> buffer = new();
    private readonly Utf8JsonWriter writer;
    private readonly List<FileLine> files = [];

    /// <summary>Creates a reporter that writes to <paramref name="output"/>, which stays open.</summary>
    public JsonLinesReporter(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        this.output = output;
        writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JsonStrings.Encoder });
    }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ResultJson.WriteRun(writer, run);
        EndLine();
        Send();
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
            EndLine();
        }

        Send();
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        foreach (var file in files)
        {
            ResultJson.WriteFile(writer, file);
            EndLine();
        }

        ResultJson.WriteSummary(writer, summary);
        EndLine();
        Send();
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private void EndLine()
    {
        writer.Flush();
        buffer.Write("\n"u8);
        writer.Reset();
    }

    private void Send()
    {
        output.Write(buffer.WrittenSpan);
        output.Flush();
        buffer.ResetWrittenCount();
    }
}
