using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Documents;

/// <summary>Why a text is not TOML.</summary>
/// <param name="Span">The place; empty where something is missing.</param>
/// <param name="Message">One line, lower-case start, no final full stop.</param>
public sealed record TomlError(TextSpan Span, string Message);
