using System.Collections.Immutable;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>What comes out of containers.</summary>
internal static class ElementTypes
{
    /// <summary>What a <c>for</c> over a value gives.</summary>
    public static PyType Iterated(PyType type)
    {
        var result = PyType.Never;
        foreach (var member in TypeJoin.Members(type))
        {
            result = TypeJoin.Of(result, IteratedOne(member));
        }

        return result;
    }

    /// <summary>What <c>value[index]</c> gives, for an index that isn't a slice.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="index">The type of the index.</param>
    /// <param name="position">The index when it is a literal integer.</param>
    public static PyType Indexed(PyType type, PyType index, int? position)
    {
        var isInteger = index.Kind is PyTypeKind.Int or PyTypeKind.Bool;
        var result = PyType.Never;
        foreach (var member in TypeJoin.Members(type))
        {
            result = TypeJoin.Of(result, member.Kind switch
            {
                PyTypeKind.Dict => member.Arguments[1],
                PyTypeKind.Str => member,
                _ when !isInteger => PyType.Unknown,
                PyTypeKind.Tuple when !member.IsVariadic && position is { } at => AtPosition(member, at),
                PyTypeKind.List or PyTypeKind.Tuple or PyTypeKind.Deque or PyTypeKind.Bytes or PyTypeKind.ByteArray or PyTypeKind.Range => IteratedOne(member),
                _ => PyType.Unknown,
            });
        }

        return Present(result);
    }

    /// <summary>What <c>value[a:b]</c> gives.</summary>
    public static PyType Sliced(PyType type)
    {
        var result = PyType.Never;
        foreach (var member in TypeJoin.Members(type))
        {
            result = TypeJoin.Of(result, member.Kind switch
            {
                PyTypeKind.Tuple => PyType.Container(PyTypeKind.Tuple, TypeJoin.OfAll(member.Arguments)),
                PyTypeKind.List or PyTypeKind.Str or PyTypeKind.Bytes or PyTypeKind.ByteArray or PyTypeKind.Range or PyTypeKind.Array => member.WithOrigin(null),
                _ => PyType.Unknown,
            });
        }

        return result;
    }

    /// <summary>The types that unpacking gives to so many targets.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="count">The targets.</param>
    /// <param name="starred">Which of them has a star; -1 for none.</param>
    public static ImmutableArray<PyType> Unpacked(PyType type, int count, int starred)
    {
        var parts = ImmutableArray.CreateBuilder<PyType>(count);
        var element = Present(Iterated(type));
        for (var i = 0; i < count; i++)
        {
            parts.Add(type is { Kind: PyTypeKind.Tuple, IsVariadic: false } ? OfTuple(type.Arguments, i, count, starred) : i == starred ? PyType.List(element) : element);
        }

        return parts.MoveToImmutable();
    }

    /// <summary>Of an empty container nothing comes; whoever reads it must not think that it is proven to be nothing.</summary>
    public static PyType Present(PyType type) => type.Kind == PyTypeKind.Never ? PyType.Unknown : type;

    /// <summary>What can be a key or a member of a set: to put anything else there raises <c>TypeError</c>.</summary>
    public static PyType Hashed(PyType type)
    {
        if (type.Kind != PyTypeKind.Union)
        {
            return IsUnhashable(type) ? PyType.Never : type;
        }

        var result = PyType.Never;
        foreach (var member in type.Arguments)
        {
            result = IsUnhashable(member) ? result : TypeJoin.Of(result, member);
        }

        return result;
    }

    private static bool IsUnhashable(PyType type)
    {
        if (type is { Kind: PyTypeKind.Tuple, IsVariadic: false })
        {
            foreach (var element in type.Arguments)
            {
                if (IsUnhashable(element))
                {
                    return true;
                }
            }
        }

        return (type.IsMutableContainer && type.Kind != PyTypeKind.DictValues) || type.Kind == PyTypeKind.ByteArray;
    }

    private static PyType OfTuple(ImmutableArray<PyType> elements, int i, int count, int starred)
    {
        var spare = elements.Length - count;
        if (starred < 0)
        {
            return spare == 0 ? elements[i] : PyType.Unknown;
        }

        if (spare < -1)
        {
            return PyType.Unknown;
        }

        return i < starred ? elements[i]
            : i > starred ? elements[i + spare]
            : PyType.List(TypeJoin.OfAll(elements.Slice(i, spare + 1)));
    }

    private static PyType AtPosition(PyType tuple, int position)
    {
        var at = position < 0 ? position + tuple.Arguments.Length : position;
        return at >= 0 && at < tuple.Arguments.Length ? tuple.Arguments[at] : PyType.Unknown;
    }

    private static PyType IteratedOne(PyType type) => type.Kind switch
    {
        PyTypeKind.Tuple => TypeJoin.OfAll(type.Arguments),
        PyTypeKind.List or PyTypeKind.Set or PyTypeKind.FrozenSet or PyTypeKind.Deque or PyTypeKind.Iterator or PyTypeKind.DictKeys
            or PyTypeKind.DictValues or PyTypeKind.DictItems => type.Arguments[0],
        PyTypeKind.Dict or PyTypeKind.DefaultDict or PyTypeKind.Counter or PyTypeKind.OrderedDict => type.Arguments[0],
        PyTypeKind.Str => type,
        PyTypeKind.Bytes or PyTypeKind.ByteArray or PyTypeKind.Range => PyType.Int,
        _ => PyType.Unknown,
    };
}
