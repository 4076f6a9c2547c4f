using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow.Resources;

/// <summary>How a resource that is opened by an assignment is closed by hand.</summary>
/// <param name="Statement">The call that closes.</param>
/// <param name="Attempt">The <c>try</c> in whose <c>finally</c> it stands; null where it stands in the block of the assignment.</param>
internal readonly record struct HandClosing(ExprStmt Statement, TryStatement? Attempt)
{
    /// <summary>True when it is closed whatever happens behind the assignment.</summary>
    public bool IsSure => Attempt != null;

    /// <summary>
    /// In a <c>finally</c> that does nothing else, or in the same block with something between; null for all other ways, and where
    /// there are several.
    /// </summary>
    public static HandClosing? Of(Assign opening, in ResourceUses uses)
    {
        if (uses.Closes is not [var close] || IsInCloser(opening))
        {
            return null;
        }

        if (AttemptOf(close) is { } attempt)
        {
            return StatementLists.Behind(opening).Contains(attempt) || attempt.Body.Contains(opening) ? new HandClosing(close, attempt) : null;
        }

        var behind = StatementLists.Behind(opening);
        return behind.IndexOf(close) > 0 ? new HandClosing(close, null) : null;
    }

    /// <summary>The <c>try</c> whose <c>finally</c> is this statement alone, or asks before whether there is something to close.</summary>
    private static TryStatement? AttemptOf(ExprStmt close)
    {
        Stmt outer = close.Parent is If { Body.Length: 1, OrElse.IsEmpty: true } asking ? asking : close;
        return outer.Parent is TryStatement { FinalBody: [var only] } attempt && only == outer ? attempt : null;
    }

    /// <summary>A method that closes knows what it does.</summary>
    private static bool IsInCloser(Node node) => node.Ancestor<FunctionDefinition>() is { Name.Text: "close" or "__exit__" or "__aexit__" or "__del__" or "aclose" };
}
