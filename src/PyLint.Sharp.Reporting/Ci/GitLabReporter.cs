using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Findings;
using PyLint.Sharp.Reporting.Json;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Ci;

/// <summary>
/// GitLab's Code Quality report: an array of findings. GitLab hides <c>check_name</c>, so the description starts with the code, and it
/// shows but one of two entries with the same fingerprint.
/// </summary>
public sealed class GitLabReporter : IReporter, IDisposable
{
    private readonly Stream output;
    private readonly RepositoryPaths paths;
    private readonly Utf8JsonWriter writer;

    /// <summary>Creates a reporter that writes to <paramref name="output"/>, which stays open.</summary>
    public GitLabReporter(Stream output, RepositoryPaths paths)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(paths);
        (this.output, this.paths) = (output, paths);
        writer = JsonStrings.Document(output);
    }

    /// <inheritdoc/>
    public void Begin(RunInfo run) => writer.WriteStartArray();

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var path = paths.Of(file.Path);
        foreach (var finding in Finding.AllStoredOf(file))
        {
            if (finding.IsReported)
            {
                Write(file.Stored, path, finding);
            }
        }

        writer.Flush();
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        writer.WriteEndArray();
        writer.EndDocument(output);
    }

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();

    private void Write(SourceText text, string path, Finding finding)
    {
        var diagnostic = finding.Diagnostic;
        var (start, end) = (text.PositionOf(diagnostic.Span.Start), text.PositionOf(diagnostic.Span.End));
        writer.WriteStartObject();
        writer.WriteText("description", $"{diagnostic.Descriptor.Code}: {diagnostic.Message}");
        writer.WriteString("check_name", diagnostic.Descriptor.Code);
        writer.WriteString("fingerprint", finding.Fingerprint);
        writer.WriteString("severity", SeverityOf(diagnostic));
        writer.WriteStartObject("location");
        writer.WriteText("path", path);
        writer.WriteStartObject("lines");
        writer.WriteNumber("begin", start.Line);
        writer.WriteNumber("end", end.Line);
        writer.WriteEndObject();
        writer.WriteStartObject("positions");
        WritePosition("begin", start);
        WritePosition("end", end);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WritePosition(string name, LinePosition position)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("line", position.Line);
        writer.WriteNumber("column", position.Column);
        writer.WriteEndObject();
    }

    private static string SeverityOf(Diagnostic diagnostic) => diagnostic.Severity switch
    {
        _ when diagnostic.IsFault() => "blocker",
        Severity.Error => "major",
        Severity.Warning => "minor",
        _ => "info",
    };
}
