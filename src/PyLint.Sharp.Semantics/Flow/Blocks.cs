using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>The lists in which statements stand.</summary>
internal static class Blocks
{
    /// <summary>The list that holds a statement.</summary>
    public static ImmutableArray<Stmt> Around(Stmt statement) => statement.Parent switch
    {
        Module module => module.Body,
        FunctionDefinition function => function.Body,
        ClassDef definition => definition.Body,
        ExceptHandler handler => handler.Body,
        MatchCase matchCase => matchCase.Body,
        WithStatement with => with.Body,
        If branch => Holder(statement, branch.Body, branch.OrElse),
        While loop => Holder(statement, loop.Body, loop.OrElse),
        ForStatement loop => Holder(statement, loop.Body, loop.OrElse),
        TryStatement attempt => Holder(statement, attempt.Body, attempt.OrElse, attempt.FinalBody),
        _ => [],
    };

    private static ImmutableArray<Stmt> Holder(Stmt statement, params ReadOnlySpan<ImmutableArray<Stmt>> blocks)
    {
        foreach (var block in blocks)
        {
            if (!block.IsEmpty && block[0].Index <= statement.Index && statement.Index < block[^1].SubtreeEnd)
            {
                return block;
            }
        }

        return [];
    }
}
