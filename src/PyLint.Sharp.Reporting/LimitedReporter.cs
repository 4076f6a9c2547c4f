namespace PyLint.Sharp.Reporting;

/// <summary>Lets another reporter show the first findings of a run and count the rest.</summary>
public sealed class LimitedReporter : IReporter
{
    private readonly IReporter inner;
    private readonly int most;
    private int shown;
    private int left;

    /// <summary>Wraps a reporter.</summary>
    /// <param name="inner">The reporter.</param>
    /// <param name="most">How many findings it gets.</param>
    public LimitedReporter(IReporter inner, int most)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        (this.inner, this.most) = (inner, most);
    }

    /// <summary>Is told at the end how many findings are not shown, if any; for formats that have no place for the number.</summary>
    public Action<int>? Warn { get; init; }

    /// <inheritdoc/>
    public void Begin(RunInfo run) => inner.Begin(run);

    /// <inheritdoc/>
    public void File(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var count = Math.Min(file.Diagnostics.Length, most - shown);
        shown += count;
        left += file.Diagnostics.Length - count;
        inner.File(count == file.Diagnostics.Length ? file : file with { Diagnostics = file.Diagnostics[..count], NotShown = file.Diagnostics[count..] });
    }

    /// <inheritdoc/>
    public void End(RunSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        inner.End(summary with { NotShown = left });
        if (left > 0)
        {
            Warn?.Invoke(left);
        }
    }
}
