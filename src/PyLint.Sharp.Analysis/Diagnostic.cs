using System.Collections.Immutable;
using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>One finding in one file. Immutable.</summary>
public sealed record Diagnostic
{
    /// <summary>The rule or engine message that speaks.</summary>
    public required RuleDescriptor Descriptor { get; init; }

    /// <summary>How much this finding matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The text that is underlined, in UTF-16 offsets.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>What is wrong, in the user's own names; one line.</summary>
    public required string Message { get; init; }

    /// <summary>Why Python behaves so; the descriptor's text unless the rule knew better for this place.</summary>
    public required string Why { get; init; }

    /// <summary>What to write; the descriptor's text unless the rule knew better for this place. May hold several lines.</summary>
    public required string Help { get; init; }

    /// <summary>Second places that belong to the finding, in source order.</summary>
    public ImmutableArray<DiagnosticLabel> Labels { get; init; } = [];

    /// <summary>Where Python looks for the name that the finding is about; null where it isn't about a name's scope.</summary>
    public ResolutionTable? Resolution { get; init; }

    /// <summary>The change that resolves it, or null.</summary>
    public Fix? Fix { get; init; }

    /// <summary>The function or class around the finding, as Python's <c>__qualname__</c> writes it; null at module level.</summary>
    public string? Symbol { get; init; }

    /// <summary>The line, counted from 1, on which a <c># noqa</c> comment silences the finding; null where no comment can.</summary>
    public int? SuppressLine { get; init; }

    /// <summary>The comment that silences it, the first in the file where several do; null for a finding that is reported.</summary>
    public Suppression? SuppressedBy { get; init; }

    internal static Diagnostic Create(RuleDescriptor descriptor, string message, TextSpan span, ReadOnlySpan<string> values) => new()
    {
        Descriptor = descriptor,
        Severity = descriptor.Severity,
        Span = span,
        Message = MessageTemplate.Format(message, values),
        Why = descriptor.Why,
        Help = descriptor.Instead,
    };
}
