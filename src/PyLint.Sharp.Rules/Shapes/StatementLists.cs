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
            if (IndexIn(list, statement) >= 0)
            {
                return list;
            }
        }

        return [statement];
    }

    /// <summary>The statements behind one in its list.</summary>
    public static ReadOnlySpan<Stmt> Behind(Stmt statement)
    {
        var list = Of(statement);
        return list.AsSpan()[(IndexIn(list, statement) + 1)..];
    }

    /// <summary>Where a node is, or lies, in statements that are in source order; negative when it is elsewhere.</summary>
    public static int IndexIn(ImmutableArray<Stmt> list, Node node) => IndexIn(list.AsSpan(), node);

    /// <summary>The same of a part of a list.</summary>
    public static int IndexIn(ReadOnlySpan<Stmt> list, Node node)
    {
        var (low, high) = (0, list.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = list[middle].SubtreeEnd <= node.Index ? (middle + 1, high) : (low, middle);
        }

        return low < list.Length && list[low].Contains(node) ? low : -1;
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
