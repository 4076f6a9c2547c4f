using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Explanations;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>The default format: each finding with its source, its reason and what to do about it.</summary>
public sealed class FullReporter : IReporter
{
    private readonly TextOptions options;
    private readonly TerminalWriter writer;
    private readonly FindingText finding;
    private readonly HashSet<string> explained = new(StringComparer.Ordinal);

    /// <summary>Creates a reporter that writes to <paramref name="output"/>.</summary>
    public FullReporter(TextWriter output, TextOptions options)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        writer = new TerminalWriter(output, options.HasColor);
        finding = new FindingText(writer, options);
    }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
    }

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var source = new SourceLines(file);
        foreach (var diagnostic in file.Diagnostics)
        {
            Write(source, diagnostic, HasCode(file));
        }

        writer.Flush();
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (summary.Files > 0)
        {
            writer.WriteLine(Footer.Of(summary), Style.Strong);
        }

        writer.Flush();
    }

    /// <summary>False where a finding says why there is no text: its place is the file as a whole.</summary>
    private static bool HasCode(FileReport file) =>
        file.Status != FileStatus.Unreadable && (file.Status != FileStatus.Limit || file.Text.Length > 0);

    private void Write(SourceLines source, Diagnostic diagnostic, bool hasCode)
    {
        finding.Write(source, diagnostic, hasCode);
        writer.EndLine();
        if (options.Explain == ExplainLevel.Full && explained.Add(diagnostic.Descriptor.Code))
        {
            ExplanationText.Write(writer, diagnostic.Descriptor, options);
            writer.EndLine();
        }
    }
}
