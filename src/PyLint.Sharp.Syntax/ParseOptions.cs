namespace PyLint.Sharp.Syntax;

/// <summary>How a text is to be read.</summary>
public sealed record ParseOptions
{
    /// <summary>All defaults.</summary>
    public static ParseOptions Default { get; } = new();

    /// <summary>The oldest Python that must understand the text: newer syntax is an error. Null accepts every version's.</summary>
    public PythonVersion? TargetVersion { get; init; }
}
