using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Joins the pieces of a text once, in the place of a loop that adds them one by one.</summary>
internal static class JoinFix
{
    /// <summary>Adds the fix where one fits in.</summary>
    /// <param name="start">The statement that gives the variable its first text.</param>
    /// <param name="loop">The loop that extends it.</param>
    /// <param name="symbol">The variable, which is read only behind the loop.</param>
    /// <param name="report">The finding.</param>
    /// <param name="context">The file.</param>
    public static void Add(Assign start, Stmt loop, Symbol symbol, DiagnosticBuilder report, RuleContext context)
    {
        if (start.Parent != loop.Parent || symbol.References[0].Index < loop.Index || start.Value is not (Constant { Value: string } or JoinedStr))
        {
            return;
        }

        var added = AddedIn(loop, symbol);
        if (added is null)
        {
            return;
        }

        var empty = context.TextOf(start.Value).EndsWith('\'') ? "''" : "\"\"";
        if (Comprehension(start, loop, added, empty, context) is { } joined)
        {
            report.Fix(FixSafety.Unsafe, "join the pieces once", new TextEdit(new TextSpan(start.Span.Start, loop.Span.End), $"{symbol.Name} = {joined}"));
        }
        else if (FreeName(symbol) is { } parts)
        {
            report.Fix(FixSafety.Unsafe, "collect the pieces in a list", Collected(start, loop, symbol, added, parts, empty, context));
        }
    }

    /// <summary>The statements of the loop that extend the text; null when one can't be moved into a call.</summary>
    private static List<AugAssign>? AddedIn(Stmt loop, Symbol symbol)
    {
        var added = new List<AugAssign>();
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Node is AugAssign assign && assign.Index > loop.Index && assign.Index < loop.SubtreeEnd)
            {
                if (assign.Value is Yield or YieldFrom or NamedExpr or GeneratorExp)
                {
                    return null;
                }

                added.Add(assign);
            }
        }

        return added;
    }

    /// <summary>The whole as one expression: only for a loop right behind the start that does nothing else, without a comment to lose.</summary>
    private static string? Comprehension(Assign start, Stmt loop, List<AugAssign> added, string empty, RuleContext context)
    {
        if (loop is not For { Body: [AugAssign only], OrElse.IsEmpty: true } one || added.Count != 1 || start.Value is not Constant { Value: "" } || start.SubtreeEnd != loop.Index
            || one.Iter is Tuple || !context.Tree.CommentsIn(new TextSpan(start.Span.Start, loop.Span.End)).IsEmpty || IsTargetReadElsewhere(one, context) || HasAwait(only, context))
        {
            return null;
        }

        return $"{empty}.join({context.TextOf(only.Value)} for {context.TextOf(one.Target)} in {context.TextOf(one.Iter)})";
    }

    private static bool HasAwait(AugAssign assign, RuleContext context)
    {
        foreach (var node in context.Tree.Subtree(assign.Value))
        {
            if (node is Await or Yield or YieldFrom or NamedExpr)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The variable of a comprehension ends with it.</summary>
    private static bool IsTargetReadElsewhere(For loop, RuleContext context)
    {
        foreach (var node in context.Tree.Subtree(loop.Target))
        {
            if (node is not (Name or Tuple or List) || (node is Name name && IsReadOutside(context.Model.SymbolOf(name), loop)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReadOutside(Symbol? symbol, For loop)
    {
        foreach (var reference in symbol?.References ?? [])
        {
            if (reference.Index < loop.Index || reference.Index >= loop.SubtreeEnd)
            {
                return true;
            }
        }

        return symbol is null;
    }

    private static string? FreeName(Symbol symbol) =>
        symbol.Scope.Lookup("parts") is null ? "parts" : symbol.Scope.Lookup($"{symbol.Name}_parts") is null ? $"{symbol.Name}_parts" : null;

    private static TextEdit[] Collected(Assign start, Stmt loop, Symbol symbol, List<AugAssign> added, string parts, string empty, RuleContext context)
    {
        var text = context.Text;
        var first = start.Value is Constant { Value: "" } ? "" : context.TextOf(start.Value);
        var edits = new List<TextEdit> { new(start.Span, $"{parts} = [{first}]") };
        foreach (var assign in added)
        {
            edits.Add(new TextEdit(assign.Span, $"{parts}.append({context.TextOf(assign.Value)})"));
        }

        var line = text.LineOf(loop.Span.Start);
        var indent = text.ToString(new TextSpan(text.LineStart(line), loop.Span.Start));
        var end = text.LineSpan(text.LineOf(loop.Span.End)).End;
        edits.Add(new TextEdit(new TextSpan(end, end), $"{ImportInsertion.LineBreak(text)}{indent}{symbol.Name} = {empty}.join({parts})"));
        return [.. edits];
    }
}
