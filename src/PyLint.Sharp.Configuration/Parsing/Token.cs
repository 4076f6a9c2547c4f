using PyLint.Sharp.Configuration.Documents;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Parsing;

/// <summary>A token of TOML.</summary>
/// <param name="Type">One of the constants that the grammar declares.</param>
/// <param name="Span">Its text; empty at the end of the file.</param>
/// <param name="Value">The value of a simple value, and of a quoted key; else null.</param>
internal sealed record Token(int Type, TextSpan Span, TomlValue? Value = null);
