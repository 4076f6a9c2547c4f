using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions.Returns;

/// <summary>Functions that give None on purpose and show it otherwise than by <c>return None</c>, or that surely never do.</summary>
internal static class IntendedNone
{
    /// <summary>What a comment at the end says of it.</summary>
    private static readonly string[] EndWords = ["None", "never", "cannot", "can't", "unreachable", "not reached"];

    /// <summary>
    /// True for one that shows a value when it is called without an argument and sets it when called with one: its only value is
    /// returned where a parameter has kept its default None, or where <c>*arguments</c> are none.
    /// </summary>
    public static bool IsAccessor(FunctionDefinition function, Return given, OwnReturns returns)
    {
        var first = function.Body is [ExprStmt { Value: Constant }, var second, ..] ? second : function.Body[0];
        if (given.Parent is If { Test: Name { Id: var rest }, OrElse: [Return shown] } && shown == given && function.Args.VarArg?.Name.Text == rest)
        {
            return true;
        }

        if (first is not If { Test: Compare { Left: Name asked, Comparators: [.., Constant { Value: null }] } test } branch || given.Parent != branch || !IsOptional(asked.Id, function.Args))
        {
            return false;
        }

        foreach (var op in test.Ops)
        {
            if (op != CompareOperator.Is)
            {
                return false;
            }
        }

        for (var next = returns.Next(null); next != null; next = returns.Next(next))
        {
            if (next != given && next.Value != null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// True for a handler of tkinter's events, where <c>"break"</c> ends the handling and None lets it go on, and for a command of
    /// <c>cmd.Cmd</c>, where None asks for the next one.
    /// </summary>
    public static bool IsEventHandler(FunctionDefinition function, Return given) =>
        given.Value is Constant { StringValue: "break" }
        || ((function.Name.Text.StartsWith("do_", StringComparison.Ordinal) || function.Name.Text == "default") && function.Parent is ClassDef { Bases: [.., var parent] } && HandedOver.NameOf(parent) == "Cmd");

    /// <summary>True for a bare <c>return</c> with words behind it.</summary>
    public static bool IsExplained(Return statement, SourceText text) =>
        text.Slice(new TextSpan(statement.Span.End, text.LineSpan(text.LineOf(statement.Span.End)).End)).TrimStart() is ['#', ..] comment && ExplainedHandler.Explains(comment);

    /// <summary>True when the line behind the last statement is a comment of the function that speaks of None, or says that control never comes there.</summary>
    public static bool IsSaidAtEnd(FunctionDefinition function, SourceText text)
    {
        var line = text.LineOf(function.Span.End) + 1;
        if (line > text.LineCount)
        {
            return false;
        }

        var behind = text.Slice(text.LineSpan(line));
        var words = behind.TrimStart();
        return words is ['#', ..] && IsWord(words)
            && behind.Length - words.Length > function.HeaderStart - text.LineStart(text.LineOf(function.HeaderStart));
    }

    private static bool IsWord(ReadOnlySpan<char> comment)
    {
        foreach (var word in EndWords)
        {
            if (comment.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when the docstring has the word None, so that callers are told.</summary>
    public static bool IsDocumented(FunctionDefinition function) =>
        function.Body[0] is ExprStmt { Value: Constant { StringValue: { } text } } && text.Contains("None", StringComparison.Ordinal);

    /// <summary>
    /// True when the path ends in a test of a variable's class and a guard has sent all but some classes away: the tests may cover them all.
    /// </summary>
    public static bool MayCoverAll(FunctionDefinition function, Stmt last, SemanticModel model)
    {
        if (last is not If { Test: var final } || Tested(final) is not { } variable)
        {
            return false;
        }

        foreach (var statement in function.Body)
        {
            if (statement is If { Test: UnaryOp { Op: UnaryOperator.Not, Operand: var guarded } } guard && Tested(guarded) == variable
                && (model.CompletionOf(guard.Body) & Completion.FallsThrough) == 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of the variable whose class an <c>isinstance</c> asks for; null for any other expression.</summary>
    private static string? Tested(Expr test) =>
        test is Call { Func: Name { Id: "isinstance" }, Args: [Name variable, _] } ? variable.Id : null;

    private static bool IsOptional(string name, Arguments arguments)
    {
        var required = arguments.Args.Length - arguments.Defaults.Length;
        for (var i = Math.Max(required, 0); i < arguments.Args.Length; i++)
        {
            if (arguments.Args[i].Name.Text == name)
            {
                return arguments.Defaults[i - required] is Constant { Value: null };
            }
        }

        return false;
    }
}
