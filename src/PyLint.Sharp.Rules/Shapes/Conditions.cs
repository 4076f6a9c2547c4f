using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Places where only the truth of an expression counts.</summary>
internal static class Conditions
{
    /// <summary>True for the test of a statement, <c>x if … else y</c> or comprehension, or an operand of <c>not</c>, also inside <c>and</c> and <c>or</c>.</summary>
    public static bool Is(Expr expression)
    {
        Node inner = expression;
        while (inner.Parent!.Kind == NodeKind.BoolOp)
        {
            inner = inner.Parent;
        }

        var around = inner.Parent;
        return around.Kind switch
        {
            NodeKind.UnaryOp => ((UnaryOp)around).Op == UnaryOperator.Not,
            NodeKind.If => ((If)around).Test == inner,
            NodeKind.While => ((While)around).Test == inner,
            NodeKind.IfExp => ((IfExp)around).Test == inner,
            NodeKind.Assert => ((Assert)around).Test == inner,
            NodeKind.Comprehension when (Comprehension)around is var comprehension => inner != comprehension.Target && inner != comprehension.Iter,
            NodeKind.MatchCase => ((MatchCase)around).Guard == inner,
            _ => false,
        };
    }
}
