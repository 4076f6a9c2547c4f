using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax;

/// <summary>A place where the text is not Python (<c>PLS000</c>) or not decodable (<c>PLS002</c>).</summary>
/// <param name="Span">The offending text; may be empty at a place where something is missing.</param>
/// <param name="Message">One sentence in plain words, lower-case start, no final full stop.</param>
public sealed record SyntaxError(TextSpan Span, string Message);
