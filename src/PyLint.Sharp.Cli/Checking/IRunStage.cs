using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Reporting;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>Something between the analysis and the reports that leaves findings out. Called by one thread, in the order of the files.</summary>
internal interface IRunStage
{
    /// <summary>The files that are to be checked, of those that were found.</summary>
    /// <exception cref="UsageException">It can't be told which.</exception>
    IReadOnlyList<SourceFile> Choose(IReadOnlyList<SourceFile> files, FileChoice choice);

    /// <summary>What is left of a report.</summary>
    FileReport Apply(FilePlan plan, FileReport report);

    /// <summary>Called after the last file of a run that was not interrupted; true when the run must not succeed.</summary>
    bool Finish();
}
