namespace PyLint.Sharp.Reporting.Text;

/// <summary>The findings of each file below its name, one line each.</summary>
public sealed class GroupedReporter : IReporter
{
    private readonly TerminalWriter writer;

    /// <summary>Creates a reporter that writes to <paramref name="output"/>.</summary>
    public GroupedReporter(TextWriter output, TextOptions options)
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
        if (!file.Diagnostics.IsEmpty)
        {
            Write(file);
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

    private void Write(FileReport file)
    {
        var places = file.Diagnostics.Select(diagnostic => file.PlaceOf(diagnostic.Span.Start)).ToList();
        var width = places.Max(place => place.Length);
        writer.WriteLine(file.Path, Style.Strong);
        for (var i = 0; i < places.Count; i++)
        {
            var diagnostic = file.Diagnostics[i];
            writer.Write($"  {places[i].PadRight(width)}  ");
            writer.Write($"{Words.Of(diagnostic.Severity)}[{diagnostic.Descriptor.Code}]", Styles.Of(diagnostic));
            writer.WriteLine($" {diagnostic.Message}");
        }

        writer.EndLine();
    }
}
