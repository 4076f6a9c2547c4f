using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>
/// What calls of built-ins and of the standard library return, where it depends on the arguments; the rest is data (LibraryReturns.txt).
/// </summary>
internal static class BuiltinCalls
{
    /// <param name="name">The function or class.</param>
    /// <param name="call">The call.</param>
    /// <param name="arguments">The types of the positional arguments; none when one of them is starred.</param>
    /// <returns>Null where the tables know as much.</returns>
    public static PyType? Of(string name, Call call, ReadOnlySpan<PyType> arguments)
    {
        var first = arguments.IsEmpty ? PyType.Unknown : arguments[0];
        var element = arguments.Length == 1 ? ElementTypes.Iterated(first) : PyType.Unknown;
        var isPlain = call.Keywords.IsEmpty && arguments.Length == call.Args.Length;
        switch (name)
        {
            case "list" or "set" or "frozenset" or "tuple" when isPlain && arguments.IsEmpty:
                return name == "tuple" ? PyType.Tuple([]) : PyType.Container(TypeNotation.KindOf(name), PyType.Never, call);
            case "list" or "set" or "frozenset":
                return PyType.Container(TypeNotation.KindOf(name), isPlain ? name == "list" ? element : ElementTypes.Hashed(element) : PyType.Unknown, call);
            case "tuple":
                return isPlain && first.Kind == PyTypeKind.Tuple ? first : PyType.Container(PyTypeKind.Tuple, isPlain ? element : PyType.Unknown);
            case "sorted":
                return PyType.List(element, call);
            case "dict" when isPlain:
                return arguments.IsEmpty ? PyType.Dict(PyTypeKind.Dict, PyType.Never, PyType.Never, call) : OfDict(first, call);
            case "collections.deque":
                return PyType.Container(PyTypeKind.Deque, isPlain && arguments.IsEmpty ? PyType.Never : element, call);
            case "reversed" or "iter" or "filter" or "zip" or "enumerate" or "map":
                return OfIterator(name, call, arguments, isPlain);
            case "sum":
                return isPlain && element.Kind is PyTypeKind.Int or PyTypeKind.Bool ? PyType.Int
                    : isPlain && element.Kind == PyTypeKind.Float ? TypeJoin.Of(PyType.Int, PyType.Float) : PyType.Unknown;
            case "min" or "max":
                return OfExtreme(call, arguments, element);
            case "abs" when isPlain:
                return first.Kind is PyTypeKind.Int or PyTypeKind.Bool ? PyType.Int : first.Kind is PyTypeKind.Float or PyTypeKind.Complex ? PyType.Float : PyType.Unknown;
            case "round" when isPlain:
                return OfRound(arguments, call);
            case "divmod" when arguments.Length == 2:
                return arguments[0].Kind == PyTypeKind.Int && arguments[1].Kind == PyTypeKind.Int ? PyType.Tuple([PyType.Int, PyType.Int]) : PyType.Unknown;
            case "next" when isPlain && arguments.Length is 1 or 2:
                var next = ElementTypes.Present(first.Kind == PyTypeKind.Iterator ? first.Arguments[0] : PyType.Unknown);
                return arguments.Length == 1 ? next : TypeJoin.Of(next, arguments[1]);
            case "copy.copy" or "copy.deepcopy" when first.Kind is PyTypeKind.Instance or PyTypeKind.Union:
                return PyType.Unknown;
            case "asyncio.run" when !arguments.IsEmpty && first.Kind == PyTypeKind.Coroutine:
                return first.Arguments[0];
            case "copy.copy" when isPlain && arguments.Length == 1:
                return TypeJoin.WithoutInnerElements(first).WithOrigin(null);
            case "copy.deepcopy" when isPlain && arguments.Length == 1:
                return first.WithOrigin(null);
            case "open" or "io.open":
                return new PyType(PyTypeKind.File, default, call);
            case "collections.namedtuple":
                return new PyType(PyTypeKind.Class, default, call);
            case "math.floor" or "math.ceil" or "math.trunc" when isPlain && first.Kind is PyTypeKind.Int or PyTypeKind.Float:
                return PyType.Int;
            case "random.choice" when first.Kind is PyTypeKind.List or PyTypeKind.Tuple or PyTypeKind.Str or PyTypeKind.Range:
                return ElementTypes.Present(ElementTypes.Iterated(first));
        }

        return DatetimeCalls.Of(name, call);
    }

    /// <summary>What the tables say of a function or class.</summary>
    public static PyType OfLibrary(LibraryMember? member, ReadOnlySpan<PyType> arguments)
    {
        if (member is null)
        {
            return PyType.Unknown;
        }

        if (member.TypeOfCalls is { } known)
        {
            return known;
        }

        if (member.Returns is { } returns && returns.Contains(nameof(AnyStr), StringComparison.Ordinal))
        {
            return TypeNotation.Parse(returns, AnyStr(arguments));
        }

        var type = member.Returns != null ? TypeNotation.Parse(member.Returns, PyType.Unknown)
            : member.AsClass is { IsAbstract: false } made ? OfConstruction(made) : PyType.Unknown;
        member.TypeOfCalls = type;
        return type;
    }

    /// <summary>What a call of a class makes; a few classes make instances of others.</summary>
    private static PyType OfConstruction(LibraryClass made)
    {
        var name = made.QualifiedName;
        if (TypeNotation.KindOf(name) is var kind and not PyTypeKind.Unknown)
        {
            return PyType.Of(kind);
        }

        if (made.IsException)
        {
            // OSError(2, "") is a FileNotFoundError, BaseExceptionGroup("", [ValueError()]) an ExceptionGroup.
            return PyType.Instance(made, isExact: name is not ("OSError" or "BaseExceptionGroup"));
        }

        var module = name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : "builtins";
        return module is "datetime" or "decimal" or "fractions" or "pathlib" or "random" or "queue" or "string" or "threading" || name is "object" or "uuid.UUID"
            ? PyType.Instance(made, isExact: module != "pathlib")
            : PyType.Unknown;
    }

    private static PyType AnyStr(ReadOnlySpan<PyType> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Kind == PyTypeKind.Bytes)
            {
                return PyType.Bytes;
            }
        }

        return !arguments.IsEmpty && (arguments[0].Kind == PyTypeKind.Str || arguments[0].Library?.QualifiedName == "pathlib.Path")
            ? PyType.Str
            : TypeJoin.Of(PyType.Str, PyType.Bytes);
    }

    private static PyType OfDict(PyType source, Call call)
    {
        if (source.Kind == PyTypeKind.Dict)
        {
            return source.WithOrigin(call);
        }

        return ElementTypes.Iterated(source) is { Kind: PyTypeKind.Tuple, IsVariadic: false, Arguments: [var key, var value] }
            ? PyType.Dict(PyTypeKind.Dict, ElementTypes.Hashed(key), value, call)
            : PyType.Of(PyTypeKind.Dict).WithOrigin(call);
    }

    private static PyType OfIterator(string name, Call call, ReadOnlySpan<PyType> arguments, bool isPlain)
    {
        var element = PyType.Unknown;
        if (isPlain && !arguments.IsEmpty)
        {
            var first = ElementTypes.Iterated(arguments[0]);
            element = name switch
            {
                "reversed" or "iter" when arguments.Length == 1 => first,
                "enumerate" => PyType.Tuple([PyType.Int, first]),
                "filter" when arguments.Length == 2 => ElementTypes.Iterated(arguments[1]),
                "zip" => OfZip(arguments),
                "map" => OfMapped(call),
                _ => PyType.Unknown,
            };
        }

        return name == "iter" && element.IsUnknown ? PyType.Unknown : PyType.Iterator(element);
    }

    private static PyType OfZip(ReadOnlySpan<PyType> arguments)
    {
        var parts = new PyType[arguments.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = ElementTypes.Iterated(arguments[i]);
        }

        return PyType.Tuple([.. parts]);
    }

    private static PyType OfMapped(Call call) => call.Args[0] is Name { Id: "int" or "str" or "float" or "bool" or "len" or "repr" or "ord" or "chr" or "hex" or "bin" } name
        ? call.Args.Length == 2 ? OfMapped(name.Id) : PyType.Unknown
        : PyType.Unknown;

    private static PyType OfMapped(string function) => function switch
    {
        "int" or "len" or "ord" => PyType.Int,
        "float" => PyType.Float,
        "bool" => PyType.Bool,
        _ => PyType.Str,
    };

    private static PyType OfExtreme(Call call, ReadOnlySpan<PyType> arguments, PyType element)
    {
        var result = element;
        if (arguments.Length > 1)
        {
            result = PyType.Never;
            foreach (var argument in arguments)
            {
                result = TypeJoin.Of(result, argument);
            }
        }

        foreach (var keyword in call.Keywords)
        {
            if (keyword.Name?.Text != "key")
            {
                return PyType.Unknown;
            }
        }

        return arguments.Length == call.Args.Length ? TypeJoin.WithoutElements(ElementTypes.Present(result)).WithOrigin(null) : PyType.Unknown;
    }

    private static PyType OfRound(ReadOnlySpan<PyType> arguments, Call call)
    {
        var isNumber = !arguments.IsEmpty && arguments[0].Kind is PyTypeKind.Int or PyTypeKind.Float or PyTypeKind.Bool;
        return arguments.Length switch
        {
            1 when isNumber => PyType.Int,
            2 when isNumber && call.Args[1] is Constant { Value: System.Numerics.BigInteger } => arguments[0].Kind == PyTypeKind.Bool ? PyType.Int : arguments[0],
            _ => PyType.Unknown,
        };
    }
}
