using System.Collections.Immutable;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Binding;
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
    /// there are several. What is detached stays open.
    /// </summary>
    public static HandClosing? Of(Assign opening, in ResourceUses uses)
    {
        if (uses.Closes is not [{ Value: Call { Func: Attribute { Attr.Text: not "detach" } } } close] || IsInCloser(opening))
        {
            return null;
        }

        if (AttemptOf(close) is { } attempt)
        {
            return IsBehind(attempt, opening) || StatementLists.IndexIn(attempt.Body, opening) >= 0 && opening.Parent == attempt ? new HandClosing(close, attempt) : null;
        }

        return IsBehind(close, opening) && StatementLists.Behind(opening)[0] != close ? new HandClosing(close, null) : null;
    }

    /// <summary>
    /// In the <c>finally</c> of the statement right behind the opening, whose <c>try</c> doesn't bind the variable anew; null otherwise. What else the
    /// variable holds in other places, and who else gets the resource, changes nothing there: a <c>with</c> closes at the same moment.
    /// </summary>
    public static HandClosing? RightBehind(Assign opening, Symbol variable)
    {
        if (StatementLists.Behind(opening) is not [TryStatement { FinalBody: [ExprStmt { Value: Call { Func: Attribute { Attr.Text: "close", Value: Name closed }, Args: [], Keywords: [] } } close] } attempt, ..]
            || closed.Id != variable.Name || IsInCloser(opening))
        {
            return null;
        }

        return IsBoundIn(attempt, variable.Bindings) ? null : new HandClosing(close, attempt);
    }

    /// <summary>Bindings come in the order of the file: to look at all of them from each opening would take quadratic time.</summary>
    private static bool IsBoundIn(TryStatement attempt, ImmutableArray<NameBinding> bindings)
    {
        var (low, high) = (0, bindings.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (bindings[middle].Node.Index < attempt.Index)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < bindings.Length && bindings[low].Node.Index < attempt.SubtreeEnd;
    }

    /// <summary>True in the same block.</summary>
    private static bool IsBehind(Stmt statement, Stmt opening) =>
        statement.Parent == opening.Parent && StatementLists.IndexIn(StatementLists.Behind(opening), statement) >= 0;

    /// <summary>The <c>try</c> whose <c>finally</c> is this statement alone, or asks before whether there is something to close.</summary>
    private static TryStatement? AttemptOf(ExprStmt close)
    {
        Stmt outer = close.Parent is If { Body.Length: 1, OrElse.IsEmpty: true } asking ? asking : close;
        return outer.Parent is TryStatement { FinalBody: [var only] } attempt && only == outer ? attempt : null;
    }

    /// <summary>A method that closes knows what it does.</summary>
    private static bool IsInCloser(Node node) => node.Ancestor<FunctionDefinition>() is { Name.Text: "close" or "__exit__" or "__aexit__" or "__del__" or "aclose" };
}
