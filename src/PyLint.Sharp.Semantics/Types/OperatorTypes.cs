using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>What operators give for operands of proven types (Python reference, 6.5 to 6.9; library reference, "Built-in Types").</summary>
internal static class OperatorTypes
{
    public static PyType Unary(UnaryOperator op, PyType operand)
    {
        if (op == UnaryOperator.Not)
        {
            return PyType.Bool;
        }

        var result = PyType.Never;
        foreach (var member in TypeJoin.Members(operand))
        {
            result = TypeJoin.Of(result, member.Kind switch
            {
                PyTypeKind.Bool => PyType.Int,
                PyTypeKind.Int => member,
                PyTypeKind.Float or PyTypeKind.Complex when op != UnaryOperator.Invert => member,
                _ => PyType.Unknown,
            });
        }

        return result;
    }

    /// <param name="op">The operator.</param>
    /// <param name="left">The left operand.</param>
    /// <param name="right">The right operand.</param>
    /// <param name="exponentIsNatural">True when the right operand is a literal integer that isn't negative.</param>
    public static PyType Binary(BinaryOperator op, PyType left, PyType right, bool exponentIsNatural = false)
    {
        var result = PyType.Never;
        foreach (var one in TypeJoin.Members(left))
        {
            foreach (var other in TypeJoin.Members(right))
            {
                result = TypeJoin.Of(result, OfOne(op, one, other, exponentIsNatural));
            }
        }

        return result;
    }

    private static PyType OfOne(BinaryOperator op, PyType left, PyType right, bool exponentIsNatural)
    {
        if (left.Kind == PyTypeKind.Never || right.Kind == PyTypeKind.Never)
        {
            return PyType.Never;
        }

        if (left.IsNumber && right.IsNumber)
        {
            return PyType.Of(OfNumbers(op, left.Kind, right.Kind, exponentIsNatural));
        }

        if (left.Kind == PyTypeKind.Library || right.Kind == PyTypeKind.Library)
        {
            return LibraryOperators.Binary(op, left, right);
        }

        return op switch
        {
            BinaryOperator.Add => OfSum(left, right),
            BinaryOperator.Mult => IsInteger(right) ? OfRepetition(left) : IsInteger(left) ? OfRepetition(right) : PyType.Unknown,
            BinaryOperator.Mod when left.Kind is PyTypeKind.Str or PyTypeKind.Bytes => left,
            BinaryOperator.BitOr => OfMerge(left, right),
            BinaryOperator.Sub when IsSet(left) && IsSet(right) => left.WithOrigin(null),
            // Of equal members, as 1 and True, either set's may come.
            BinaryOperator.BitAnd or BinaryOperator.BitXor when IsSet(left) && IsSet(right) => WithElement(left, right),
            _ => PyType.Unknown,
        };
    }

    private static PyTypeKind OfNumbers(BinaryOperator op, PyTypeKind left, PyTypeKind right, bool exponentIsNatural)
    {
        // bool < int < float < complex, as the members of the enumeration stand.
        var wider = left > right ? left : right;
        return op switch
        {
            // 2 ** -1 is a float and (-8) ** 0.5 a complex number.
            BinaryOperator.Pow when right <= PyTypeKind.Int && left >= PyTypeKind.Float => left,
            BinaryOperator.Pow when exponentIsNatural && left <= PyTypeKind.Int => PyTypeKind.Int,
            BinaryOperator.Pow or BinaryOperator.MatMult => PyTypeKind.Unknown,
            BinaryOperator.Div => wider == PyTypeKind.Complex ? wider : PyTypeKind.Float,
            BinaryOperator.Mod or BinaryOperator.FloorDiv when wider == PyTypeKind.Complex => PyTypeKind.Unknown,
            BinaryOperator.BitAnd or BinaryOperator.BitOr or BinaryOperator.BitXor => wider <= PyTypeKind.Int ? wider : PyTypeKind.Unknown,
            BinaryOperator.LShift or BinaryOperator.RShift => wider <= PyTypeKind.Int ? PyTypeKind.Int : PyTypeKind.Unknown,
            _ => wider == PyTypeKind.Bool ? PyTypeKind.Int : wider,
        };
    }

    private static PyType OfSum(PyType left, PyType right)
    {
        if (left.Kind != right.Kind)
        {
            return PyType.Unknown;
        }

        return left.Kind switch
        {
            PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.ByteArray => left,
            PyTypeKind.List or PyTypeKind.Deque => WithElement(left, right),
            PyTypeKind.Tuple when left.IsVariadic || right.IsVariadic => TypeJoin.Of(Variadic(left), Variadic(right)),
            PyTypeKind.Tuple => PyType.Tuple(left.Arguments.AddRange(right.Arguments)),
            _ => PyType.Unknown,
        };
    }

    private static PyType Variadic(PyType tuple) => PyType.Container(PyTypeKind.Tuple, TypeJoin.OfAll(tuple.Arguments));

    private static PyType WithElement(PyType left, PyType right) =>
        PyType.Container(left.Kind, TypeJoin.Of(left.Arguments[0], right.Arguments[0]));

    /// <summary>The same objects again: whoever changes one of them changes all.</summary>
    private static PyType OfRepetition(PyType repeated) => repeated.Kind switch
    {
        PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.ByteArray => repeated,
        PyTypeKind.List => TypeJoin.WithoutInnerElements(repeated.WithOrigin(null)),
        PyTypeKind.Tuple => TypeJoin.WithoutInnerElements(Variadic(repeated)),
        _ => PyType.Unknown,
    };

    private static PyType OfMerge(PyType left, PyType right)
    {
        if (IsSet(left) && IsSet(right))
        {
            return WithElement(left, right);
        }

        var mergeable = left.Kind == right.Kind && left.Kind is PyTypeKind.Dict or PyTypeKind.OrderedDict or PyTypeKind.Counter;
        return mergeable
            ? PyType.Dict(left.Kind, TypeJoin.Of(left.Arguments[0], right.Arguments[0]), TypeJoin.Of(left.Arguments[1], right.Arguments[1]))
            : PyType.Unknown;
    }

    private static bool IsInteger(PyType type) => type.Kind is PyTypeKind.Int or PyTypeKind.Bool;

    private static bool IsSet(PyType type) => type.Kind is PyTypeKind.Set or PyTypeKind.FrozenSet;
}
