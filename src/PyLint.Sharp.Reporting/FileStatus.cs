namespace PyLint.Sharp.Reporting;

/// <summary>How far the analysis of a file came.</summary>
public enum FileStatus
{
    /// <summary>Read, parsed and checked.</summary>
    Ok,

    /// <summary>Checked as far as its syntax errors allow.</summary>
    SyntaxError,

    /// <summary>Not read.</summary>
    Unreadable,

    /// <summary>Left out on request.</summary>
    Skipped,

    /// <summary>Cut short by a limit of size, depth or time.</summary>
    Limit,
}
