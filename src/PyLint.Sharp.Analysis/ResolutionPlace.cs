namespace PyLint.Sharp.Analysis;

/// <summary>The places of a lookup, from the inside to the outside.</summary>
public enum ResolutionPlace
{
    /// <summary>The scope in which the name stands.</summary>
    Local,

    /// <summary>A function, lambda, comprehension or list of type parameters around.</summary>
    Enclosing,

    /// <summary>A class around, which is no letter of LEGB.</summary>
    Class,

    /// <summary>The module.</summary>
    Global,

    /// <summary>The <c>builtins</c> module.</summary>
    BuiltIn,
}
