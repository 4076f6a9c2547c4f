namespace PyLint.Sharp.Analysis;

/// <summary>What a rule or a fix promises about an edit.</summary>
public enum FixSafety
{
    /// <summary>There is no fix.</summary>
    None,

    /// <summary>The program behaves as before, and no comment is lost.</summary>
    Safe,

    /// <summary>Behaviour may change or a comment may be lost; applied only on request.</summary>
    Unsafe,

    /// <summary>Shown as a suggestion, never applied.</summary>
    DisplayOnly,
}
