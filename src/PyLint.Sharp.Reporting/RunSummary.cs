using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting;

/// <summary>The totals of a run.</summary>
public sealed record RunSummary
{
    /// <summary>Number of files.</summary>
    public int Files { get; init; }

    /// <summary>Number of files with at least one finding.</summary>
    public int FilesWithFindings { get; init; }

    /// <summary>Number of findings of severity error.</summary>
    public int Errors { get; init; }

    /// <summary>Number of findings of severity warning.</summary>
    public int Warnings { get; init; }

    /// <summary>Number of findings of severity info.</summary>
    public int Infos { get; init; }

    /// <summary>Number of findings with a safe fix.</summary>
    public int SafeFixes { get; init; }

    /// <summary>Number of findings with an unsafe fix.</summary>
    public int UnsafeFixes { get; init; }

    /// <summary>Number of findings that were fixed.</summary>
    public int Fixed { get; init; }

    /// <summary>Number of findings that a comment silences.</summary>
    public int Suppressed { get; init; }

    /// <summary>Number of findings that the baseline knows.</summary>
    public int Known { get; init; }

    /// <summary>Number of comments that would have silenced a finding, had suppressions not been ignored.</summary>
    public int AttemptedSuppressions { get; init; }

    /// <summary>Number of findings for which a bounded report has no room.</summary>
    public int NotShown { get; init; }

    /// <summary>True when the run ended before the last file.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>The exit code of the program.</summary>
    public int ExitCode { get; init; }

    /// <summary>Number of findings.</summary>
    public int Findings => Errors + Warnings + Infos;

    /// <summary>The totals with one more file.</summary>
    public RunSummary With(FileReport file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var total = this with
        {
            Files = Files + 1,
            FilesWithFindings = FilesWithFindings + (file.Diagnostics.IsEmpty ? 0 : 1),
            Fixed = Fixed + file.Fixed.Length,
            Suppressed = Suppressed + file.Suppressed.Length,
            Known = Known + (file.Known?.Length ?? 0),
            AttemptedSuppressions = AttemptedSuppressions + file.AttemptedSuppressions,
        };
        foreach (var diagnostic in file.Diagnostics)
        {
            total = total.With(diagnostic);
        }

        return total;
    }

    private RunSummary With(Diagnostic diagnostic) => this with
    {
        Errors = Errors + (diagnostic.Severity == Severity.Error ? 1 : 0),
        Warnings = Warnings + (diagnostic.Severity == Severity.Warning ? 1 : 0),
        Infos = Infos + (diagnostic.Severity == Severity.Info ? 1 : 0),
        SafeFixes = SafeFixes + (diagnostic.Fix?.Safety == FixSafety.Safe ? 1 : 0),
        UnsafeFixes = UnsafeFixes + (diagnostic.Fix?.Safety == FixSafety.Unsafe ? 1 : 0),
    };
}
