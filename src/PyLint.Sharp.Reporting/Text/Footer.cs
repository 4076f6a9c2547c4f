namespace PyLint.Sharp.Reporting.Text;

/// <summary>The last line of a run.</summary>
internal static class Footer
{
    public static string Of(RunSummary summary)
    {
        var line = summary.Findings == 0
            ? $"All clear: {Words.Count(summary.Files, "file")}, 0 problems."
            : $"Found {Problems(summary)} in {summary.FilesWithFindings} of {Words.Count(summary.Files, "file")}{Fixes(summary)}.";
        var more = summary.NotShown > 0 ? $" {summary.NotShown} not shown; --max-diagnostics none shows all." : "";
        var attempts = summary.AttemptedSuppressions;
        var ignored = attempts > 0 ? $" {Words.Count(attempts, "suppression comment")} ignored." : "";
        var known = summary.Known > 0 ? $" {Words.Count(summary.Known, "known problem")} in the baseline." : "";
        var repaired = summary.Fixed > 0 ? $" {Words.Count(summary.Fixed, "problem")} fixed." : "";
        return line + repaired + known + more + ignored + (summary.IsInterrupted ? " Interrupted before the last file." : "");
    }

    private static string Problems(RunSummary summary)
    {
        var parts = new List<string>();
        Add(parts, summary.Errors, "error");
        Add(parts, summary.Warnings, "warning");
        Add(parts, summary.Infos, "note");
        return $"{Words.Count(summary.Findings, "problem")} ({string.Join(", ", parts)})";
    }

    private static void Add(List<string> parts, int count, string noun)
    {
        if (count > 0)
        {
            parts.Add(Words.Count(count, noun));
        }
    }

    private static string Fixes(RunSummary summary) => summary switch
    {
        { SafeFixes: 0, UnsafeFixes: 0 } => "",
        { UnsafeFixes: 0 } => $" — {summary.SafeFixes} fixable with --fix",
        { SafeFixes: 0 } => $" — {summary.UnsafeFixes} fixable with --fix --unsafe-fixes",
        _ => $" — {summary.SafeFixes} fixable with --fix, {summary.UnsafeFixes} more with --unsafe-fixes",
    };
}
