using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>Replaces the text of a span.</summary>
/// <param name="Span">What is replaced, in UTF-16 offsets; empty for an insertion.</param>
/// <param name="NewText">What stands there afterwards.</param>
public sealed record TextEdit(TextSpan Span, string NewText);
