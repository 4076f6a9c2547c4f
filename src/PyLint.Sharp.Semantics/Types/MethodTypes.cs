using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>What methods of values of proven types return.</summary>
internal static class MethodTypes
{
    /// <summary>The classes in the table, by kind, as far as they were asked for.</summary>
    private static readonly LibraryClass?[] Owners = new LibraryClass?[(int)PyTypeKind.Never + 1];

    public static PyType Of(PyType receiver, string method, Call call, ReadOnlySpan<PyType> arguments)
    {
        var result = PyType.Never;
        foreach (var member in TypeJoin.Members(receiver))
        {
            result = TypeJoin.Of(result, OfOne(member, method, call, arguments));
        }

        return result;
    }

    private static PyType OfOne(PyType receiver, string method, Call call, ReadOnlySpan<PyType> arguments) => receiver.Kind switch
    {
        PyTypeKind.List or PyTypeKind.Deque => OfSequence(receiver, method) ?? OfTable(receiver, method, arguments),
        PyTypeKind.Dict or PyTypeKind.OrderedDict or PyTypeKind.DefaultDict or PyTypeKind.Counter =>
            OfDict(receiver, method, call, arguments) ?? OfTable(receiver, method, arguments),
        PyTypeKind.Set or PyTypeKind.FrozenSet => OfSet(receiver, method, arguments) ?? OfTable(receiver, method, arguments),
        PyTypeKind.File => OfFile(method),
        PyTypeKind.Library => DatetimeCalls.OfMethod(receiver, method, call) ?? OfLibrary(receiver.Library!, method, arguments),
        _ => OfTable(receiver, method, arguments),
    };

    private static PyType OfTable(PyType receiver, string method, ReadOnlySpan<PyType> arguments)
    {
        var kind = (int)receiver.Kind;
        return BuiltinCalls.OfLibrary((Owners[kind] ??= FindOwner(receiver))?.FindMember(method), arguments);
    }

    private static LibraryClass? FindOwner(PyType receiver) => receiver.Kind switch
    {
        PyTypeKind.Deque or PyTypeKind.DefaultDict or PyTypeKind.Counter or PyTypeKind.OrderedDict => StandardLibrary.FindClass($"collections.{receiver.Name}"),
        > PyTypeKind.Ellipsis and <= PyTypeKind.FrozenSet => StandardLibrary.FindClass(receiver.Name!),
        _ => null,
    };

    /// <summary>A method that the class inherits stands in the table under the class that defines it.</summary>
    private static PyType OfLibrary(LibraryClass owner, string method, ReadOnlySpan<PyType> arguments) =>
        BuiltinCalls.OfLibrary(owner.FindMember(method), arguments);

    private static PyType? OfSequence(PyType receiver, string method) => method switch
    {
        "copy" => receiver.WithOrigin(null),
        "pop" or "popleft" => ElementTypes.Present(receiver.Arguments[0]),
        _ => null,
    };

    private static PyType? OfDict(PyType receiver, string method, Call call, ReadOnlySpan<PyType> arguments)
    {
        var (key, value) = (receiver.Arguments[0], receiver.Arguments[1]);
        var isPlain = call.Keywords.IsEmpty && arguments.Length == call.Args.Length;
        switch (method)
        {
            case "copy":
                return receiver.WithOrigin(null);
            case "keys":
                return PyType.Container(PyTypeKind.DictKeys, key);
            case "values":
                return PyType.Container(PyTypeKind.DictValues, value);
            case "items":
                return PyType.Container(PyTypeKind.DictItems, PyType.Tuple([key, value]));
            case "popitem":
                return PyType.Tuple([ElementTypes.Present(key), ElementTypes.Present(value)]);
            case "get" when isPlain && arguments.Length is 1 or 2:
                return TypeJoin.Of(value, arguments.Length == 1 ? PyType.None : arguments[1]);
            case "setdefault" when isPlain && arguments.Length is 1 or 2:
                return TypeJoin.WithoutElements(TypeJoin.Of(value, arguments.Length == 1 ? PyType.None : arguments[1]));
            case "pop" when isPlain && receiver.Kind == PyTypeKind.Dict && arguments.Length is 1 or 2:
                return ElementTypes.Present(arguments.Length == 1 ? value : TypeJoin.Of(value, arguments[1]));
            case "most_common":
                return PyType.List(PyType.Tuple([key, value]));
            case "elements":
                return PyType.Iterator(key);
            default:
                return null;
        }
    }

    private static PyType? OfSet(PyType receiver, string method, ReadOnlySpan<PyType> arguments)
    {
        switch (method)
        {
            case "copy" or "difference":
                return receiver.WithOrigin(null);
            case "union" or "symmetric_difference" or "intersection":
                var element = receiver.Arguments[0];
                foreach (var argument in arguments)
                {
                    element = TypeJoin.Of(element, ElementTypes.Iterated(argument));
                }

                return PyType.Container(receiver.Kind, arguments.IsEmpty ? PyType.Unknown : element);
            case "pop":
                return ElementTypes.Present(receiver.Arguments[0]);
            default:
                return null;
        }
    }

    private static PyType OfFile(string method) => method switch
    {
        "readlines" => PyType.Of(PyTypeKind.List),
        "isatty" or "readable" or "seekable" or "writable" => PyType.Bool,
        "close" or "flush" or "writelines" => PyType.None,
        "fileno" => PyType.Int,
        _ => PyType.Unknown,
    };
}
