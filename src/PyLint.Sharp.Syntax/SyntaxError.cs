using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax;

/// <summary>A place where the text is not Python (<c>PLS000</c>) or not decodable (<c>PLS002</c>).</summary>
/// <param name="Span">The offending text; may be empty at a place where something is missing.</param>
/// <param name="Message">One sentence in plain words, lower-case start, no final full stop.</param>
/// <param name="Kind">What the error is about, where a rule explains such errors better than one text for all can.</param>
public sealed record SyntaxError(TextSpan Span, string Message, SyntaxErrorKind Kind = SyntaxErrorKind.Any);

/// <summary>What a syntax error is about.</summary>
public enum SyntaxErrorKind
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>A <c>global</c> or <c>nonlocal</c> that contradicts what else its function does with the name.</summary>
    Declaration,
}
