namespace PyLint.Sharp.Semantics;

/// <summary>The answer to a question that the file may leave open. Rules report on a proven answer only.</summary>
public enum Answer
{
    /// <summary>The file doesn't tell.</summary>
    Unknown,

    /// <summary>Proven to be so.</summary>
    Yes,

    /// <summary>Proven not to be so.</summary>
    No,
}
