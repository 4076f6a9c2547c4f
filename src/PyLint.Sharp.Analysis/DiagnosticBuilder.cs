using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>A finding that is being reported; what <see cref="RuleContext.Report(TextSpan, ReadOnlySpan{string})"/> returns.</summary>
public sealed class DiagnosticBuilder
{
    private readonly int textLength;
    private Diagnostic diagnostic;

    internal DiagnosticBuilder(Diagnostic diagnostic, int textLength)
    {
        this.diagnostic = diagnostic;
        this.textLength = textLength;
    }

    /// <summary>States a severity for this finding alone.</summary>
    public DiagnosticBuilder Severity(Severity severity) => With(diagnostic with { Severity = severity });

    /// <summary>Points at a second place.</summary>
    public DiagnosticBuilder Label(TextSpan span, string text) =>
        With(diagnostic with { Labels = diagnostic.Labels.Add(new DiagnosticLabel(span, text)) });

    /// <summary>Explains this finding better than the descriptor's <see cref="RuleDescriptor.Why"/> can.</summary>
    public DiagnosticBuilder Why(string text) => With(diagnostic with { Why = text });

    /// <summary>Advises for this finding better than the descriptor's <see cref="RuleDescriptor.Instead"/> can.</summary>
    public DiagnosticBuilder Help(string text) => With(diagnostic with { Help = text });

    /// <summary>Offers a change.</summary>
    /// <exception cref="ArgumentException">
    /// There is no edit, or one lies outside the file, or two of them overlap or start at the same place.
    /// </exception>
    public DiagnosticBuilder Fix(FixSafety safety, string title, params ReadOnlySpan<TextEdit> edits)
    {
        var sorted = edits.ToArray();
        Array.Sort(sorted, static (a, b) => a.Span.CompareTo(b.Span));
        RequireSeparate(sorted);
        return With(diagnostic with { Fix = new Fix(title, safety, ImmutableArray.Create(sorted)) });
    }

    internal Diagnostic Build() => diagnostic;

    private void RequireSeparate(TextEdit[] sorted)
    {
        if (sorted.Length == 0 || sorted[0].Span.Start < 0 || sorted[^1].Span.End > textLength)
        {
            throw new ArgumentException("a fix without edits, or with one outside the file", nameof(sorted));
        }

        for (var i = 1; i < sorted.Length; i++)
        {
            var (before, after) = (sorted[i - 1].Span, sorted[i].Span);
            if (before.Start == after.Start || before.Overlaps(after))
            {
                throw new ArgumentException($"the edits {before} and {after} of one fix meet", nameof(sorted));
            }
        }
    }

    private DiagnosticBuilder With(Diagnostic changed)
    {
        diagnostic = changed;
        return this;
    }
}
