using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Findings;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>How findings look and what fixes are called in text for people.</summary>
internal static class Styles
{
    public static Style Of(Diagnostic diagnostic) => diagnostic switch
    {
        _ when diagnostic.IsFault() => Style.Fault,
        { Severity: Severity.Error } => Style.Error,
        { Severity: Severity.Warning } => Style.Warning,
        _ => Style.Info,
    };

    public static string SafetyOf(Fix fix) => fix.Safety == FixSafety.DisplayOnly ? "by hand" : Words.Of(fix.Safety);
}
