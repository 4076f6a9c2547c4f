using System.Collections.Immutable;
using PyLint.Sharp.Analysis.Notebooks;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Fixing;

/// <summary>
/// Fixes a file until nothing is left to fix: each pass applies what doesn't overlap and checks the new text again, because one fix
/// may make another possible. All or nothing: where a pass breaks the file, the file stays as it was. Immutable and without I/O.
/// </summary>
public sealed class FileFixer(Analyzer analyzer, ParseOptions options, FixPolicy policy)
{
    private const int MostPasses = 10;

    /// <summary>
    /// Fixes a file. One that can't be decoded or parsed is left alone: its tree is a guess. What went wrong is among the findings of
    /// the result, as <c>PLS005</c>.
    /// </summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public FixedFile Run(SourceText text, CancellationToken cancellation = default) => Run(text, null, cancellation);

    /// <summary>Fixes the Python of a notebook, and follows in <see cref="FixedFile.Draft"/> where that puts its cells.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public FixedFile Run(Notebook notebook, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return Run(notebook.Text, new NotebookDraft(notebook), cancellation);
    }

    private FixedFile Run(SourceText text, NotebookDraft? draft, CancellationToken cancellation)
    {
        var before = Check(text, draft, cancellation);
        if (!text.EncodingErrors.IsEmpty || !before.Tree.Errors.IsEmpty)
        {
            return new FixedFile(before, before, []);
        }

        var (current, applied) = (before, ImmutableArray.CreateBuilder<Diagnostic>());
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var chosen = Choose(current);
            if (chosen.Count == 0)
            {
                return new FixedFile(before, current, applied.ToImmutable()) { Draft = draft };
            }

            var outcome = FixApplier.Apply(current.Tree.Text.Content, chosen.ConvertAll(static finding => finding.Fix!));
            var used = new HashSet<Fix>(outcome.Applied, ReferenceEqualityComparer.Instance);
            var fixedNow = chosen.FindAll(finding => used.Contains(finding.Fix!));
            draft = draft?.After(outcome.Applied);
            var next = Check(current.Tree.Text.WithContent(outcome.Text), draft, cancellation);
            if (ProblemOf(current, outcome, next) is { } problem)
            {
                return Reverted(before, pass == 0 ? fixedNow[0].Span : default, fixedNow, problem);
            }

            applied.AddRange(fixedNow);
            current = next;
        }

        var restless = Choose(current);
        return restless.Count == 0
            ? new FixedFile(before, current, applied.ToImmutable()) { Draft = draft }
            : Reverted(before, default, restless, $"still changed the file after {MostPasses} passes");
    }

    private AnalysisResult Check(SourceText text, NotebookDraft? draft, CancellationToken cancellation) => draft is null
        ? analyzer.Run(SyntaxTree.Parse(text, options, cancellation), cancellation)
        : draft.Confine(analyzer.Run(SyntaxTree.Parse(text, options with { IsInteractive = true }, cancellation), cancellation));

    private List<Diagnostic> Choose(AnalysisResult result)
    {
        var chosen = new List<Diagnostic>();
        foreach (var finding in result.Diagnostics)
        {
            if (policy.Allows(finding))
            {
                chosen.Add(finding);
            }
        }

        return chosen;
    }

    private static string? ProblemOf(AnalysisResult before, FixOutcome outcome, AnalysisResult after) =>
        !after.Tree.Errors.IsEmpty ? "would have made a syntax error"
        : !UntouchedTokens.AreKept(before.Tree.Text, outcome.Applied, after.Tree.Text) ? "would have changed code beside the place that they fix"
        : null;

    private static string RulesOf(List<Diagnostic> findings)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            codes.Add($"`{finding.Descriptor.Name}` ({finding.Descriptor.Code})");
        }

        return string.Join(", ", codes);
    }

    private static FixedFile Reverted(AnalysisResult before, TextSpan place, List<Diagnostic> fixes, string problem)
    {
        var finding = EngineDiagnostics.FixReverted.At(place, RulesOf(fixes), problem);
        return new FixedFile(before, before with { Diagnostics = before.Diagnostics.Add(finding).Sort(DiagnosticOrder.Instance) }, []);
    }
}
