namespace PyLint.Sharp.Reporting.Text;

/// <summary>The findings of each file below its name, one line each.</summary>
public sealed class GroupedReporter : IReporter
{
    private readonly TextOptions options;
    private readonly TerminalWriter writer;
    private int shown;

    /// <summary>Creates a reporter that writes to <paramref name="output"/>.</summary>
    public GroupedReporter(TextWriter output, TextOptions options)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
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
        var count = Math.Min(file.Diagnostics.Length, (options.MaxDiagnostics ?? int.MaxValue) - shown);
        if (count > 0)
        {
            Write(file, count);
            shown += count;
        }

        writer.Flush();
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (summary.Files > 0)
        {
            writer.WriteLine(Footer.Of(summary, shown), Style.Strong);
        }

        writer.Flush();
    }

    private void Write(FileReport file, int count)
    {
        var places = file.Diagnostics.Take(count).Select(diagnostic => file.PlaceOf(diagnostic.Span.Start)).ToList();
        var width = places.Max(place => place.Length);
        writer.WriteLine(file.Path, Style.Strong);
        for (var i = 0; i < count; i++)
        {
            var diagnostic = file.Diagnostics[i];
            writer.Write($"  {places[i].PadRight(width)}  ");
            writer.Write($"{Words.Of(diagnostic.Severity)}[{diagnostic.Descriptor.Code}]", Styles.Of(diagnostic));
            writer.WriteLine($" {diagnostic.Message}");
        }

        writer.EndLine();
    }
}
