using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>
/// The types that simple annotations of parameters declare: built-in types, their elements, unions. An <c>int</c> may be a <c>bool</c>,
/// and a <c>float</c> also an <c>int</c> (PEP 484, "The numeric tower").
/// </summary>
internal static class AnnotationTypes
{
    private const int Deepest = 8;

    public static PyType Of(SemanticModel model, Expr annotation, int depth = 0) => annotation switch
    {
        _ when depth == Deepest => PyType.Unknown,
        Constant { Value: null } => PyType.None,
        BinOp { Op: BinaryOperator.BitOr } union => TypeJoin.Of(Of(model, union.Left, depth + 1), Of(model, union.Right, depth + 1)),
        Subscript subscript => OfSubscript(model, subscript, depth),
        Name or Attribute => OfName(model.KnownName(annotation)),
        _ => PyType.Unknown,
    };

    private static PyType OfName(string? name) => name switch
    {
        "int" => TypeJoin.Of(PyType.Int, PyType.Bool),
        "float" => TypeJoin.Of(TypeJoin.Of(PyType.Float, PyType.Int), PyType.Bool),
        "bool" or "str" or "bytes" or "bytearray" or "list" or "dict" or "set" or "frozenset" or "tuple" => TypeNotation.Named(name),
        "typing.List" or "typing.Dict" or "typing.Set" or "typing.FrozenSet" or "typing.Tuple" => TypeNotation.Named(Lower(name)),
        "collections.deque" or "collections.Counter" or "collections.OrderedDict" or "collections.defaultdict" => TypeNotation.Named(name),
        _ => PyType.Unknown,
    };

    private static PyType OfSubscript(SemanticModel model, Subscript subscript, int depth)
    {
        var name = model.KnownName(subscript.Value);
        if (name == "typing.Optional")
        {
            return TypeJoin.Of(Of(model, subscript.Slice, depth + 1), PyType.None);
        }

        var parts = subscript.Slice is Tuple tuple ? tuple.Elts : [subscript.Slice];
        if (name == "typing.Union")
        {
            var union = PyType.Never;
            foreach (var part in parts)
            {
                union = TypeJoin.Of(union, Of(model, part, depth + 1));
            }

            return union;
        }

        var container = OfName(name);
        return container.Kind switch
        {
            PyTypeKind.Tuple when parts is [var element, Constant { Value: Ellipsis }] => PyType.Container(PyTypeKind.Tuple, Of(model, element, depth + 1)),
            PyTypeKind.Tuple => PyType.Tuple(All(model, parts, depth)),
            _ when container.Arguments.Length != parts.Length => container,
            _ when parts.Length == 2 => PyType.Dict(container.Kind, Of(model, parts[0], depth + 1), Of(model, parts[1], depth + 1)),
            _ => PyType.Container(container.Kind, Of(model, parts[0], depth + 1)),
        };
    }

    private static ImmutableArray<PyType> All(SemanticModel model, ImmutableArray<Expr> parts, int depth)
    {
        var all = ImmutableArray.CreateBuilder<PyType>(parts.Length);
        foreach (var part in parts)
        {
            all.Add(Of(model, part, depth + 1));
        }

        return all.MoveToImmutable();
    }

    private static string Lower(string name) => name["typing.".Length..].ToLowerInvariant();
}
