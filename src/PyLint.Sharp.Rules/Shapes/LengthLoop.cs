using System.Numerics;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary><c>for i in range(len(xs))</c> and its like.</summary>
/// <param name="Loop">The loop.</param>
/// <param name="Index">The loop variable.</param>
/// <param name="Length">The call of <c>len</c>.</param>
/// <param name="Sequence">Whose length.</param>
/// <param name="SequenceSymbol">The variable that holds it.</param>
/// <param name="Start">Where the indexes start.</param>
/// <param name="Beyond">How many indexes there are beyond the last element; negative when it stops before.</param>
internal readonly record struct LengthLoop(For Loop, Symbol Index, Call Length, Name Sequence, Symbol SequenceSymbol, int Start, int Beyond)
{
    private const int Largest = 1000;
    private const int MostUses = 1000;

    /// <summary>The parts of the loop; null for any other. A step, a computed start and an attribute's length aren't decoded.</summary>
    public static LengthLoop? Of(For loop, SemanticModel model)
    {
        if (loop is not { Target: Name target, Iter: Call { Keywords.IsEmpty: true, Args: [.., var stop] and ({ Length: 1 } or { Length: 2 }) } range }
            || !model.IsBuiltin(range.Func, "range")
            || (range.Args.Length == 1 ? 0 : Number(range.Args[0])) is not { } start || Split(stop) is not (var length, var beyond)
            || LengthOf(length, model) is not { Args: [Name sequence] } call
            || model.SymbolOf(target) is not { } index || model.SymbolOf(sequence) is not { } symbol || IsEverywhere(index) || IsEverywhere(symbol))
        {
            return null;
        }

        return new LengthLoop(loop, index, call, sequence, symbol, start, beyond);
    }

    /// <summary>True for a variable of thousands of loops: to look at all its uses from each would take quadratic time.</summary>
    private static bool IsEverywhere(Symbol symbol) => symbol.References.Length + symbol.Bindings.Length > MostUses;

    /// <summary>True for <c>xs[…]</c> of the same variable.</summary>
    public bool IsOfSequence(Subscript subscript, SemanticModel model) => subscript.Value is Name name && name.Id == Sequence.Id && model.SymbolOf(name) == SequenceSymbol;

    /// <summary>
    /// How far a subscript lies from the loop variable: 1 for <c>xs[i + 1]</c>, -1 for <c>xs[i - 1]</c>; null for all else.
    /// </summary>
    public int? OffsetOf(Subscript subscript, SemanticModel model)
    {
        var (index, offset) = subscript.Slice switch
        {
            Name name => (name, 0),
            BinOp { Op: BinaryOperator.Add, Left: Name name, Right: var right } => (name, Number(right)),
            BinOp { Op: BinaryOperator.Add, Left: var left, Right: Name name } => (name, Number(left)),
            BinOp { Op: BinaryOperator.Sub, Left: Name name, Right: var right } => (name, -Number(right)),
            _ => (null, null),
        };
        return index != null && index.Id == Index.Name && model.SymbolOf(index) == Index ? offset : null;
    }

    private static int? Number(Expr expression) =>
        expression is Constant { Value: BigInteger number } && number <= Largest ? (int)number : null;

    /// <summary>A length, and what is added to it.</summary>
    private static (Expr Length, int Beyond)? Split(Expr stop) => stop switch
    {
        BinOp { Op: BinaryOperator.Add, Left: var left, Right: var right } when Number(right) is { } more => (left, more),
        BinOp { Op: BinaryOperator.Sub, Left: var left, Right: var right } when Number(right) is { } less => (left, -less),
        BinOp => null,
        _ => (stop, 0),
    };

    /// <summary>The call of <c>len</c> that an expression is, or that gives its variable the only value.</summary>
    private static Call? LengthOf(Expr expression, SemanticModel model)
    {
        var value = expression is Name name ? model.SymbolOf(name)?.SoleBinding is { Kind: BindingKind.Assignment, Value: { } assigned } ? assigned : null : expression;
        return value is Call { Args.Length: 1, Keywords.IsEmpty: true } call && model.IsBuiltin(call.Func, "len") ? call : null;
    }
}
