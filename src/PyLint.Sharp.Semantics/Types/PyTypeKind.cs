namespace PyLint.Sharp.Semantics.Types;

/// <summary>The types that the model tells apart. Each is exactly that type, never a subclass, unless <see cref="PyType.IsExact"/> says otherwise.</summary>
public enum PyTypeKind
{
    /// <summary>Not proven to be any of the others.</summary>
    Unknown,

    /// <summary><c>None</c></summary>
    None,

    /// <summary><c>...</c></summary>
    Ellipsis,

    /// <summary><c>bool</c></summary>
    Bool,

    /// <summary><c>int</c>, not <c>bool</c></summary>
    Int,

    /// <summary><c>float</c></summary>
    Float,

    /// <summary><c>complex</c></summary>
    Complex,

    /// <summary><c>str</c></summary>
    Str,

    /// <summary><c>bytes</c></summary>
    Bytes,

    /// <summary><c>bytearray</c></summary>
    ByteArray,

    /// <summary><c>range</c></summary>
    Range,

    /// <summary><c>slice</c></summary>
    Slice,

    /// <summary><c>list</c></summary>
    List,

    /// <summary><c>tuple</c></summary>
    Tuple,

    /// <summary><c>dict</c></summary>
    Dict,

    /// <summary><c>set</c></summary>
    Set,

    /// <summary><c>frozenset</c></summary>
    FrozenSet,

    /// <summary><c>array.array</c></summary>
    Array,

    /// <summary><c>collections.deque</c></summary>
    Deque,

    /// <summary><c>collections.defaultdict</c></summary>
    DefaultDict,

    /// <summary><c>collections.Counter</c></summary>
    Counter,

    /// <summary><c>collections.OrderedDict</c></summary>
    OrderedDict,

    /// <summary>A generator, or what <c>map</c>, <c>zip</c>, <c>reversed</c>, … give: can be iterated once.</summary>
    Iterator,

    /// <summary>What calling an <c>async def</c> gives; its one argument is the type of what awaiting it gives.</summary>
    Coroutine,

    /// <summary>What <c>open</c> gives.</summary>
    File,

    /// <summary>A t-string.</summary>
    Template,

    /// <summary>A function of the file, not decorated, or a lambda.</summary>
    Function,

    /// <summary>A class: of the file, not decorated, or built-in.</summary>
    Class,

    /// <summary>A module.</summary>
    Module,

    /// <summary>An instance of a class of the file.</summary>
    Instance,

    /// <summary>An instance of a class of the standard library that has no kind of its own.</summary>
    Library,

    /// <summary>What <c>dict.keys</c> gives.</summary>
    DictKeys,

    /// <summary>What <c>dict.values</c> gives.</summary>
    DictValues,

    /// <summary>What <c>dict.items</c> gives.</summary>
    DictItems,

    /// <summary>One of several types.</summary>
    Union,

    /// <summary>No value at all: the elements of an empty list.</summary>
    Never,
}
