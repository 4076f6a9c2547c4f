namespace PyLint.Sharp.Semantics.Binding;

/// <summary>How a name comes to be bound (Python reference, 4.2.1 "Binding of names").</summary>
public enum BindingKind
{
    /// <summary><c>name = value</c>, also through a tuple or a chain of targets.</summary>
    Assignment,

    /// <summary><c>name += value</c></summary>
    AugmentedAssignment,

    /// <summary><c>name: T = value</c></summary>
    AnnotatedAssignment,

    /// <summary><c>name: T</c>, which makes the name local and gives it no value.</summary>
    Annotation,

    /// <summary>The target of a <c>for</c> statement.</summary>
    For,

    /// <summary><c>with … as name</c></summary>
    With,

    /// <summary><c>except … as name</c>; the name is deleted again when the handler ends.</summary>
    ExceptHandler,

    /// <summary><c>name := value</c></summary>
    NamedExpr,

    /// <summary>The target of a <c>for</c> inside a comprehension.</summary>
    Comprehension,

    /// <summary>A parameter of a function or lambda.</summary>
    Parameter,

    /// <summary>A <c>def</c> or <c>async def</c>.</summary>
    Function,

    /// <summary>A <c>class</c>.</summary>
    Class,

    /// <summary><c>import name</c>, <c>import a.b as name</c></summary>
    Import,

    /// <summary><c>from module import name</c></summary>
    ImportFrom,

    /// <summary>A capture of a pattern.</summary>
    MatchCapture,

    /// <summary><c>del name</c>, which makes the name local and takes its value away.</summary>
    Delete,

    /// <summary>A type parameter (PEP 695).</summary>
    TypeParameter,

    /// <summary><c>type name = value</c></summary>
    TypeAlias,

    /// <summary>The <c>__class__</c> that every method of a class can read, and its like.</summary>
    ClassCell,
}
