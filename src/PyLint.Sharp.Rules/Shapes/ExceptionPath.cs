using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>The way of an exception through a <c>try</c>, as labels of a finding: where it starts, which clause takes it, what becomes of it.</summary>
/// <remarks>What a label says is true of every exception that comes there. Nothing says that one will: hardly ever is that proven.</remarks>
internal static class ExceptionPath
{
    /// <summary>How many labels a finding about a <c>try</c> has at the most.</summary>
    public const int MostLabels = 3;

    private const int KeywordLength = 3;

    /// <summary>Labels the <c>try</c>.</summary>
    public static DiagnosticBuilder Start(DiagnosticBuilder found, TryStatement attempt, string text = "when this block raises, the clauses below are tried") =>
        found.Label(new TextSpan(attempt.Span.Start, attempt.Span.Start + KeywordLength), text);

    /// <summary>Labels, in the order of the text, the places where one may start, or else the <c>try</c>, where it gets out again, and the end.</summary>
    /// <param name="handler">The handler that takes it.</param>
    /// <param name="attempt">Its statement.</param>
    /// <param name="found">The finding.</param>
    /// <param name="context">The file.</param>
    /// <param name="raises">The places of the handler that let it out.</param>
    public static void Through(ExceptHandler handler, TryStatement attempt, DiagnosticBuilder found, RuleContext context, params ReadOnlySpan<Raise> raises)
    {
        raises = raises[..Math.Min(raises.Length, MostLabels - 1)];
        var end = raises.Length < MostLabels - 1 ? EndOf(handler, attempt, context) : null;
        if (!ExpectedFailure.Suggest(attempt, found, context.Model, MostLabels - raises.Length - (end is null ? 0 : 1)))
        {
            Start(found, attempt);
        }

        foreach (var raise in raises)
        {
            if (end?.Span.Start < raise.Span.Start)
            {
                Label(found, end);
                end = null;
            }

            found.Label(raise.Span, raises.Length == 1 ? "only this path lets it out" : "this path lets it out");
        }

        Label(found, end);
    }

    /// <summary>Labels the last line of a handler with what becomes of the exception there, where that is one thing.</summary>
    public static void End(DiagnosticBuilder found, ExceptHandler handler, TryStatement attempt, RuleContext context) => Label(found, EndOf(handler, attempt, context));

    private static void Label(DiagnosticBuilder found, DiagnosticLabel? end)
    {
        if (end != null)
        {
            found.Label(end.Span, end.Text);
        }
    }

    private static DiagnosticLabel? EndOf(ExceptHandler handler, TryStatement attempt, RuleContext context)
    {
        if (!attempt.FinalBody.IsEmpty && context.Model.CompletionOf(attempt.FinalBody) != Completion.FallsThrough)
        {
            return null;
        }

        var last = handler.Body[^1];
        var text = context.Model.CompletionOf(handler.Body) == Completion.None ? null : last switch
        {
            Return { Value: null } => "the function ends here as if nothing had been raised",
            Return => "returned in the place of the exception",
            Continue => "the loop goes on as if nothing had been raised",
            Break => "the loop ends here as if nothing had been raised",
            _ => context.Model.CompletionOf(last) switch
            {
                Completion.ExitsZero => "the program ends here with status 0",
                var ends when (ends & Completion.FallsThrough) != 0 => "behind this the exception counts as handled",
                _ => null,
            },
        };
        return text is null ? null : new DiagnosticLabel(HeadOf(last, context.Text), text);
    }

    /// <summary>The first line of a statement, which may have blocks.</summary>
    public static TextSpan HeadOf(Stmt statement, SourceText text) =>
        new(statement.Span.Start, Math.Min(statement.Span.End, text.LineSpan(text.LineOf(statement.Span.Start)).End));
}
