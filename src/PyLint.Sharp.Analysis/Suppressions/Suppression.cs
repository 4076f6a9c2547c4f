using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>A comment that silences findings, or is meant to, with what became of it.</summary>
/// <param name="Form">How it is written.</param>
/// <param name="Span">The directive, from its <c>#</c> to its last code and reason.</param>
/// <param name="Comment">The whole comment that it is a part of.</param>
/// <param name="Codes">What it names; empty when it silences everything (or, where a list was begun, nothing).</param>
public sealed record Suppression(SuppressionForm Form, TextSpan Span, TextSpan Comment, ImmutableArray<SuppressionCode> Codes)
{
    /// <summary>True when it silences every rule.</summary>
    public bool IsBlanket { get; init; }

    /// <summary>The first line, counted from 1, whose findings it silences; 0 when it silences none wherever they are.</summary>
    public int FirstLine { get; init; }

    /// <summary>The last such line.</summary>
    public int LastLine { get; init; }

    /// <summary>True when it silenced a finding (or would have, where suppressions are ignored).</summary>
    public bool IsUsed { get; init; }

    /// <summary>What stands behind <c>--</c>, or behind the codes of a <c>noqa</c>; null when there is nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the codes of a comment of ours stand without the brackets that they need, so that it silences nothing; else null.</summary>
    public TextSpan? ForeignList { get; init; }

    /// <summary>Where the name and the verb of a comment of ours stand without their colon or with capitals, so that it silences nothing; else null.</summary>
    public TextSpan? MisspelledOpening { get; init; }

    /// <summary>True for a comment that speaks for the whole file but doesn't stand where such a comment must.</summary>
    public bool IsMisplaced { get; init; }

    /// <summary>True for a directive inside a comment that stands on a line of its own: in code that was commented out.</summary>
    public bool IsCommentedOut { get; init; }

    /// <summary>True for a <c>disable</c> of which a code is never enabled again, so that it ends with its block.</summary>
    public bool EndsWithBlock { get; init; }

    /// <summary>True for the comments that only this tool reads: what they name must exist.</summary>
    public bool IsOurs => Form is SuppressionForm.Ignore or SuppressionForm.Disable or SuppressionForm.Enable
        or SuppressionForm.FileIgnore or SuppressionForm.SkipFile or SuppressionForm.Unknown;
}

/// <summary>One word of a suppression's list.</summary>
/// <param name="Text">A code, name or alias as the user wrote it; it may belong to another tool.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="IsUsed">True when it silenced a finding.</param>
public sealed record SuppressionCode(string Text, TextSpan Span, bool IsUsed);
