namespace PyLint.Sharp.Reporting.Text;

/// <summary>How text for people is laid out.</summary>
public sealed record TextOptions
{
    /// <summary>True to use the sixteen ANSI colours.</summary>
    public bool HasColor { get; init; }

    /// <summary>The cells of a terminal row.</summary>
    public int Width { get; init; } = 80;

    /// <summary>How much each finding explains.</summary>
    public ExplainLevel Explain { get; init; } = ExplainLevel.Short;

    /// <summary>Prose is not set wider than this: long rows are hard to read.</summary>
    internal int ProseWidth => Math.Min(Width, 100);
}
