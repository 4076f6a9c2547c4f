using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Places where only the truth of an expression counts.</summary>
internal static class Conditions
{
    /// <summary>True for the test of a statement, <c>x if … else y</c> or comprehension, or an operand of <c>not</c>, also inside <c>and</c> and <c>or</c>.</summary>
    public static bool Is(Expr expression)
    {
        Node inner = expression;
        while (inner.Parent is BoolOp)
        {
            inner = inner.Parent;
        }

        return inner.Parent switch
        {
            UnaryOp { Op: UnaryOperator.Not } => true,
            If statement => statement.Test == inner,
            While loop => loop.Test == inner,
            IfExp choice => choice.Test == inner,
            Assert assert => assert.Test == inner,
            Comprehension comprehension => inner != comprehension.Target && inner != comprehension.Iter,
            MatchCase one => one.Guard == inner,
            _ => false,
        };
    }
}
