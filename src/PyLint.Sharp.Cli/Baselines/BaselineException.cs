namespace PyLint.Sharp.Cli.Baselines;

/// <summary>A text is no baseline.</summary>
/// <param name="offset">The byte where that shows; a byte order mark does not count.</param>
/// <param name="message">Why; one line, lower-case start, no final full stop.</param>
internal sealed class BaselineException(int offset, string message) : Exception(message)
{
    public int Offset { get; } = offset;
}
