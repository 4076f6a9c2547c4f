using System.Globalization;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>What is wrong with a configuration, and where.</summary>
/// <param name="Path">The file; what it is called on the command line for what stands there.</param>
/// <param name="Position">Line and code-point column, counted from 1; null where the file as a whole can't be read.</param>
/// <param name="Message">One line, lower-case start, no final full stop.</param>
public sealed record ConfigurationError(string Path, LinePosition? Position, string Message)
{
    /// <summary><c>path:line:column: message</c></summary>
    public override string ToString() => Position is { } position
        ? string.Create(CultureInfo.InvariantCulture, $"{Path}:{position.Line}:{position.Column}: {Message}")
        : $"{Path}: {Message}";
}
