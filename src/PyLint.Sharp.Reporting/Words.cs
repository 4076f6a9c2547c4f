using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Suppressions;

namespace PyLint.Sharp.Reporting;

/// <summary>The words that all formats use for the values of enumerations. Machines read them: they never change.</summary>
public static class Words
{
    /// <summary><c>error</c>, <c>warning</c> or <c>info</c>.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>The area in kebab-case.</summary>
    public static string Of(SkillArea area) => area switch
    {
        SkillArea.DataTypes => "data-types",
        SkillArea.ControlFlow => "control-flow",
        SkillArea.Functions => "functions",
        SkillArea.ObjectOriented => "object-oriented",
        SkillArea.StandardLibrary => "standard-library",
        SkillArea.Foundations => "foundations",
        SkillArea.Submission => "submission",
        SkillArea.Suppressions => "suppressions",
        _ => "engine",
    };

    /// <summary><c>none</c>, <c>safe</c>, <c>unsafe</c> or <c>display-only</c>.</summary>
    public static string Of(FixSafety safety) => safety switch
    {
        FixSafety.Safe => "safe",
        FixSafety.Unsafe => "unsafe",
        FixSafety.DisplayOnly => "display-only",
        _ => "none",
    };

    /// <summary>The status in kebab-case.</summary>
    public static string Of(FileStatus status) => status switch
    {
        FileStatus.SyntaxError => "syntax-error",
        FileStatus.Unreadable => "unreadable",
        FileStatus.Skipped => "skipped",
        FileStatus.Limit => "limit",
        _ => "ok",
    };

    /// <summary>The form of a comment that silences findings, in kebab-case.</summary>
    public static string Of(SuppressionForm form) => form switch
    {
        SuppressionForm.Noqa => "noqa",
        SuppressionForm.FileNoqa => "file-noqa",
        SuppressionForm.Ignore => "ignore",
        SuppressionForm.Disable => "disable",
        SuppressionForm.Enable => "enable",
        SuppressionForm.FileIgnore => "file-ignore",
        SuppressionForm.SkipFile => "skip-file",
        SuppressionForm.PylintDisable => "pylint-disable",
        SuppressionForm.PylintDisableNext => "pylint-disable-next",
        SuppressionForm.PylintEnable => "pylint-enable",
        _ => "unknown",
    };

    /// <summary>The place of a lookup in kebab-case.</summary>
    public static string Of(ResolutionPlace place) => place switch
    {
        ResolutionPlace.Local => "local",
        ResolutionPlace.Enclosing => "enclosing",
        ResolutionPlace.Class => "class",
        ResolutionPlace.Global => "global",
        _ => "built-in",
    };

    /// <summary>The outcome of a step of a lookup in kebab-case.</summary>
    public static string Of(ResolutionOutcome outcome) => outcome switch
    {
        ResolutionOutcome.Bound => "bound",
        ResolutionOutcome.Skipped => "skipped",
        ResolutionOutcome.DeclaredGlobal => "declared-global",
        ResolutionOutcome.DeclaredNonlocal => "declared-nonlocal",
        ResolutionOutcome.BoundOutside => "bound-outside",
        ResolutionOutcome.PossiblyBound => "possibly-bound",
        _ => "not-bound",
    };

    /// <summary>The letter of LEGB for a place of a lookup; null for a class, which has none.</summary>
    public static string? LetterOf(ResolutionPlace place) => place switch
    {
        ResolutionPlace.Local => "L",
        ResolutionPlace.Enclosing => "E",
        ResolutionPlace.Global => "G",
        ResolutionPlace.BuiltIn => "B",
        _ => null,
    };

    /// <summary>The area as a heading for people.</summary>
    public static string TitleOf(SkillArea area) => area switch
    {
        SkillArea.DataTypes => "data types and mutability",
        SkillArea.ControlFlow => "control flow and exceptions",
        SkillArea.Functions => "functions and scope",
        SkillArea.ObjectOriented => "object-oriented design",
        SkillArea.StandardLibrary => "standard library",
        SkillArea.Foundations => "foundations",
        SkillArea.Submission => "submission hygiene",
        SkillArea.Suppressions => "suppression comments",
        _ => "engine",
    };

    /// <summary>A count with its noun: <c>1 file</c>, <c>2 files</c>.</summary>
    internal static string Count(int number, string noun) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{number} {noun}{(number == 1 ? "" : "s")}");
}
