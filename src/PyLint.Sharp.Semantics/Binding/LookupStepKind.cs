namespace PyLint.Sharp.Semantics.Binding;

/// <summary>The places of a lookup (Python reference, 4.2.2 "Resolution of names"), from the inside to the outside.</summary>
public enum LookupStepKind
{
    /// <summary>Found in the scope that mentions the name. No step where it isn't: the compiler knows, Python never looks.</summary>
    Local,

    /// <summary>A <c>global</c> statement sends the search to the module.</summary>
    GlobalStatement,

    /// <summary>A <c>nonlocal</c> statement sends the search to the functions around.</summary>
    NonlocalStatement,

    /// <summary>The target of <c>:=</c> is no variable of the comprehensions around it (PEP 572).</summary>
    Walrus,

    /// <summary>A function, lambda or comprehension around.</summary>
    Enclosing,

    /// <summary>The type parameters of a function, class or alias around (PEP 695).</summary>
    TypeParameters,

    /// <summary>The class around an annotation, a bound or the value of an alias, which sees its names.</summary>
    Class,

    /// <summary>A class around, whose names nothing inside sees but its body and what <see cref="Class"/> tells of.</summary>
    ClassSkipped,

    /// <summary>The <c>__class__</c> that a class keeps for its methods, and its like.</summary>
    ClassCell,

    /// <summary>The module.</summary>
    Global,

    /// <summary>A star import, of which the file doesn't show what it binds.</summary>
    StarImport,

    /// <summary>The <c>builtins</c> module.</summary>
    Builtin,

    /// <summary>Nothing binds the name: reading it is a <c>NameError</c>, unless somebody sets it from outside.</summary>
    Undefined,
}
