namespace PyLint.Sharp.Semantics.Binding;

/// <summary>What one scope does with one name: the flags of CPython's symbol table.</summary>
[Flags]
public enum NameUses : ushort
{
    /// <summary>Nothing: the name only passes through to a scope inside.</summary>
    None = 0,

    /// <summary>Bound or deleted, other than by the next four.</summary>
    Assigned = 1,

    /// <summary>A parameter.</summary>
    Parameter = 2,

    /// <summary>Bound by an import.</summary>
    Imported = 4,

    /// <summary>A type parameter.</summary>
    TypeParameter = 8,

    /// <summary>The target of a comprehension.</summary>
    ComprehensionTarget = 16,

    /// <summary>Annotated as in <c>name: T</c>.</summary>
    Annotated = 32,

    /// <summary>Read.</summary>
    Referenced = 64,

    /// <summary>Named in a <c>global</c> statement.</summary>
    Global = 128,

    /// <summary>Named in a <c>nonlocal</c> statement.</summary>
    Nonlocal = 256,

    /// <summary>All that makes a name a variable of its scope.</summary>
    Bound = Assigned | Parameter | Imported | TypeParameter | ComprehensionTarget,
}
