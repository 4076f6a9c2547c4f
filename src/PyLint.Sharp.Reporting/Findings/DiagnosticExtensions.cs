using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting.Findings;

/// <summary>What several formats ask of a finding.</summary>
internal static class DiagnosticExtensions
{
    private const string SyntaxError = "PLS000";

    /// <summary>True when the tool speaks of itself: the file was not checked, or not completely. A syntax error is the author's.</summary>
    public static bool IsFault(this Diagnostic diagnostic) =>
        diagnostic.Descriptor is { Area: SkillArea.Engine, Code: not SyntaxError };
}
