using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>The methods of Python's own containers that change the object they are called on (library reference, "Built-in Types").</summary>
internal static class InPlaceMethods
{
    /// <summary>True when values of the type can be changed in place.</summary>
    public static bool IsMutable(PyTypeKind type) => type
        is PyTypeKind.List or PyTypeKind.Dict or PyTypeKind.Set or PyTypeKind.ByteArray or PyTypeKind.Array or PyTypeKind.Deque
        or PyTypeKind.DefaultDict or PyTypeKind.Counter or PyTypeKind.OrderedDict;

    /// <summary>The kind of a value: that of a display is seen without the model, also where code can't be reached.</summary>
    public static PyTypeKind KindOf(Expr value, SemanticModel model) => value switch
    {
        List or ListComp => PyTypeKind.List,
        Dict or DictComp => PyTypeKind.Dict,
        Set or SetComp => PyTypeKind.Set,
        Constant => PyTypeKind.Unknown,
        _ => model.TypeOf(value).Kind,
    };

    /// <summary>The name that Python has for a kind of mutable container.</summary>
    public static string NameOf(PyTypeKind type) => type switch
    {
        PyTypeKind.DefaultDict => "defaultdict",
        PyTypeKind.OrderedDict => "OrderedDict",
        PyTypeKind.Counter => "Counter",
        PyTypeKind.Array => "array.array",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>True when a call of the method changes a value of the type.</summary>
    public static bool Change(PyTypeKind type, string method) => type switch
    {
        PyTypeKind.List or PyTypeKind.ByteArray => IsOfList(method),
        PyTypeKind.Array => IsOfList(method) || method is "byteswap" or "frombytes" or "fromfile" or "fromlist" or "fromunicode",
        PyTypeKind.Deque => IsOfList(method) || method is "appendleft" or "extendleft" or "popleft" or "rotate",
        PyTypeKind.Set => method is "add" or "update" or "remove" or "discard" or "pop" or "clear"
            or "difference_update" or "intersection_update" or "symmetric_difference_update",
        PyTypeKind.Dict or PyTypeKind.DefaultDict or PyTypeKind.Counter or PyTypeKind.OrderedDict =>
            method is "update" or "setdefault" or "pop" or "popitem" or "clear" or "move_to_end" or "subtract",
        _ => false,
    };

    /// <summary>True when a method changes a value of the type and returns <c>None</c>, so that nobody takes it for a new value.</summary>
    public static bool ReturnsNone(PyTypeKind type, string method) =>
        Change(type, method) && method is not ("pop" or "popleft" or "popitem" or "setdefault");

    /// <summary>The names of all such methods.</summary>
    public static ReadOnlySpan<string> ReturningNone => (string[])
    [
        "append", "extend", "insert", "remove", "clear", "sort", "reverse", "add", "update", "discard",
        "appendleft", "extendleft", "rotate", "difference_update", "intersection_update", "symmetric_difference_update",
        "move_to_end", "subtract", "byteswap", "frombytes", "fromfile", "fromlist", "fromunicode",
    ];

    private static bool IsOfList(string method) =>
        method is "append" or "extend" or "insert" or "remove" or "pop" or "clear" or "sort" or "reverse";
}
