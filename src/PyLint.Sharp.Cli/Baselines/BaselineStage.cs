using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Reporting;

namespace PyLint.Sharp.Cli.Baselines;

/// <summary>Leaves what a baseline knows out of a run, and tells what it knows in vain.</summary>
internal sealed class BaselineStage : IRunStage
{
    private const int MostExamples = 3;

    private readonly BaselineComparison comparison;
    private readonly BaselineFile file;
    private readonly Host host;

    /// <exception cref="UsageException">There is no such baseline.</exception>
    public BaselineStage(BaselineFile file, Host host)
    {
        (this.file, this.host) = (file, host);
        comparison = new BaselineComparison(file, file.Read(), host.CurrentDirectory);
    }

    /// <summary>The paths in which files may turn out to be gone.</summary>
    public required IReadOnlyList<string> SearchedPaths { get; init; }

    /// <summary>True when what is left says nothing about what was there: fixes are only shown, or hide the rest.</summary>
    public required bool IgnoresStale { get; init; }

    /// <summary>True when stale entries are no reason to fail.</summary>
    public required bool PassesOnStale { get; init; }

    public IReadOnlyList<SourceFile> Choose(IReadOnlyList<SourceFile> files, FileChoice choice) => files;

    public FileReport Apply(FilePlan plan, FileReport report) => comparison.Apply(plan, report);

    public bool Finish()
    {
        comparison.JudgeMissingFiles(SearchedPaths);
        var stale = comparison.Stale;
        if (stale.Count == 0 || IgnoresStale)
        {
            return false;
        }

        var examples = string.Join(", ", stale.Take(MostExamples).Select(key => $"{key.Code} in `{key.Path}`"));
        var more = stale.Count > MostExamples ? $" and {stale.Count - MostExamples} more" : "";
        host.Say(PassesOnStale ? "warning" : "error", $"stale entries in `{file.ShownPath}` ({examples}{more}), run `pylint-sharp baseline prune`");
        return !PassesOnStale;
    }
}
