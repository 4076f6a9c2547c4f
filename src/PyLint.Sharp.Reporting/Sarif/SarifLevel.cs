using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Reporting.Sarif;

/// <summary>SARIF's and GitHub's words for severities; they differ for what is merely better style.</summary>
internal static class SarifLevel
{
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    /// <summary>How important a result is, from 0 to 100.</summary>
    public static double RankOf(Severity severity) => severity switch
    {
        Severity.Error => 90,
        Severity.Warning => 50,
        _ => 10,
    };

    /// <summary>The values that GitHub allows for <c>problem.severity</c>.</summary>
    public static string ProblemOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "recommendation",
    };
}
