using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Analysis;

/// <summary>What an analyzer does beside running its rules.</summary>
public sealed record AnalyzerOptions
{
    /// <summary>All rules that a suppression comment may name, those that don't run included; null when only those that run exist.</summary>
    public RuleCatalog? Catalog { get; init; }

    /// <summary>True when suppression comments silence nothing: for exams. They still know what they would have silenced.</summary>
    public bool IgnoresSuppressions { get; init; }

    /// <summary>What users change about the rules that run.</summary>
    public RuleSettings Rules { get; init; } = RuleSettings.Default;

    /// <summary>What the other files of the run mean for each.</summary>
    public Submission Submission { get; init; } = Submission.Empty;

    /// <summary>Takes the time that each rule takes; null where nobody wants to know, because to look at the clock takes time too.</summary>
    public RuleTimings? Timings { get; init; }
}
