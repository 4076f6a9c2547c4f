using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <content>How types are made. Those without elements exist once.</content>
public sealed partial class PyType
{
    /// <summary>Containers inside containers are followed so far; what is inside them is Unknown.</summary>
    private const int DeepestElement = 3;

    /// <summary>How many types exist once.</summary>
    internal const int PlainCount = (int)PyTypeKind.Never + 1;

    private static readonly PyType[] Plain = MakePlain();

    /// <summary>No type is proven.</summary>
    public static PyType Unknown => Plain[(int)PyTypeKind.Unknown];

    internal static PyType Never => Plain[(int)PyTypeKind.Never];

    internal static PyType None => Plain[(int)PyTypeKind.None];

    internal static PyType Bool => Plain[(int)PyTypeKind.Bool];

    internal static PyType Int => Plain[(int)PyTypeKind.Int];

    internal static PyType Float => Plain[(int)PyTypeKind.Float];

    internal static PyType Str => Plain[(int)PyTypeKind.Str];

    internal static PyType Bytes => Plain[(int)PyTypeKind.Bytes];

    /// <summary>The type of this kind about whose elements nothing is known.</summary>
    internal static PyType Of(PyTypeKind kind) => Plain[(int)kind];

    internal static PyType List(PyType element, Node? origin = null) => Container(PyTypeKind.List, element, origin);

    internal static PyType Iterator(PyType element) => Container(PyTypeKind.Iterator, element);

    /// <summary>A container whose elements are all of one type.</summary>
    internal static PyType Container(PyTypeKind kind, PyType element, Node? origin = null) =>
        new(kind, [Limited(element)], origin) { IsVariadic = kind == PyTypeKind.Tuple };

    internal static PyType Dict(PyTypeKind kind, PyType key, PyType value, Node? origin = null) => new(kind, [Limited(key), Limited(value)], origin);

    internal static PyType Tuple(ImmutableArray<PyType> elements, Node? origin = null)
    {
        const int longest = 16;
        if (elements.Length > longest)
        {
            return Container(PyTypeKind.Tuple, TypeJoin.OfAll(elements), origin);
        }

        var limited = elements;
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i].Depth >= DeepestElement)
            {
                limited = limited.SetItem(i, Limited(elements[i]));
            }
        }

        return new PyType(PyTypeKind.Tuple, limited, origin);
    }

    internal static PyType Definition(PyTypeKind kind, Node origin) => new(kind, default, origin);

    /// <summary>An instance of the class or of one derived from it.</summary>
    internal static PyType AtLeast(ClassDef definition) => new(PyTypeKind.Instance, default, definition) { IsExact = false };

    internal static PyType ClassOf(LibraryClass library) => new(PyTypeKind.Class) { Library = library };

    internal static PyType Instance(LibraryClass library, bool isExact = true, Answer isAware = Answer.Unknown) =>
        new(PyTypeKind.Library) { Library = library, IsExact = isExact, IsAware = isAware };

    internal static PyType Union(ImmutableArray<PyType> members) => new(PyTypeKind.Union, members);

    /// <summary>The types that exist once, in the order of their kinds, in an array with room for more.</summary>
    internal static PyType[] CopyPlain(int length)
    {
        var copy = new PyType[length];
        Plain.CopyTo(copy, 0);
        return copy;
    }

    internal PyType WithOrigin(Node? origin) => origin == Origin || (Arguments.IsEmpty && Kind != PyTypeKind.Tuple) ? this : new PyType(Kind, Arguments, origin) { IsVariadic = IsVariadic, Library = Library, IsExact = IsExact, IsAware = IsAware };

    internal PyType WithAwareness(Answer isAware) => Instance(Library!, IsExact, isAware);

    private static PyType Limited(PyType element) => element.Depth < DeepestElement ? element : Trimmed(element, DeepestElement - 1);

    private static PyType Trimmed(PyType type, int depth)
    {
        if (type.Depth <= depth)
        {
            return type;
        }

        if (depth == 0 && type.Kind != PyTypeKind.Union)
        {
            return Of(type.Kind);
        }

        var parts = ImmutableArray.CreateBuilder<PyType>(type.Arguments.Length);
        foreach (var argument in type.Arguments)
        {
            parts.Add(Trimmed(argument, type.Kind == PyTypeKind.Union ? depth : depth - 1));
        }

        return type.Kind == PyTypeKind.Union ? TypeJoin.OfAll(parts.MoveToImmutable()) : new PyType(type.Kind, parts.MoveToImmutable(), type.Origin) { IsVariadic = type.IsVariadic };
    }

    private static PyType[] MakePlain()
    {
        var unknown = new PyType(PyTypeKind.Unknown) { PlainNumber = 1 };
        var plain = new PyType[PlainCount];
        for (var i = 0; i < plain.Length; i++)
        {
            var (kind, number) = ((PyTypeKind)i, (byte)(i + 1));
            plain[i] = kind switch
            {
                PyTypeKind.Unknown => unknown,
                PyTypeKind.Tuple => new PyType(kind, [unknown]) { IsVariadic = true, PlainNumber = number },
                PyTypeKind.Dict or PyTypeKind.DefaultDict or PyTypeKind.Counter or PyTypeKind.OrderedDict => new PyType(kind, [unknown, unknown]) { PlainNumber = number },
                PyTypeKind.List or PyTypeKind.Set or PyTypeKind.FrozenSet or PyTypeKind.Deque or PyTypeKind.Iterator or PyTypeKind.Coroutine or PyTypeKind.DictKeys
                    or PyTypeKind.DictValues or PyTypeKind.DictItems => new PyType(kind, [unknown]) { PlainNumber = number },
                _ => new PyType(kind) { PlainNumber = number },
            };
        }

        return plain;
    }
}
