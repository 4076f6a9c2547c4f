using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary><c>if __name__ == "__main__":</c>, under which stands what runs only as a script.</summary>
internal static class MainGuard
{
    /// <summary>True for a node below such an <c>if</c>.</summary>
    public static bool Contains(Node node)
    {
        for (var choice = node.Ancestor<If>(); choice != null; choice = choice.Ancestor<If>())
        {
            if (Is(choice.Test))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Is(Expr test) => test is Compare { Ops: [CompareOperator.Eq], Left: var left, Comparators: [var right] }
        && ((left is Name { Id: "__name__" } && right is Constant { Value: "__main__" }) || (right is Name { Id: "__name__" } && left is Constant { Value: "__main__" }));
}
