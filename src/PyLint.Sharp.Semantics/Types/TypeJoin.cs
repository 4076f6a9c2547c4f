using System.Collections.Immutable;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>The order of types: <c>Never</c> below all, Unknown above all. Everything here only goes up, so repetition ends.</summary>
internal static class TypeJoin
{
    private const int LargestUnion = 5;

    /// <summary>The least type that has all values of both.</summary>
    public static PyType Of(PyType one, PyType other)
    {
        if (ReferenceEquals(one, other) || other.Kind == PyTypeKind.Never || one.IsUnknown)
        {
            return one;
        }

        if (one.Kind == PyTypeKind.Never || other.IsUnknown)
        {
            return other;
        }

        if (one.Equals(other))
        {
            return one.Origin == other.Origin ? one : one.WithOrigin(null);
        }

        return Merge(one, other) ?? Unite(one, other);
    }

    public static PyType OfAll(ImmutableArray<PyType> types)
    {
        var result = PyType.Never;
        foreach (var type in types)
        {
            result = Of(result, type);
        }

        return result;
    }

    /// <summary>The types that a value can have: the members of a union, else the type itself.</summary>
    public static ReadOnlySpan<PyType> Members(in PyType type) => type.Kind == PyTypeKind.Union ? type.Arguments.AsSpan() : new ReadOnlySpan<PyType>(in type);

    /// <summary>The type of a value that others can come by: the elements of its mutable containers may have changed there.</summary>
    public static PyType WithoutElements(PyType type)
    {
        if (type.IsMutableContainer || type.Kind == PyTypeKind.Iterator)
        {
            return type.Arguments.IsEmpty ? type : PyType.Of(type.Kind).WithOrigin(type.Origin);
        }

        if (type.Kind != PyTypeKind.Union)
        {
            return type.Kind == PyTypeKind.Tuple ? WithoutInnerElements(type) : type;
        }

        var result = PyType.Never;
        foreach (var member in type.Arguments)
        {
            result = Of(result, WithoutElements(member));
        }

        return result;
    }

    /// <summary>The type with its own elements, but without those of the mutable containers among them.</summary>
    public static PyType WithoutInnerElements(PyType type)
    {
        if (type.Depth == 0 || (type.Depth == 1 && type.Kind is not (PyTypeKind.Union or PyTypeKind.Tuple) && !HoldsContainer(type)))
        {
            return type;
        }

        var isUnion = type.Kind == PyTypeKind.Union;
        var parts = ImmutableArray.CreateBuilder<PyType>(type.Arguments.Length);
        foreach (var argument in type.Arguments)
        {
            parts.Add(isUnion ? WithoutInnerElements(argument) : WithoutElements(argument));
        }

        return Rebuild(type, parts.MoveToImmutable());
    }

    private static bool HoldsContainer(PyType type)
    {
        foreach (var argument in type.Arguments)
        {
            if (!argument.Arguments.IsEmpty || argument.Kind == PyTypeKind.Union)
            {
                return true;
            }
        }

        return false;
    }

    private static PyType Rebuild(PyType type, ImmutableArray<PyType> parts) => type switch
    {
        { Kind: PyTypeKind.Union } => OfAll(parts),
        { Kind: PyTypeKind.Tuple, IsVariadic: false } => PyType.Tuple(parts, type.Origin),
        _ when parts.Length == 2 => PyType.Dict(type.Kind, parts[0], parts[1], type.Origin),
        _ => PyType.Container(type.Kind, parts[0], type.Origin),
    };

    /// <summary>Containers of one kind become one container; other types stay apart.</summary>
    private static PyType? Merge(PyType one, PyType other)
    {
        if (one.Kind != other.Kind || one.Kind == PyTypeKind.Union)
        {
            return null;
        }

        if (one.Kind == PyTypeKind.Tuple && (one.IsVariadic || other.IsVariadic || one.Arguments.Length != other.Arguments.Length))
        {
            return PyType.Container(PyTypeKind.Tuple, Of(OfAll(one.Arguments), OfAll(other.Arguments)));
        }

        if (one.Kind == PyTypeKind.Library && one.Library == other.Library)
        {
            return PyType.Instance(one.Library!, one.IsExact && other.IsExact, one.IsAware == other.IsAware ? one.IsAware : Answer.Unknown);
        }

        if (one.Kind == PyTypeKind.Instance && one.Origin == other.Origin)
        {
            return one.IsExact ? other : one;
        }

        if (one.Arguments.IsEmpty || one.Arguments.Length != other.Arguments.Length)
        {
            return null;
        }

        var parts = ImmutableArray.CreateBuilder<PyType>(one.Arguments.Length);
        for (var i = 0; i < one.Arguments.Length; i++)
        {
            parts.Add(Of(one.Arguments[i], other.Arguments[i]));
        }

        return Rebuild(one.WithOrigin(null), parts.MoveToImmutable());
    }

    private static bool Holds(PyType union, PyType member)
    {
        foreach (var one in union.Arguments)
        {
            if (ReferenceEquals(one, member))
            {
                return true;
            }
        }

        return false;
    }

    private static PyType Unite(PyType one, PyType other)
    {
        if (one.Kind != PyTypeKind.Union && other.Kind != PyTypeKind.Union)
        {
            return PyType.Union([one, other]);
        }

        if (other.Kind != PyTypeKind.Union && Holds(one, other))
        {
            return one;
        }

        var members = ImmutableArray.CreateBuilder<PyType>(LargestUnion + 1);
        members.AddRange(Members(one));
        foreach (var added in Members(other))
        {
            var i = 0;
            while (i < members.Count && !members[i].Equals(added) && Merge(members[i], added) is null)
            {
                i++;
            }

            if (i < members.Count)
            {
                members[i] = Of(members[i], added);
            }
            else
            {
                members.Add(added);
            }
        }

        return members.Count > LargestUnion ? PyType.Unknown : members.Count == 1 ? members[0] : PyType.Union(members.ToImmutable());
    }
}
