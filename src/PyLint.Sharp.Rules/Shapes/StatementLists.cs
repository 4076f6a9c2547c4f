using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>The lists of statements of which a program is made.</summary>
internal static class StatementLists
{
    /// <summary>The list in which a statement stands.</summary>
    public static ImmutableArray<Stmt> Of(Stmt statement)
    {
        foreach (var list in In(statement.Parent))
        {
            if (list.Contains(statement))
            {
                return list;
            }
        }

        return [statement];
    }

    /// <summary>The statements behind one in its list.</summary>
    public static ImmutableArray<Stmt> Behind(Stmt statement)
    {
        var list = Of(statement);
        return list[(list.IndexOf(statement) + 1)..];
    }

    private static ImmutableArray<Stmt>[] In(Node? node) => node switch
    {
        Module module => [module.Body],
        FunctionDefinition function => [function.Body],
        ClassDef definition => [definition.Body],
        If choice => [choice.Body, choice.OrElse],
        ForStatement loop => [loop.Body, loop.OrElse],
        While loop => [loop.Body, loop.OrElse],
        WithStatement with => [with.Body],
        TryStatement attempt => [attempt.Body, attempt.OrElse, attempt.FinalBody],
        ExceptHandler handler => [handler.Body],
        MatchCase arm => [arm.Body],
        _ => [],
    };
}
