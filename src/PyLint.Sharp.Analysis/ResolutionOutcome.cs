namespace PyLint.Sharp.Analysis;

/// <summary>What a scope has for a lookup.</summary>
public enum ResolutionOutcome
{
    /// <summary>The name; whether it has a value when it is read is another question.</summary>
    Bound,

    /// <summary>Nothing.</summary>
    NotBound,

    /// <summary>Nothing that counts: functions inside a class don't see its names.</summary>
    Skipped,

    /// <summary>A <c>global</c> statement, which sends the search to the module.</summary>
    DeclaredGlobal,

    /// <summary>A <c>nonlocal</c> statement, which sends the search to the functions around.</summary>
    DeclaredNonlocal,

    /// <summary>A <c>:=</c> of a comprehension, whose target is a variable of the scope around (PEP 572).</summary>
    BoundOutside,

    /// <summary>Perhaps the name: the file doesn't show what a star import binds.</summary>
    PossiblyBound,
}
