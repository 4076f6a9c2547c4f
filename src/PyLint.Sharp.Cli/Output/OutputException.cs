namespace PyLint.Sharp.Cli.Output;

/// <summary>Results could not be written.</summary>
internal sealed class OutputException(string message, IOException cause) : IOException(message, cause)
{
    private const int UnixBrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsPipeClosing = unchecked((int)0x800700E8);

    /// <summary>True when the reader at the other end has gone away.</summary>
    public bool IsClosedPipe { get; } = cause.HResult is UnixBrokenPipe or WindowsBrokenPipe or WindowsPipeClosing;
}
