using System.Numerics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Which types operators refuse (Python reference, 6.7 to 6.10; library reference, "Built-in Types"). False where nothing is proven.</summary>
internal static class OperandTypes
{
    /// <summary>True where what is written says that the operator is defined, so that nobody need ask for types: formatting, and sums of whole numbers.</summary>
    public static bool AreFine(BinaryOperator op, Expr left, Expr right) =>
        left is Constant { Value: var value } && ((value is string && op == BinaryOperator.Mod) || (value is BigInteger && right is Constant { Value: BigInteger } && op != BinaryOperator.MatMult));

    /// <summary>The same for a comparison: a display can be searched, and whether what is looked for can be hashed is another question.</summary>
    public static bool AreFine(CompareOperator op, Expr right) => op is CompareOperator.In or CompareOperator.NotIn && right is Tuple or List or Set or Dict;

    /// <summary>True when the operator raises <c>TypeError</c> for all values of the two types.</summary>
    /// <param name="op">The operator.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <param name="isAugmented">True for <c>+=</c> and its like.</param>
    public static bool Refuses(BinaryOperator op, PyType left, PyType right, bool isAugmented) =>
        !left.IsUnknown && !right.IsUnknown && RefusesKnown(op, left, right, isAugmented);

    /// <summary>True when comparing values of the two types always raises <c>TypeError</c>.</summary>
    public static bool Refuses(CompareOperator op, PyType left, PyType right) => op switch
    {
        CompareOperator.Lt or CompareOperator.LtE or CompareOperator.Gt or CompareOperator.GtE => AllFail(left, right, static (one, other) => !IsOrdered(one, other)),
        CompareOperator.In or CompareOperator.NotIn => AllFail(left, right, static (one, other) => other switch
        {
            PyTypeKind.Str => one != PyTypeKind.Str,
            PyTypeKind.Bytes or PyTypeKind.ByteArray => one is PyTypeKind.Str or PyTypeKind.None or PyTypeKind.Float or PyTypeKind.Complex,
            _ => IsNotIterable(other),
        }),
        _ => false,
    };

    private static bool RefusesKnown(BinaryOperator op, PyType left, PyType right, bool isAugmented) =>
        AllFail(left, right, (one, other) => isAugmented && IsExtending(op, one) ? IsNotIterable(other) : Fails(op, one, other));

    private static bool AllFail(PyType left, PyType right, Func<PyTypeKind, PyTypeKind, bool> fails)
    {
        if (left.Kind != PyTypeKind.Union && right.Kind != PyTypeKind.Union)
        {
            return IsPlain(left.Kind) && IsPlain(right.Kind) && fails(left.Kind, right.Kind);
        }

        foreach (var one in left.Kind == PyTypeKind.Union ? left.Arguments : [left])
        {
            foreach (var other in right.Kind == PyTypeKind.Union ? right.Arguments : [right])
            {
                if (!IsPlain(one.Kind) || !IsPlain(other.Kind) || !fails(one.Kind, other.Kind))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The types that are exactly what Python defines: no subclass of theirs, and no class that could take part by a method of its own, as Counter.</summary>
    private static bool IsPlain(PyTypeKind kind) => kind
        is PyTypeKind.None or PyTypeKind.Bool or PyTypeKind.Int or PyTypeKind.Float or PyTypeKind.Complex or PyTypeKind.Str or PyTypeKind.Bytes
        or PyTypeKind.ByteArray or PyTypeKind.Range or PyTypeKind.List or PyTypeKind.Tuple or PyTypeKind.Dict or PyTypeKind.Set or PyTypeKind.FrozenSet
        or PyTypeKind.Deque or PyTypeKind.DefaultDict or PyTypeKind.OrderedDict or PyTypeKind.Iterator or PyTypeKind.Function
        or PyTypeKind.DictKeys or PyTypeKind.DictValues or PyTypeKind.DictItems;

    private static bool Fails(BinaryOperator op, PyTypeKind left, PyTypeKind right)
    {
        if (IsNumber(left) && IsNumber(right))
        {
            return op switch
            {
                BinaryOperator.MatMult => true,
                BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor or BinaryOperator.LShift or BinaryOperator.RShift => !IsInteger(left) || !IsInteger(right),
                BinaryOperator.FloorDiv or BinaryOperator.Mod => left == PyTypeKind.Complex || right == PyTypeKind.Complex,
                _ => false,
            };
        }

        return op switch
        {
            BinaryOperator.Add => !(IsSequence(left) && FamilyOf(left) == FamilyOf(right)),
            BinaryOperator.Mult => !(IsInteger(left) && IsSequence(right)) && !(IsSequence(left) && IsInteger(right)),
            BinaryOperator.Mod => left is not (PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.ByteArray),
            BinaryOperator.Sub or BinaryOperator.BitAnd or BinaryOperator.BitXor => !AreSets(left, right),
            BinaryOperator.BitOr => !AreSets(left, right) && !(IsDict(left) && IsDict(right)),
            _ => true,
        };
    }

    /// <summary><c>list += iterable</c>, <c>dict |= pairs</c>: wider than the operator itself.</summary>
    private static bool IsExtending(BinaryOperator op, PyTypeKind left) => op switch
    {
        BinaryOperator.Add => left is PyTypeKind.List or PyTypeKind.Deque,
        BinaryOperator.BitOr => IsDict(left),
        _ => false,
    };

    private static bool IsOrdered(PyTypeKind left, PyTypeKind right) =>
        IsNumber(left) && IsNumber(right) ? left != PyTypeKind.Complex && right != PyTypeKind.Complex
        : (IsSetLike(left) && IsSetLike(right)) || (IsSequence(left) && FamilyOf(left) == FamilyOf(right));

    /// <summary>The views of a dict's keys and items take any iterable on the other side.</summary>
    private static bool AreSets(PyTypeKind left, PyTypeKind right) =>
        (IsSetLike(left) && IsSetLike(right)) || (IsView(left) && !IsNotIterable(right)) || (IsView(right) && !IsNotIterable(left));

    private static bool IsSetLike(PyTypeKind kind) => kind is PyTypeKind.Set or PyTypeKind.FrozenSet || IsView(kind);

    private static bool IsView(PyTypeKind kind) => kind is PyTypeKind.DictKeys or PyTypeKind.DictItems;

    private static bool IsDict(PyTypeKind kind) => kind is PyTypeKind.Dict or PyTypeKind.DefaultDict or PyTypeKind.OrderedDict;

    private static bool IsNumber(PyTypeKind kind) => kind is PyTypeKind.Bool or PyTypeKind.Int or PyTypeKind.Float or PyTypeKind.Complex;

    private static bool IsInteger(PyTypeKind kind) => kind is PyTypeKind.Int or PyTypeKind.Bool;

    private static bool IsNotIterable(PyTypeKind kind) => IsNumber(kind) || kind is PyTypeKind.None or PyTypeKind.Function;

    private static bool IsSequence(PyTypeKind kind) => kind
        is PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.ByteArray or PyTypeKind.List or PyTypeKind.Tuple or PyTypeKind.Deque;

    private static PyTypeKind FamilyOf(PyTypeKind kind) => kind == PyTypeKind.ByteArray ? PyTypeKind.Bytes : kind;
}
