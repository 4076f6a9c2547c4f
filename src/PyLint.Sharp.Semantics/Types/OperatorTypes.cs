using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>What operators give for operands of proven types (Python reference, 6.5 to 6.9; library reference, "Built-in Types").</summary>
internal static class OperatorTypes
{
    public static PyTypeKind Unary(UnaryOperator op, PyTypeKind operand) => op switch
    {
        UnaryOperator.Not => PyTypeKind.Bool,
        UnaryOperator.Invert => operand is PyTypeKind.Bool or PyTypeKind.Int ? PyTypeKind.Int : PyTypeKind.Unknown,
        _ when operand == PyTypeKind.Bool => PyTypeKind.Int,
        _ => operand is PyTypeKind.Int or PyTypeKind.Float or PyTypeKind.Complex ? operand : PyTypeKind.Unknown,
    };

    public static PyTypeKind Binary(BinaryOperator op, PyTypeKind left, PyTypeKind right)
    {
        if (IsNumber(left) && IsNumber(right))
        {
            return OfNumbers(op, left, right);
        }

        return op switch
        {
            BinaryOperator.Add => OfSum(left, right),
            BinaryOperator.Mult => OfRepetition(left, right),
            BinaryOperator.Mod => left is PyTypeKind.Str or PyTypeKind.Bytes ? left : PyTypeKind.Unknown,
            BinaryOperator.BitOr => IsSetOrDict(left) && left == right ? left : PyTypeKind.Unknown,
            BinaryOperator.BitAnd or BinaryOperator.BitXor or BinaryOperator.Sub => IsSet(left) && IsSet(right) ? left : PyTypeKind.Unknown,
            _ => PyTypeKind.Unknown,
        };
    }

    private static PyTypeKind OfNumbers(BinaryOperator op, PyTypeKind left, PyTypeKind right)
    {
        // bool < int < float < complex, as the members of the enumeration stand.
        var wider = left > right ? left : right;
        return op switch
        {
            // 2 ** -1 is a float and (-8) ** 0.5 a complex number.
            BinaryOperator.Pow or BinaryOperator.MatMult => PyTypeKind.Unknown,
            BinaryOperator.Div => wider == PyTypeKind.Complex ? wider : PyTypeKind.Float,
            BinaryOperator.Mod or BinaryOperator.FloorDiv when wider == PyTypeKind.Complex => PyTypeKind.Unknown,
            BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor => wider <= PyTypeKind.Int ? wider : PyTypeKind.Unknown,
            BinaryOperator.LShift or BinaryOperator.RShift => wider <= PyTypeKind.Int ? PyTypeKind.Int : PyTypeKind.Unknown,
            _ => wider == PyTypeKind.Bool ? PyTypeKind.Int : wider,
        };
    }

    private static PyTypeKind OfSum(PyTypeKind left, PyTypeKind right) =>
        left == right && left is PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.ByteArray or PyTypeKind.List or PyTypeKind.Tuple or PyTypeKind.Deque
            ? left
            : PyTypeKind.Unknown;

    private static PyTypeKind OfRepetition(PyTypeKind left, PyTypeKind right)
    {
        if (IsRepeatable(left) && right is PyTypeKind.Int or PyTypeKind.Bool)
        {
            return left;
        }

        return IsRepeatable(right) && left is PyTypeKind.Int or PyTypeKind.Bool ? right : PyTypeKind.Unknown;
    }

    private static bool IsNumber(PyTypeKind kind) => new PyType(kind).IsNumber;

    private static bool IsRepeatable(PyTypeKind kind) =>
        kind is PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.ByteArray or PyTypeKind.List or PyTypeKind.Tuple;

    private static bool IsSet(PyTypeKind kind) => kind is PyTypeKind.Set or PyTypeKind.FrozenSet;

    private static bool IsSetOrDict(PyTypeKind kind) => IsSet(kind) || kind is PyTypeKind.Dict or PyTypeKind.OrderedDict or PyTypeKind.Counter;
}
