using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Knowledge;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>Reads types as the table of returns writes them: <c>list[str]</c>, <c>re.Match | None</c>.</summary>
internal static class TypeNotation
{
    /// <param name="text">The type.</param>
    /// <param name="anyStr">What <c>AnyStr</c> stands for.</param>
    public static PyType Parse(string text, PyType anyStr)
    {
        var position = 0;
        return Union(text, ref position, anyStr);
    }

    /// <summary>The type of the instances of a built-in class or one of the library.</summary>
    public static PyType Named(string name)
    {
        if (KindOf(name) is var kind and not PyTypeKind.Unknown)
        {
            return PyType.Of(kind);
        }

        // A call of Path makes a PosixPath or WindowsPath.
        return StandardLibrary.FindClass(name) is { } found ? PyType.Instance(found, isExact: found.QualifiedName != "pathlib.Path") : PyType.Unknown;
    }

    public static PyTypeKind KindOf(string name) => name switch
    {
        "None" => PyTypeKind.None,
        "bool" => PyTypeKind.Bool,
        "int" => PyTypeKind.Int,
        "float" => PyTypeKind.Float,
        "complex" => PyTypeKind.Complex,
        "str" => PyTypeKind.Str,
        "bytes" => PyTypeKind.Bytes,
        "bytearray" => PyTypeKind.ByteArray,
        "range" => PyTypeKind.Range,
        "slice" => PyTypeKind.Slice,
        "list" => PyTypeKind.List,
        "tuple" => PyTypeKind.Tuple,
        "dict" => PyTypeKind.Dict,
        "set" => PyTypeKind.Set,
        "frozenset" => PyTypeKind.FrozenSet,
        "array.array" => PyTypeKind.Array,
        "collections.deque" => PyTypeKind.Deque,
        "collections.defaultdict" => PyTypeKind.DefaultDict,
        "collections.Counter" => PyTypeKind.Counter,
        "collections.OrderedDict" => PyTypeKind.OrderedDict,
        "enumerate" or "zip" or "map" or "filter" or "reversed" => PyTypeKind.Iterator,
        _ => PyTypeKind.Unknown,
    };

    private static PyType Union(string text, ref int position, PyType anyStr)
    {
        var result = One(text, ref position, anyStr);
        while (position + 2 < text.Length && text[position + 1] == '|')
        {
            position += 3;
            result = TypeJoin.Of(result, One(text, ref position, anyStr));
        }

        return result;
    }

    private static PyType One(string text, ref int position, PyType anyStr)
    {
        var start = position;
        while (position < text.Length && text[position] is not ('[' or ']' or ',' or ' '))
        {
            position++;
        }

        var name = text[start..position];
        if (position == text.Length || text[position] != '[')
        {
            return name == "AnyStr" ? anyStr : Named(name);
        }

        var arguments = ImmutableArray.CreateBuilder<PyType>();
        do
        {
            position++;
            position += text[position] == ' ' ? 1 : 0;
            arguments.Add(Union(text, ref position, anyStr));
        }
        while (text[position] == ',');

        position++;
        return KindOf(name) == PyTypeKind.Tuple ? PyType.Tuple(arguments.ToImmutable())
            : arguments.Count == 2 ? PyType.Dict(KindOf(name), arguments[0], arguments[1])
            : PyType.Container(KindOf(name), arguments[0]);
    }
}
