namespace PyLint.Sharp.Reporting;

/// <summary>Several reports of one run, each in its own format, in one pass.</summary>
public sealed class ReporterGroup : IReporter
{
    private readonly IReadOnlyList<IReporter> reporters;

    /// <summary>Calls the reporters in the order given.</summary>
    public ReporterGroup(IReadOnlyList<IReporter> reporters)
    {
        ArgumentNullException.ThrowIfNull(reporters);
        this.reporters = reporters;
    }

    /// <inheritdoc/>
    public void Begin(RunInfo run)
    {
        foreach (var reporter in reporters)
        {
            reporter.Begin(run);
        }
    }

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        foreach (var reporter in reporters)
        {
            reporter.File(file);
        }
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        foreach (var reporter in reporters)
        {
            reporter.End(summary);
        }
    }
}
