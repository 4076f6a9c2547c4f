using PyLint.Sharp.Configuration.Documents;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Parsing;

/// <summary>Ends the reading of a text that is not TOML; never leaves the reader.</summary>
internal sealed class TomlException(TextSpan span, string message) : Exception(message)
{
    public TomlError Error { get; } = new(span, message);
}
