namespace PyLint.Sharp.Reporting;

/// <summary>
/// Writes the results of one run in one format. The caller hands the files over in their final order; a reporter writes as it goes,
/// so that a reader sees the first findings while later files are still being analysed.
/// </summary>
public interface IReporter
{
    /// <summary>Called once, before the first file.</summary>
    void Begin(RunInfo run);

    /// <summary>Called once for each file, clean ones included.</summary>
    void File(FileReport file);

    /// <summary>Called once, after the last file, also when the run was interrupted.</summary>
    void End(RunSummary summary);
}
