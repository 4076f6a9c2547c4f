using System.Numerics;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow.Indexing;

/// <summary>A variable that is set to a number before a loop, read in it and incremented at the end of each turn, or before it is read.</summary>
/// <param name="Start">The statement that sets it.</param>
/// <param name="First">The number that is read in the first turn.</param>
/// <param name="Step">The statement that increments it.</param>
/// <param name="Variable">The variable.</param>
internal readonly record struct HandCounter(Assign Start, BigInteger First, AugAssign Step, Name Variable)
{
    /// <summary>The counter of a loop; null when there is none, or when a turn may skip the step, or the count is needed afterwards.</summary>
    public static HandCounter? Of(For loop, SemanticModel model)
    {
        if (StepOf(loop) is not { Target: Name variable } step
            || model.SymbolOf(variable) is not { Bindings: [{ Node: Assign { Targets: [Name], Value: Constant { Value: BigInteger first } } start }, var second] } symbol
            || second.Node != step || start.Parent != loop.Parent || start.Index > loop.Index || !IsInSameBlock(start, loop))
        {
            return null;
        }

        var isLast = loop.Body[^1] == step;
        if (Skips(loop, isLast ? int.MaxValue : step.Index, model))
        {
            return null;
        }

        // The number counts the turns that came before where the step comes last, else this turn too.
        var (from, to) = isLast ? (loop.Body[0].Index, step.Index) : (step.SubtreeEnd, loop.Body[^1].SubtreeEnd);
        foreach (var reference in symbol.References)
        {
            if (reference.Index < from || reference.Index >= to || model.ScopeOf(reference).Kind is ScopeKind.Lambda or ScopeKind.Function && model.ScopeOf(reference) != symbol.Scope)
            {
                return null;
            }
        }

        return symbol.References.IsEmpty ? null : new HandCounter(start, isLast ? first : first + 1, step, variable);
    }

    /// <summary>The last statement of the body that adds 1 to a variable, if there is another statement.</summary>
    private static AugAssign? StepOf(For loop)
    {
        for (var i = loop.Body.Length - 1; i >= 0 && loop.Body.Length > 1; i--)
        {
            if (loop.Body[i] is AugAssign { Op: BinaryOperator.Add, Target: Name, Value: Constant { Value: BigInteger { IsOne: true } } } step)
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>True when nothing but simple statements stands between, so that the one is as sure to run as the other.</summary>
    private static bool IsInSameBlock(Stmt start, For loop)
    {
        var between = loop.Tree.Nodes;
        for (var i = start.SubtreeEnd; i < loop.Index; i = between[i].SubtreeEnd)
        {
            if (between[i] is not (Assign or AnnAssign or ExprStmt))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a <c>continue</c> of this loop before the given node.</summary>
    private static bool Skips(For loop, int end, SemanticModel model)
    {
        foreach (var node in model.Tree.All<Continue>(loop))
        {
            if (node.Index < end && NearestLoop(node) == loop)
            {
                return true;
            }
        }

        return false;
    }

    private static Node? NearestLoop(Node node)
    {
        var around = node.Parent;
        while (around is not (null or ForStatement or While))
        {
            around = around.Parent;
        }

        return around;
    }
}
