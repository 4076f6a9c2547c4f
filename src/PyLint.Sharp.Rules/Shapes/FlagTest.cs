using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>An <c>if</c> right behind a <c>try</c> that tests a flag which the end of the <c>try</c> sets.</summary>
/// <param name="Flag">The name of the flag.</param>
/// <param name="Condition">The condition.</param>
/// <param name="AsksForSuccess">True when the condition holds for the value that success sets.</param>
internal readonly record struct FlagTest(string Flag, Expr Condition, bool AsksForSuccess)
{
    /// <summary>The test behind a run that starts with the flag; null when there is none, or when the flag says what could be imported.</summary>
    public static FlagTest? Behind(SuccessRun run, SemanticModel model)
    {
        if (run.First is not Assign { Targets: [Name flag], Value: Constant { Value: bool onSuccess } }
            || run.Attempt.Body[0] is Import or ImportFrom || StatementBehind(run.Attempt, model.Tree) is not If { Test: var condition })
        {
            return null;
        }

        var (asked, wanted) = Decode(condition);
        return asked is Name name && model.SymbolOf(name) is { } symbol && symbol == model.SymbolOf(flag) && IsReadOnlyIn(condition, symbol)
            ? new FlagTest(flag.Id, condition, onSuccess == wanted)
            : null;
    }

    /// <summary>False for a flag that is read elsewhere, too, but in a <c>return</c>: then somebody needs it.</summary>
    private static bool IsReadOnlyIn(Expr condition, Symbol flag)
    {
        foreach (var reference in flag.References)
        {
            if (reference.Parent is not Return && !condition.Contains(reference))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What a condition asks for, and the value that makes it hold.</summary>
    private static (Expr Asked, bool Wanted) Decode(Expr condition) => condition switch
    {
        UnaryOp { Op: UnaryOperator.Not, Operand: var operand } => (operand, false),
        Compare { Left: var left, Ops: [CompareOperator.Eq or CompareOperator.Is], Comparators: [Constant { Value: bool value }] } => (left, value),
        _ => (condition, true),
    };

    /// <summary>The next statement of the same block: only blank lines and comments stand between, no <c>else:</c> or <c>elif</c> of a block around.</summary>
    private static Node? StatementBehind(TryStatement attempt, SyntaxTree tree)
    {
        var (nodes, text) = (tree.Nodes, tree.Text);
        if (attempt.SubtreeEnd == nodes.Length || nodes[attempt.SubtreeEnd] is not { } next || next.Parent != attempt.Parent)
        {
            return null;
        }

        for (var line = text.LineOf(attempt.Span.End) + 1; line < text.LineOf(next.Span.Start); line++)
        {
            var content = text.Slice(text.LineSpan(line)).Trim();
            if (!content.IsEmpty && content[0] != '#')
            {
                return null;
            }
        }

        return text.PositionOf(next.Span.Start).Column == text.PositionOf(attempt.Span.Start).Column ? next : null;
    }
}
