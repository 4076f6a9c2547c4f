namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// The kinds of namespaces. The last four are Python's annotation scopes: like functions, except that one directly inside a class
/// sees the names of the class (Python reference, 4.2.2 "Annotation scopes").
/// </summary>
public enum ScopeKind
{
    /// <summary>The file.</summary>
    Module,

    /// <summary>The body of a class. Its names are invisible to the functions inside.</summary>
    Class,

    /// <summary>A <c>def</c> or <c>async def</c>.</summary>
    Function,

    /// <summary>A <c>lambda</c>.</summary>
    Lambda,

    /// <summary>A list, set or dict comprehension or a generator expression, without its first iterable.</summary>
    Comprehension,

    /// <summary>The type parameters of a function, class or type alias (PEP 695).</summary>
    TypeParameters,

    /// <summary>The bound or the default of one type parameter.</summary>
    TypeVariable,

    /// <summary>The value of a <c>type</c> statement.</summary>
    TypeAlias,

    /// <summary>The annotations of one function, or of the variables of one module, class or function body (PEP 649).</summary>
    Annotation,
}
