namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>The value of the constant <c>...</c>.</summary>
public sealed class Ellipsis
{
    private Ellipsis()
    {
    }

    /// <summary>The only instance, as in Python.</summary>
    public static Ellipsis Value { get; } = new();
}
