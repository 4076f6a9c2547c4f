using System.Globalization;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Markdown;

namespace PyLint.Sharp.Reporting.Ci;

/// <summary>
/// The table of all findings for the page of a GitHub run, in Markdown. GitHub refuses a summary that is too long as a whole, so the table
/// ends with a row and a note before that.
/// </summary>
public sealed class StepSummaryReporter : IReporter
{
    /// <summary>What GitHub takes from one step, in bytes.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>Room for the lines below the table.</summary>
    private const int Reserve = 512;

    private const string Head = "| place | level | rule | finding |\n|---|---|---|---|\n";

    private readonly Stream output;
    private readonly RepositoryPaths paths;
    private readonly StringBuilder rows = new();
    private long room;
    private int left;

    /// <summary>Creates a reporter that writes to <paramref name="output"/>, which stays open.</summary>
    /// <param name="output">Takes the text, UTF-8 with LF.</param>
    /// <param name="paths">Tells how a path looks from the root of the repository.</param>
    /// <param name="room">The most bytes to write; less than <see cref="MostBytes"/> where something stands in the summary already.</param>
    public StepSummaryReporter(Stream output, RepositoryPaths paths, long room = MostBytes)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(paths);
        (this.output, this.paths, this.room) = (output, paths, room - Reserve - Head.Length);
    }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
    }

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file = file.AsStored();
        foreach (var diagnostic in file.Diagnostics)
        {
            Add(file, diagnostic);
        }
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (room < 0 && rows.Length == 0)
        {
            return;
        }

        var title = $"**PyLint.Sharp**: {Words.Count(summary.Findings, "problem")} in {Words.Count(summary.Files, "file")}.\n";
        var table = rows.Length == 0 ? "" : $"\n{Head}{rows}";
        var note = left == 0 ? "" : $"\n{Words.Count(left, "more finding")} not shown: a summary holds 1 MiB.\n";
        output.Write(Encoding.UTF8.GetBytes($"{title}{table}{note}\n"));
        output.Flush();
    }

    private void Add(FileReport file, Diagnostic diagnostic)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{paths.Of(file.Path)}:{file.Text.LineOf(diagnostic.Span.Start)}");
        var row = $"| {MarkdownText.Cell(place)} | {Words.Of(diagnostic.Severity)} | {diagnostic.Descriptor.Code} | {MarkdownText.Cell(diagnostic.Message)} |\n";
        var length = Encoding.UTF8.GetByteCount(row);
        if (left > 0 || length > room)
        {
            left++;
            return;
        }

        rows.Append(row);
        room -= length;
    }
}
