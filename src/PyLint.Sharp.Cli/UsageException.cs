namespace PyLint.Sharp.Cli;

/// <summary>The command line says something that can't be done; the message is one line for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
