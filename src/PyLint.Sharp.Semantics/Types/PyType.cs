using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>The proven type of an expression. Immutable; equal when the types are equal, whatever proves them.</summary>
public sealed partial class PyType : IEquatable<PyType>
{
    internal PyType(PyTypeKind kind, ImmutableArray<PyType> arguments = default, Node? origin = null)
    {
        Kind = kind;
        Origin = origin;
        Arguments = arguments.IsDefault ? [] : arguments;
        foreach (var argument in Arguments)
        {
            Depth = Math.Max(Depth, kind == PyTypeKind.Union ? argument.Depth : argument.Depth + 1);
        }
    }

    /// <summary>Which type.</summary>
    public PyTypeKind Kind { get; }

    /// <summary>
    /// What proves it, where that tells more: of a container the display, comprehension or literal that makes the object, the <c>def</c> of a
    /// function, the <c>class</c> of a class or an instance. The elements of a tuple are those of its display; a list's may have
    /// changed since.
    /// </summary>
    public Node? Origin { get; private init; }

    /// <summary>
    /// The types of the elements: of a dict those of keys and values, of a tuple one for each element unless <see cref="IsVariadic"/>, of
    /// a union its members, of any other container one. Empty for all else.
    /// </summary>
    public ImmutableArray<PyType> Arguments { get; }

    /// <summary>True for a tuple of unknown length, whose one argument is the type of all its elements.</summary>
    public bool IsVariadic { get; private init; }

    /// <summary>The class of the standard library that the object is an instance of, or that a <see cref="PyTypeKind.Class"/> is.</summary>
    public LibraryClass? Library { get; private init; }

    /// <summary>False when the object may be an instance of a subclass: of <see cref="Library"/>, or of the class of the file.</summary>
    public bool IsExact { get; private init; } = true;

    /// <summary>Whether a <c>datetime.datetime</c> knows its time zone: No for a naive one.</summary>
    public Answer IsAware { get; private init; }

    /// <summary>True when no type is proven.</summary>
    public bool IsUnknown => Kind == PyTypeKind.Unknown;

    /// <summary>True for <c>bool</c>, <c>int</c>, <c>float</c> and <c>complex</c>.</summary>
    public bool IsNumber => Kind is PyTypeKind.Bool or PyTypeKind.Int or PyTypeKind.Float or PyTypeKind.Complex;

    /// <summary>True for <c>dict</c> and its subclasses in <c>collections</c>.</summary>
    public bool IsDict => Kind is PyTypeKind.Dict or PyTypeKind.DefaultDict or PyTypeKind.Counter or PyTypeKind.OrderedDict;

    /// <summary>The type's name as Python shows it, without its elements; null for an unknown type and for a union.</summary>
    public string? Name => Kind switch
    {
        PyTypeKind.None => "None",
        PyTypeKind.Ellipsis => "ellipsis",
        PyTypeKind.Bool => "bool",
        PyTypeKind.Int => "int",
        PyTypeKind.Float => "float",
        PyTypeKind.Complex => "complex",
        PyTypeKind.Str => "str",
        PyTypeKind.Bytes => "bytes",
        PyTypeKind.ByteArray => "bytearray",
        PyTypeKind.Range => "range",
        PyTypeKind.Slice => "slice",
        PyTypeKind.List => "list",
        PyTypeKind.Tuple => "tuple",
        PyTypeKind.Dict => "dict",
        PyTypeKind.Set => "set",
        PyTypeKind.FrozenSet => "frozenset",
        PyTypeKind.Array => "array.array",
        PyTypeKind.Deque => "deque",
        PyTypeKind.DefaultDict => "defaultdict",
        PyTypeKind.Counter => "Counter",
        PyTypeKind.OrderedDict => "OrderedDict",
        PyTypeKind.Iterator => "Iterator",
        PyTypeKind.Coroutine => "coroutine",
        PyTypeKind.File => "file",
        PyTypeKind.Template => "Template",
        PyTypeKind.Function => "function",
        PyTypeKind.Class => "type",
        PyTypeKind.Module => "module",
        PyTypeKind.DictKeys => "dict_keys",
        PyTypeKind.DictValues => "dict_values",
        PyTypeKind.DictItems => "dict_items",
        PyTypeKind.Library => Library!.QualifiedName[(Library.QualifiedName.LastIndexOf('.') + 1)..],
        PyTypeKind.Instance => (Origin as ClassDef)?.Name.Text ?? "object",
        _ => null,
    };

    /// <summary>The place of its kind counted from 1, for the one type that <see cref="Of"/> gives; else 0.</summary>
    internal byte PlainNumber { get; private init; }

    /// <summary>How deep containers stand inside each other.</summary>
    internal int Depth { get; }

    /// <summary>True for containers whose elements can be replaced or added to.</summary>
    internal bool IsMutableContainer => IsDict
        || Kind is PyTypeKind.List or PyTypeKind.Set or PyTypeKind.Deque or PyTypeKind.Array or PyTypeKind.DictKeys or PyTypeKind.DictValues or PyTypeKind.DictItems;

    private bool IsDefinition => Kind is PyTypeKind.Function or PyTypeKind.Class or PyTypeKind.Instance or PyTypeKind.Module;

    /// <inheritdoc/>
    public bool Equals(PyType? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || Kind != other.Kind || IsVariadic != other.IsVariadic || Arguments.Length != other.Arguments.Length
            || Library != other.Library || IsExact != other.IsExact || IsAware != other.IsAware || (IsDefinition && Origin != other.Origin))
        {
            return false;
        }

        for (var i = 0; i < Arguments.Length; i++)
        {
            if (!Arguments[i].Equals(other.Arguments[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PyType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Arguments.Length, Library);

    /// <summary>Python's own notation: <c>list[int] | None</c>; <c>Unknown</c> and <c>Never</c> have no name in Python.</summary>
    public override string ToString()
    {
        switch (Kind)
        {
            case PyTypeKind.Unknown or PyTypeKind.Never:
                return Kind.ToString();
            case PyTypeKind.Union:
                return string.Join(" | ", Arguments);
            case PyTypeKind.Class:
                return $"type[{(Origin as ClassDef)?.Name.Text ?? Library?.QualifiedName ?? (Origin as Name)?.Id ?? "object"}]";
            case PyTypeKind.Library when Library!.QualifiedName == "datetime.datetime":
                return IsAware switch { Answer.Yes => "datetime (aware)", Answer.No => "datetime (naive)", _ => "datetime" };
            case PyTypeKind.Tuple when !IsVariadic && Arguments.IsEmpty:
                return "tuple[()]";
        }

        var isPlain = Arguments.IsEmpty || Arguments is [{ IsUnknown: true }] or [{ IsUnknown: true }, { IsUnknown: true }] && (Kind != PyTypeKind.Tuple || IsVariadic);
        return isPlain ? Name! : $"{Name}[{string.Join(", ", Arguments)}{(IsVariadic ? ", ..." : "")}]";
    }
}
