using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>A second place that belongs to a finding, with what is to be seen there.</summary>
/// <param name="Span">The place.</param>
/// <param name="Text">A short phrase, lower-case start, no final full stop.</param>
public sealed record DiagnosticLabel(TextSpan Span, string Text);
