using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow.Indexing;

/// <summary>A loop over all positions of a sequence: <c>for i in range(len(xs))</c>, <c>for i in range(len(self.xs))</c>.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Index">The loop variable.</param>
/// <param name="Sequence">A variable, or an attribute that nothing in the loop binds anew.</param>
internal readonly record struct IndexLoop(For Loop, Symbol Index, Expr Sequence)
{
    private const int MostUses = 1000;

    /// <summary>The parts of the loop; null for any other, and where the sequence may be something else.</summary>
    public static IndexLoop? Of(For loop, SemanticModel model)
    {
        if (LengthLoop.Of(loop, model) is { } shape)
        {
            return shape is { Start: 0, Beyond: 0 } && loop.Contains(shape.Length) && !LengthChanges.IsOtherThanSequence(shape.SequenceSymbol, shape.Sequence, model)
                ? new IndexLoop(loop, shape.Index, shape.Sequence)
                : null;
        }

        return AttributeIn(loop, model) is { } attribute && loop.Target is Name target && model.SymbolOf(target) is { } index && index.References.Length + index.Bindings.Length <= MostUses
            && AttributeSequence.IsKept(attribute, loop, model)
                ? new IndexLoop(loop, index, attribute)
                : null;
    }

    /// <summary>True for a loop that is written like one; whether it is one takes a look at all of it.</summary>
    public static bool IsWritten(For loop, SemanticModel model) => LengthLoop.Of(loop, model) is not null || AttributeIn(loop, model) != null;

    /// <summary>True for <c>xs[…]</c> of the same sequence.</summary>
    public bool IsOfSequence(Subscript subscript, SemanticModel model) => SameObject.Are(subscript.Value, Sequence, model);

    /// <summary>True when code in the loop may change the sequence, so that a variable for one of its elements may be out of date.</summary>
    public bool MayChange(SemanticModel model)
    {
        if (Sequence is not Name name || model.SymbolOf(name) is not { } symbol)
        {
            return false;
        }

        foreach (var reference in symbol.References)
        {
            if (Loop.Contains(reference) && reference.Parent is Subscript { Ctx: not ExprContext.Load })
            {
                return true;
            }
        }

        return LengthChanges.MayHappen(symbol, Loop, model);
    }

    /// <summary>The <c>self.xs</c> of <c>for … in range(len(self.xs))</c>.</summary>
    private static Attribute? AttributeIn(For loop, SemanticModel model) =>
        loop.Iter is Call { Keywords.IsEmpty: true, Args: [Call { Keywords.IsEmpty: true, Args: [Attribute sequence] } length] } range
        && model.IsBuiltin(range.Func, "range") && model.IsBuiltin(length.Func, "len") && SameObject.RootOf(sequence) != null
            ? sequence
            : null;
}
