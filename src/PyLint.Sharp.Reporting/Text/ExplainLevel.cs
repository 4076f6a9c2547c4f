namespace PyLint.Sharp.Reporting.Text;

/// <summary>How much a finding explains beside what is wrong.</summary>
public enum ExplainLevel
{
    /// <summary>Only what to do: for logs that are read by people who know the rules.</summary>
    None,

    /// <summary>Why it matters and what an interviewer would ask.</summary>
    Short,

    /// <summary>The rule's whole page, once in each run.</summary>
    Full,
}
