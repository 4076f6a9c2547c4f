using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Puts a call that works in place on a line of its own, or takes the function that makes a new object.</summary>
internal static class InPlaceFix
{
    /// <summary>Adds a fix to the report where one fits in.</summary>
    /// <param name="call">The call whose <c>None</c> is used.</param>
    /// <param name="changed">The object that it changes: a variable or an attribute.</param>
    /// <param name="report">The finding.</param>
    /// <param name="context">The file.</param>
    public static void Add(Call call, Expr changed, DiagnosticBuilder report, RuleContext context)
    {
        var name = context.TextOf(changed);
        if (call.Parent is Assign { Targets: [var target] } assign && context.TextOf(target) == name)
        {
            report.Fix(FixSafety.Unsafe, $"don't bind the None to `{name}`", new TextEdit(new TextSpan(assign.Span.Start, call.Span.Start), ""));
        }
        else if (call.Func is Attribute { Attr.Text: "sort" or "reverse" } method && call.Parent is not Attribute)
        {
            AddFunction(call, method, name, report, context);
        }
        else if (call.Parent is Assign or Return && OwnLineOf((Stmt)call.Parent, context.Text) is { } indent)
        {
            var start = call.Parent.Span.Start;
            var separate = $"{context.TextOf(call)}{ImportInsertion.LineBreak(context.Text)}{indent}";
            report.Fix(FixSafety.Unsafe, $"use `{name}` after the call", new TextEdit(new TextSpan(start, start), separate), new TextEdit(call.Span, name));
        }
    }

    private static void AddFunction(Call call, Attribute method, string name, DiagnosticBuilder report, RuleContext context)
    {
        var isSort = method.Attr.Text == "sort";
        var function = isSort ? "sorted" : call.Parent is ForStatement ? "reversed" : null;
        if (function is null || context.Model.ScopeOf(call).Lookup(function) != null || !call.Args.IsEmpty)
        {
            return;
        }

        var arguments = call.Keywords.IsEmpty ? "" : $", {context.Text.ToString(new TextSpan(call.Keywords[0].Span.Start, call.Keywords[^1].Span.End))}";
        report.Fix(FixSafety.Unsafe, $"use `{function}({name})`", new TextEdit(call.Span, $"{function}({name}{arguments})"));
    }

    /// <summary>The indentation of a statement that starts a line and ends on it; null for any other, as in <c>if x: return y</c>.</summary>
    private static string? OwnLineOf(Stmt statement, SourceText text)
    {
        var line = text.LineOf(statement.Span.Start);
        var indent = text.Slice(new TextSpan(text.LineStart(line), statement.Span.Start));
        return indent.Trim(" \t\f").IsEmpty && text.LineOf(statement.Span.End) == line ? indent.ToString() : null;
    }
}
