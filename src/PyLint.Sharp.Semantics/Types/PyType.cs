using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>The proven type of an expression.</summary>
/// <param name="Kind">Which type.</param>
/// <param name="Origin">
/// What proves it, where that tells more: the display, comprehension, call or literal that makes the object, the <c>def</c> of a
/// function, the <c>class</c> of a class or an instance. The elements of a tuple are those of its display; a list's may have
/// changed since.
/// </param>
public readonly record struct PyType(PyTypeKind Kind, Node? Origin = null)
{
    /// <summary>No type is proven.</summary>
    public static PyType Unknown => default;

    /// <summary>True when no type is proven.</summary>
    public bool IsUnknown => Kind == PyTypeKind.Unknown;

    /// <summary>True for <c>bool</c>, <c>int</c>, <c>float</c> and <c>complex</c>.</summary>
    public bool IsNumber => Kind is PyTypeKind.Bool or PyTypeKind.Int or PyTypeKind.Float or PyTypeKind.Complex;

    /// <summary>True for <c>dict</c> and its subclasses in <c>collections</c>.</summary>
    public bool IsDict => Kind is PyTypeKind.Dict or PyTypeKind.DefaultDict or PyTypeKind.Counter or PyTypeKind.OrderedDict;

    /// <summary>The type's name as Python shows it; null for an unknown type.</summary>
    public string? Name => Kind switch
    {
        PyTypeKind.Unknown => null,
        PyTypeKind.None => "None",
        PyTypeKind.Ellipsis => "ellipsis",
        PyTypeKind.Array => "array.array",
        PyTypeKind.DefaultDict => "defaultdict",
        PyTypeKind.Counter => "Counter",
        PyTypeKind.OrderedDict => "OrderedDict",
        PyTypeKind.Class => "type",
        PyTypeKind.Template => "Template",
        PyTypeKind.Instance => (Origin as ClassDef)?.Name.Text ?? "object",
        _ => Lower(Kind),
    };

    private static string Lower(PyTypeKind kind) => kind.ToString().ToLowerInvariant();
}
