using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Writes <c>with suppress(X):</c> for a <c>try</c> of one statement whose only handler does nothing.</summary>
internal static class SuppressFix
{
    private const string Keyword = "try";

    /// <summary>The edits, with an import where one is needed; null where the <c>with</c> would not do the same.</summary>
    public static TextEdit[]? EditsFor(ExceptHandler handler, TryStatement attempt, RuleContext context)
    {
        if (attempt is not Try { Body: [var statement], Handlers.Length: 1, OrElse.IsEmpty: true, FinalBody.IsEmpty: true } || handler.Type is not { } type)
        {
            return null;
        }

        var edits = new List<TextEdit>();
        if (CalleeAt(attempt, context, edits) is not { } callee)
        {
            return null;
        }

        var types = type is Tuple tuple ? ArgumentsOf(tuple, context) : context.TextOf(type);
        var header = new TextEdit(new TextSpan(attempt.Span.Start, attempt.Span.Start + Keyword.Length), $"with {callee}({types})");
        if (edits is [var import] && import.Span.Start == header.Span.Start)
        {
            // A `try` at the top of the file: two edits at one place would have no order.
            header = new TextEdit(header.Span, import.NewText + header.NewText);
            edits.Clear();
        }

        edits.Add(header);
        edits.Add(new TextEdit(new TextSpan(context.Text.LineSpan(context.Text.LineOf(statement.Span.End)).End, handler.Span.End), ""));
        return [.. edits];
    }

    /// <summary>A <c>with</c> evaluates the types in any case, an <c>except</c> only when something is raised.</summary>
    public static FixSafety SafetyOf(ExceptHandler handler, SemanticModel model)
    {
        foreach (var type in HandlerTypes.Of(handler))
        {
            if (model.ClassNamedBy(type).IsUnknown)
            {
                return FixSafety.Unsafe;
            }
        }

        return FixSafety.Safe;
    }

    private static string? CalleeAt(TryStatement attempt, RuleContext context, List<TextEdit> edits)
    {
        if (context.Model.ScopeOf(attempt).Lookup("contextlib") is { SoleBinding: { Node: Alias { AsName: null, Name.Text: "contextlib", Parent: Import } alias } }
            && alias.Index < attempt.Index)
        {
            return "contextlib.suppress";
        }

        return ImportInsertion.Add(attempt, "contextlib", "suppress", null, context, edits) ? "suppress" : null;
    }

    private static string ArgumentsOf(Tuple tuple, RuleContext context)
    {
        var texts = new string[tuple.Elts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = context.TextOf(tuple.Elts[i]);
        }

        return string.Join(", ", texts);
    }
}
