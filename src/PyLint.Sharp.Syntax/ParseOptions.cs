namespace PyLint.Sharp.Syntax;

/// <summary>How a text is to be read.</summary>
public sealed record ParseOptions
{
    /// <summary>All defaults.</summary>
    public static ParseOptions Default { get; } = new();

    /// <summary>The oldest Python that must understand the text: newer syntax is an error. Null accepts every version's.</summary>
    public PythonVersion? TargetVersion { get; init; }

    /// <summary>
    /// True for text that an interactive session takes in parts, as IPython does the cells of a notebook: outside of functions it may
    /// wait (<c>await</c>, <c>async for</c>, <c>async with</c>), and imports from <c>__future__</c> may follow other statements.
    /// </summary>
    public bool IsInteractive { get; init; }
}
