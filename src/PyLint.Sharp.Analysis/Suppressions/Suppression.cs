using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>A comment that silences findings, with what became of it.</summary>
/// <param name="Span">The directive, from its <c>#</c> to its last code.</param>
/// <param name="FirstLine">The first line, counted from 1, whose findings it silences.</param>
/// <param name="LastLine">The last such line: that of the comment.</param>
/// <param name="Codes">What it names; empty when it silences everything (or, after a lone colon, nothing).</param>
/// <param name="IsBlanket">True when it silences every rule.</param>
/// <param name="IsUsed">True when it silenced a finding.</param>
public sealed record Suppression(
    TextSpan Span,
    int FirstLine,
    int LastLine,
    ImmutableArray<SuppressionCode> Codes,
    bool IsBlanket,
    bool IsUsed);

/// <summary>One word of a suppression's list.</summary>
/// <param name="Text">A code, name or alias as the user wrote it; it may belong to another tool.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="IsUsed">True when it silenced a finding.</param>
public sealed record SuppressionCode(string Text, TextSpan Span, bool IsUsed);
