using System.Collections.Immutable;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Analysis;

/// <summary>What an analyzer says about one file.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Diagnostics">The findings, sorted by start, end and code.</param>
/// <param name="Suppressed">The findings that a comment silences, in the same order.</param>
public sealed record AnalysisResult(SyntaxTree Tree, ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<Diagnostic> Suppressed);
