using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.StandardLibrary.Paths;

/// <summary>
/// Rewrites the calls of a finding where the code around cannot tell the difference: the value is of the same type, or goes straight
/// into a function that takes a <c>Path</c> as well. Where a string would become a <c>Path</c> in a variable, there is no fix.
/// </summary>
internal static class PathlibFix
{
    /// <summary>The edits, an import among them where one is missing; null when there is no fix.</summary>
    public static TextEdit[]? EditsFor(IReadOnlyList<PathCall> calls, RuleContext context)
    {
        var edits = new List<TextEdit>();
        var writer = new PathlibWriter(context, wrapsNames: true);
        foreach (var call in calls)
        {
            if (!FitsIn(call, context) || IsSpread(call.Whole, context))
            {
                return null;
            }

            edits.Add(new TextEdit(call.Whole.Span, writer.Write(call)));
        }

        return AddImport(calls[0].Call, context, edits) ? [.. edits] : null;
    }

    private static bool FitsIn(PathCall call, RuleContext context) => call.Result switch
    {
        PathResult.Same => call.Function is not ("os.rename" or "os.replace") || call.Whole.Parent is ExprStmt,
        PathResult.Path => call.Whole.Parent is Call consumer && consumer.Func != call.Whole && TakesPath(consumer, context),
        _ => false,
    };

    private static bool TakesPath(Call consumer, RuleContext context) =>
        context.Model.KnownName(consumer.Func) is "open" or "str" or "print" or "os.fspath" or "pathlib.Path"
            or "shutil.copy" or "shutil.copyfile" or "shutil.copy2" or "shutil.move" or "shutil.rmtree";

    /// <summary>True for calls over several lines or around a comment: their layout is the user's own.</summary>
    private static bool IsSpread(Expr call, RuleContext context) => context.Text.Slice(call.Span).IndexOfAny('\n', '\r') >= 0;

    private static bool AddImport(Call call, RuleContext context, List<TextEdit> edits) =>
        ImportInsertion.Add(call, "pathlib", "Path", ImportOf(call.Func, context), context, edits);

    /// <summary>The statement that imports what is called: wherever that is seen, an import next to it is.</summary>
    private static Stmt? ImportOf(Expr function, RuleContext context)
    {
        while (function is Attribute attribute)
        {
            function = attribute.Value;
        }

        return function is Name name && context.Model.SymbolOf(name) is { Bindings: [{ Node: Alias { Parent: Stmt statement } }] } ? statement : null;
    }
}
