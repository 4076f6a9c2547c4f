using System.Collections.Immutable;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>A finding that is being reported; what <see cref="RuleContext.Report(TextSpan, ReadOnlySpan{string})"/> returns.</summary>
public sealed class DiagnosticBuilder
{
    private readonly SyntaxTree tree;
    private Diagnostic diagnostic;

    internal DiagnosticBuilder(Diagnostic diagnostic, SyntaxTree tree)
    {
        this.diagnostic = diagnostic;
        this.tree = tree;
    }

    /// <summary>States a severity for this finding alone.</summary>
    public DiagnosticBuilder Severity(Severity severity) => With(diagnostic with { Severity = severity });

    /// <summary>Points at a second place.</summary>
    public DiagnosticBuilder Label(TextSpan span, string text) =>
        With(diagnostic with { Labels = diagnostic.Labels.Add(new DiagnosticLabel(span, text)) });

    /// <summary>Shows where Python looks for the name that the finding is about.</summary>
    public DiagnosticBuilder Resolution(ResolutionTable table) => With(diagnostic with { Resolution = table });

    /// <summary>Explains this finding better than the descriptor's <see cref="RuleDescriptor.Why"/> can.</summary>
    public DiagnosticBuilder Why(string text) => With(diagnostic with { Why = text });

    /// <summary>Advises for this finding better than the descriptor's <see cref="RuleDescriptor.Instead"/> can.</summary>
    public DiagnosticBuilder Help(string text) => With(diagnostic with { Help = text });

    /// <summary>Offers a change. A safe one that would drop a comment is offered as unsafe.</summary>
    /// <exception cref="ArgumentException">
    /// There is no edit, or one lies outside the file, or two of them overlap or start at the same place.
    /// </exception>
    public DiagnosticBuilder Fix(FixSafety safety, string title, params ReadOnlySpan<TextEdit> edits)
    {
        var sorted = edits.ToArray();
        Array.Sort(sorted, static (a, b) => a.Span.CompareTo(b.Span));
        RequireSeparate(sorted);
        var promise = safety == FixSafety.Safe && DropsComment(sorted) ? FixSafety.Unsafe : safety;
        return With(diagnostic with { Fix = new Fix(title, promise, ImmutableArray.Create(sorted)) });
    }

    /// <summary>
    /// Leaves the finding out when another rule that runs says the same from its side: when each place that was named has a finding of
    /// the rule that was named with it. A finding that a comment silences counts, since the same comment would have to be written twice.
    /// </summary>
    /// <param name="code">The code of the other rule.</param>
    /// <param name="start">Where its finding starts.</param>
    public DiagnosticBuilder YieldTo(string code, int start)
    {
        ArgumentNullException.ThrowIfNull(code);
        YieldsTo = YieldsTo.Add((code, start));
        return this;
    }

    internal ImmutableArray<(string Code, int Start)> YieldsTo { get; private set; } = [];

    internal int Start => diagnostic.Span.Start;

    internal Diagnostic Build() => diagnostic;

    private void RequireSeparate(TextEdit[] sorted)
    {
        if (sorted.Length == 0 || sorted[0].Span.Start < 0 || sorted[^1].Span.End > tree.Text.Length)
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

    /// <summary>True when a comment is replaced and stands in none of the new texts. Suppressions are comments that may go.</summary>
    private bool DropsComment(TextEdit[] edits)
    {
        if (diagnostic.Descriptor.Area == SkillArea.Suppressions)
        {
            return false;
        }

        // Both are in order, and either may be long.
        foreach (var edit in edits)
        {
            foreach (var comment in tree.CommentsIn(edit.Span))
            {
                if (!IsKept(tree.Text.Slice(comment), edits))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsKept(ReadOnlySpan<char> comment, TextEdit[] edits)
    {
        foreach (var edit in edits)
        {
            if (edit.NewText.AsSpan().Contains(comment, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private DiagnosticBuilder With(Diagnostic changed)
    {
        diagnostic = changed;
        return this;
    }
}
