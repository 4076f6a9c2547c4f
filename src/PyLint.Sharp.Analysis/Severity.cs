namespace PyLint.Sharp.Analysis;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>A better idiom exists.</summary>
    Info,

    /// <summary>Likely wrong, or a red flag in an interview.</summary>
    Warning,

    /// <summary>Will fail, or hides failures.</summary>
    Error,
}
