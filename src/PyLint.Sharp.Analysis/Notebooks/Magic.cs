using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>A piece of a line that is not Python, and the Python that stands for it where rules look.</summary>
/// <param name="Span">Where it is; never over a line break.</param>
/// <param name="Code">As long as the span.</param>
internal readonly record struct Magic(TextSpan Span, string Code);
