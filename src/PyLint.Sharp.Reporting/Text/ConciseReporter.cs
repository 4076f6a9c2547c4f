using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>One line for each finding and nothing else, for <c>grep</c> and for the error lists of editors.</summary>
public sealed class ConciseReporter : IReporter
{
    private readonly TerminalWriter writer;

    /// <summary>Creates a reporter that writes to <paramref name="output"/>.</summary>
    public ConciseReporter(TextWriter output, TextOptions options)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        writer = new TerminalWriter(output, options.HasColor);
    }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
    }

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var diagnostic in file.Diagnostics)
        {
            Write(file, diagnostic);
        }

        writer.Flush();
    }

    /// <inheritdoc/>
    public void End(RunSummary summary) => writer.Flush();

    private void Write(FileReport file, Diagnostic diagnostic)
    {
        writer.Write($"{file.Path}:{file.PlaceOf(diagnostic.Span.Start)}: ", Style.Strong);
        writer.Write($"{Words.Of(diagnostic.Severity)}[{diagnostic.Descriptor.Code}]", Styles.Of(diagnostic));
        writer.WriteLine($" {diagnostic.Message}");
    }
}
