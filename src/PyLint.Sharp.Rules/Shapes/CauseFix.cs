using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Makes the exception that a handler caught the cause of the one that is raised there.</summary>
internal static class CauseFix
{
    /// <summary>Names that a fix may give to the caught exception, the first that is free.</summary>
    private static readonly string[] FreshNames = ["e", "error", "exc"];

    /// <summary>The handler whose exception is still on its way when the statement runs; null when another <c>try</c> around may catch what is raised.</summary>
    public static ExceptHandler? HandlerAround(Stmt raise)
    {
        Node inner = raise;
        for (var around = raise.Parent; around is not (null or FunctionDefinition or ClassDef); inner = around, around = around.Parent)
        {
            if (around is ExceptHandler handler)
            {
                return handler;
            }

            if (around is TryStatement { Handlers: [var first, ..] } && inner.Index < first.Index)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The name that the caught exception has, or a free one for it; null where there is none that stays.</summary>
    public static string? NameFor(ExceptHandler handler, RuleContext context)
    {
        if (handler.Name is { } given)
        {
            return HandlerTypes.IsCaughtNameRebound(handler, given.Text) ? null : context.Text.ToString(given.Span);
        }

        foreach (var name in FreshNames)
        {
            if (context.Model.ScopeOf(handler).Lookup(name) is null && !IsUsedBelow(handler, name, context))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The edits that make it the cause of what a statement raises; null where the name can't be given to it.</summary>
    public static TextEdit[]? EditsFor(Stmt raise, ExceptHandler handler, string name, RuleContext context)
    {
        var cause = new TextEdit(new TextSpan(raise.Span.End, raise.Span.End), $" from {name}");
        if (handler.Name != null)
        {
            return [cause];
        }

        return OffsetBehindType(handler, context.Text) is { } behind ? [cause, new TextEdit(new TextSpan(behind, behind), $" as {name}")] : null;
    }

    /// <summary>A function inside the handler may use the name for a global that nothing in this file binds.</summary>
    private static bool IsUsedBelow(ExceptHandler handler, string name, RuleContext context)
    {
        foreach (var used in context.Tree.All<Name>(handler))
        {
            if (used.Id == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where <c>as</c> goes: behind the type and the parentheses around it; null when a comment or line end comes before the colon.</summary>
    private static int? OffsetBehindType(ExceptHandler handler, SourceText text)
    {
        if (handler.Type is not { } type)
        {
            return null;
        }

        var end = type.Span.End;
        for (var i = end; i < text.Length && text[i] is ' ' or '\t' or ')' or ':'; i++)
        {
            if (text[i] == ':')
            {
                return type is Tuple && text[type.Span.Start] != '(' ? null : end;
            }

            end = text[i] == ')' ? i + 1 : end;
        }

        return null;
    }
}
