using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.DataTypes.ClassAttributes;

/// <summary>Moves an assignment of the class body to <c>__init__</c>.</summary>
internal static class InitFix
{
    /// <summary>The edits; null where the class needs the attribute, or where the assignment means something else inside.</summary>
    public static TextEdit[]? EditsFor(ClassModel made, ClassAttribute attribute, Stmt statement, RuleContext context)
    {
        var text = context.Text;
        if (statement is not Assign { Value: var value } || !IsSelfContained(value) || made.Scope?.OwnSymbol(attribute.Name) is not { References.IsEmpty: true } || !AreMadeByInit(made, context) || OwnLines(statement, text) is not { } lines)
        {
            return null;
        }

        var (end, indent) = (ImportInsertion.LineBreak(text), text.ToString(new TextSpan(text.LineStart(text.LineOf(statement.Span.Start)), statement.Span.Start)));
        var assignment = $"self.{text.ToString(statement.Span)}";
        if (made.OwnAttribute("__init__") is null)
        {
            // With a base, an `__init__` would have to call that of the base.
            var outer = made.Node.Span.Start - text.LineStart(text.LineOf(made.Node.Span.Start));
            return made.Mro.Length == 2 && outer < indent.Length && IsFunctionBehind(statement, made.Node)
                ? [new TextEdit(statement.Span, $"def __init__(self):{end}{indent}{indent[outer..]}{assignment}")]
                : null;
        }

        if (made.Method("__init__") is not { Node: { Args: var arguments, Body: [var first, ..] } } || !IsSelf(arguments) || first is ExprStmt { Value: Constant }
            || first.Span.Start <= text.LineStart(text.LineOf(first.Span.Start)) || first is ExprStmt { Value: Call { Func: Attribute { Attr.Text: "__init__" } } })
        {
            return null;
        }

        var line = text.LineStart(text.LineOf(first.Span.Start));
        var inner = text.ToString(new TextSpan(line, first.Span.Start));
        return inner.Trim().Length == 0 ? [new TextEdit(lines, ""), new TextEdit(new TextSpan(line, line), $"{inner}{assignment}{end}")] : null;
    }

    private static bool IsFunctionBehind(Stmt statement, ClassDef around)
    {
        var place = StatementLists.IndexIn(around.Body, statement);
        return place >= 0 && place + 1 < around.Body.Length && around.Body[place + 1] is FunctionDefinition;
    }

    private static bool IsSelf(Arguments arguments) => arguments is { PosOnlyArgs: [], Args: [{ Name.Text: "self" }, ..] };

    /// <summary>True for what has the same value in a method: no name of the class body in it.</summary>
    private static bool IsSelfContained(Expr value) => value is List { Elts: [] } or Dict { Values: [] } or Call { Func: Name { Id: "set" or "list" or "dict" }, Args: [], Keywords: [] };

    /// <summary>True when derived classes run the <c>__init__</c> of this one.</summary>
    private static bool AreMadeByInit(ClassModel made, RuleContext context)
    {
        foreach (var derived in made.Subclasses)
        {
            if (derived.OwnAttribute("__init__") is { } own && (own.SoleFunction is not { } init || !CallsInit(init, context)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool CallsInit(FunctionDefinition init, RuleContext context)
    {
        foreach (var node in context.Tree.All<Attribute>(init))
        {
            if (node is { Attr.Text: "__init__", Parent: Call })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The whole lines of a statement that has them for itself, and the empty ones behind.</summary>
    private static TextSpan? OwnLines(Stmt statement, SourceText text)
    {
        if (OwnLine.Of(statement, text) is not { } lines)
        {
            return null;
        }

        var last = text.LineOf(statement.Span.End);
        var next = last + 1;
        while (next < text.LineCount && text.Slice(text.LineSpan(next)).Trim(" \t").IsEmpty)
        {
            next++;
        }

        return new TextSpan(lines.Start, text.LineStart(Math.Min(next, text.LineCount)));
    }
}
