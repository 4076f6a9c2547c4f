namespace PyLint.Sharp.Cli.Output;

/// <summary>Results could not be written.</summary>
internal sealed class OutputException(string message, Exception cause) : IOException(message, cause);
