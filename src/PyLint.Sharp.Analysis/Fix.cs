using System.Collections.Immutable;

namespace PyLint.Sharp.Analysis;

/// <summary>A change of the text that resolves a finding.</summary>
/// <param name="Title">What it does, as an order: <c>catch `Exception` instead</c>.</param>
/// <param name="Safety">What it promises.</param>
/// <param name="Edits">The edits, in source order and without overlap.</param>
public sealed record Fix(string Title, FixSafety Safety, ImmutableArray<TextEdit> Edits);
