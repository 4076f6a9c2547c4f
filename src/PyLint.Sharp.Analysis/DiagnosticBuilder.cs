using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>A finding that is being reported; what <see cref="RuleContext.Report(TextSpan, ReadOnlySpan{string})"/> returns.</summary>
public sealed class DiagnosticBuilder
{
    private Diagnostic diagnostic;

    internal DiagnosticBuilder(Diagnostic diagnostic) => this.diagnostic = diagnostic;

    /// <summary>States a severity for this finding alone.</summary>
    public DiagnosticBuilder Severity(Severity severity) => With(diagnostic with { Severity = severity });

    /// <summary>Points at a second place.</summary>
    public DiagnosticBuilder Label(TextSpan span, string text) =>
        With(diagnostic with { Labels = diagnostic.Labels.Add(new DiagnosticLabel(span, text)) });

    /// <summary>Explains this finding better than the descriptor's <see cref="RuleDescriptor.Why"/> can.</summary>
    public DiagnosticBuilder Why(string text) => With(diagnostic with { Why = text });

    /// <summary>Advises for this finding better than the descriptor's <see cref="RuleDescriptor.Instead"/> can.</summary>
    public DiagnosticBuilder Help(string text) => With(diagnostic with { Help = text });

    /// <summary>Offers a change. The edits must not overlap.</summary>
    public DiagnosticBuilder Fix(FixSafety safety, string title, params ReadOnlySpan<TextEdit> edits)
    {
        var sorted = edits.ToArray();
        Array.Sort(sorted, static (a, b) => a.Span.CompareTo(b.Span));
        return With(diagnostic with { Fix = new Fix(title, safety, ImmutableArray.Create(sorted)) });
    }

    internal Diagnostic Build() => diagnostic;

    private DiagnosticBuilder With(Diagnostic changed)
    {
        diagnostic = changed;
        return this;
    }
}
