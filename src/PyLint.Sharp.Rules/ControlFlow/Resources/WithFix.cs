using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.ControlFlow.Resources;

/// <summary>Writes a <c>with</c> in the place of opening and closing by hand. None where lines hold more than their statement.</summary>
internal static class WithFix
{
    /// <summary>A person moves no more statements into a <c>with</c>; and the fixes of many such calls would hold the file many times.</summary>
    private const int MostMoved = 256;

    /// <summary><c>f = open(p)</c> up to the last of the statements behind it, of which one that closes goes.</summary>
    public static TextEdit[] Around(Assign opening, Name variable, Stmt last, ExprStmt? close, RuleContext context) =>
        Around(opening, $"with {context.TextOf(opening.Value)} as {variable.Id}:", last, close, context);

    /// <summary>The same of any opening, with what stands in its place.</summary>
    public static TextEdit[] Around(Stmt opening, string head, Stmt last, ExprStmt? close, RuleContext context)
    {
        var text = context.Text;
        var block = StatementLists.Of(opening);
        var next = StatementLists.IndexIn(block, opening) + 1;
        var end = StatementLists.IndexIn(block, last) - (close == last ? 1 : 0);
        if (end < next || end - next > MostMoved || !StartLines(block, next - 1, end, text) || (close != null && !IsAlone(close, text)) || MovesText(block[next], block[end], context))
        {
            return [];
        }

        var header = new TextEdit(opening.Span, head);
        var (first, until) = (text.LineOf(opening.Span.End) + 1, text.LineOf(block[end].Span.End));
        var unit = Indentation.UnitAt(opening, text);
        var body = new TextEdit(new TextSpan(text.LineStart(first), text.LineSpan(until).End), Indentation.Deeper(first, until, unit, text));
        return close is null ? [header, body] : [header, body, new TextEdit(new TextSpan(text.LineSpan(text.LineOf(close.Span.Start) - 1).End, text.LineSpan(text.LineOf(close.Span.End)).End), "")];
    }

    /// <summary><c>x = open(p)</c> and <c>try: … finally: x.close()</c> right behind: the body has its indentation already.</summary>
    public static TextEdit[] InPlaceOf(Stmt opening, string header, TryStatement attempt, RuleContext context)
    {
        var text = context.Text;
        var isPlain = attempt.Handlers.IsEmpty && attempt.OrElse.IsEmpty && IsAlone(opening, text) && IsAlone(attempt, text) && IsAlone(attempt.Body[0], text)
            && text.LineOf(attempt.FinalBody[0].Span.Start) > text.LineOf(attempt.Body[^1].Span.End) + 1 && IsAlone(attempt.FinalBody[0], text);
        if (!isPlain)
        {
            return [];
        }

        var colon = text.LineSpan(text.LineOf(attempt.Span.Start));
        return
        [
            new TextEdit(new TextSpan(opening.Span.Start, colon.End), header),
            new TextEdit(new TextSpan(text.LineSpan(text.LineOf(attempt.Body[^1].Span.End)).End, text.LineSpan(text.LineOf(attempt.FinalBody[^1].Span.End)).End), ""),
        ];
    }

    /// <summary>A <c>with</c> around the one statement that holds the call.</summary>
    public static TextEdit[] Around(Stmt statement, Call call, string variable, RuleContext context)
    {
        var text = context.Text;
        if (!IsAlone(statement, text) || context.Model.ScopeOf(statement).Lookup(variable) != null || MovesText(statement, statement, context))
        {
            return [];
        }

        var (first, last) = (text.LineOf(statement.Span.Start), text.LineOf(statement.Span.End));
        var (indent, unit) = (OwnLine.IndentBefore(statement.Span.Start, text)!, Indentation.UnitAt(statement, text));
        if (text.LineOf(call.Span.End) != first)
        {
            return [];
        }

        var head = text.ToString(new TextSpan(statement.Span.Start, call.Span.Start)) + variable;
        var rest = text.ToString(new TextSpan(call.Span.End, text.LineSpan(first).End));
        var newLine = Indentation.NewLineAt(first, text);
        var moved = $"with {context.TextOf(call)} as {variable}:{newLine}{indent}{unit}{head}{rest}";
        return first == last
            ? [new TextEdit(new TextSpan(statement.Span.Start, text.LineSpan(first).End), moved)]
            : [new TextEdit(new TextSpan(statement.Span.Start, text.LineSpan(last).End), moved + newLine + Indentation.Deeper(first + 1, last, unit, text))];
    }

    private static bool StartLines(ImmutableArray<Stmt> block, int first, int last, SourceText text)
    {
        for (var i = first; i <= last; i++)
        {
            if (OwnLine.IndentBefore(block[i].Span.Start, text) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when nothing but a comment stands beside the statement.</summary>
    private static bool IsAlone(Stmt statement, SourceText text) =>
        OwnLine.EndsAt(statement.Span.End, text) && OwnLine.IndentBefore(statement.Span.Start, text) != null;

    private static bool MovesText(Stmt first, Stmt last, RuleContext context) =>
        !Indentation.CanMove(context.Tree.Nodes.AsSpan()[first.Index..last.SubtreeEnd], context.Text);
}
