using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Escapes;

/// <summary>What functions of Python do with an argument: use it up before they return, hand it on in what they return, or keep it.</summary>
internal enum Consumption
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>Not kept.</summary>
    Used,

    /// <summary>Part of the result, or called when the result is iterated.</summary>
    InResult,

    /// <summary>Kept, and called later.</summary>
    Registered,
}

/// <summary>Knows the built-in and standard functions that take functions and iterables (library reference).</summary>
internal static class Consumers
{
    /// <param name="name">The function as <see cref="SemanticModel.KnownName"/> gives it.</param>
    /// <param name="call">The call.</param>
    /// <param name="argument">The argument, or its keyword.</param>
    /// <param name="isHeld">True for a container or closure that holds the value rather than the value itself.</param>
    public static Consumption Of(string name, Call call, Node argument, bool isHeld)
    {
        var isFunction = IsFunctionArgument(name, call, argument);
        var isFirst = call.Args is [var first, ..] && first == argument;
        return name switch
        {
            "functools.reduce" => isFunction ? Consumption.Used : Consumption.InResult,
            "sum" => isFirst ? Consumption.Used : Consumption.InResult,
            "min" or "max" when !isFunction && call.Args.Length > 1 => Consumption.InResult,
            "dict" when argument is Keyword => Consumption.InResult,
            _ => Of(name, isHeld, isFunction),
        };
    }

    private static Consumption Of(string name, bool isHeld, bool isFunction) => name switch
    {
        "len" or "print" or "repr" or "str" or "bool" or "id" or "hash" or "isinstance" or "issubclass" or "callable" or "type" or "hasattr"
            or "any" or "all" or "format" or "ascii" or "int" or "float" or "timeit.timeit" or "timeit.repeat" or "math.prod" or "math.fsum"
            or "statistics.mean" or "json.dumps" or "pprint.pprint" or "inspect.signature" or "bytes" or "range" or "divmod" or "abs" or "round" => Consumption.Used,
        "sorted" or "min" or "max" or "heapq.nlargest" or "heapq.nsmallest" => isFunction || !isHeld ? Consumption.Used : Consumption.InResult,
        "list" or "tuple" or "set" or "frozenset" or "dict" or "collections.deque" or "collections.Counter" or "collections.OrderedDict"
            => isHeld ? Consumption.InResult : Consumption.Used,
        "map" or "filter" or "zip" or "enumerate" or "reversed" or "iter" or "next" or "functools.partial" or "functools.partialmethod" or "functools.wraps"
            or "functools.cmp_to_key" or "collections.defaultdict" or "functools.lru_cache" or "functools.cache" or "copy.copy" or "copy.deepcopy" or "getattr" or "property"
            or "staticmethod" or "classmethod" => Consumption.InResult,
        "threading.Thread" or "threading.Timer" or "multiprocessing.Process" or "atexit.register" or "signal.signal" or "weakref.finalize"
            or "sys.settrace" or "sys.setprofile" => Consumption.Registered,
        _ when name.StartsWith("itertools.", StringComparison.Ordinal) => Consumption.InResult,
        _ => Consumption.Unknown,
    };

    /// <summary>True for the argument that one of these functions calls.</summary>
    private static bool IsFunctionArgument(string name, Call call, Node argument) => argument switch
    {
        Keyword { Name.Text: "key" or "function" or "default_factory" } => true,
        Expr first => name is "map" or "filter" or "functools.reduce" && call.Args[0] == first,
        _ => false,
    };

    /// <summary>What methods of built-in containers do with an argument, whatever the container is; InResult stands for keeping its elements.</summary>
    public static Consumption OfMethod(string name) => name switch
    {
        "append" or "appendleft" or "add" or "insert" or "setdefault" or "put" or "put_nowait" or "push"
            or "add_done_callback" => Consumption.Registered,
        "extend" or "extendleft" or "update" => Consumption.InResult,
        "sort" or "index" or "count" or "remove" or "discard" or "join" or "startswith" or "endswith" or "split" or "format" or "isdisjoint"
            or "issubset" or "issuperset" or "write" or "writelines" => Consumption.Used,
        _ => Consumption.Unknown,
    };
}
