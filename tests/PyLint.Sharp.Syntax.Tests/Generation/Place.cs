namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>What may stand where a phrase is written.</summary>
/// <param name="Version">The Python that has to understand it.</param>
/// <param name="Depth">How many levels may open inside.</param>
internal readonly record struct Place(PythonVersion Version, int Depth)
{
    /// <summary>Whether `return` may stand here.</summary>
    public bool CanReturn { get; init; }

    /// <summary>Whether `return` may have a value: in an asynchronous generator it may not.</summary>
    public bool CanReturnValue { get; init; }

    public bool CanYield { get; init; }

    public bool CanYieldFrom { get; init; }

    public bool CanAwait { get; init; }

    /// <summary>Whether `break` and `continue` may stand here.</summary>
    public bool IsLoop { get; init; }

    /// <summary>Whether this is the body of a class, where no comprehension may bind a name outside it.</summary>
    public bool IsClass { get; init; }

    /// <summary>Whether `:=` may stand here.</summary>
    public bool CanName { get; init; }

    public bool IsModule { get; init; }

    public Place Deeper => this with { Depth = Depth - 1 };

    /// <summary>An annotation, a type parameter or a type alias: a scope in which nothing is bound or suspended.</summary>
    /// <remarks>In a class, Python 3.12 had no comprehension and no `lambda` in it.</remarks>
    public Place Annotation => new(Version, Has(13) ? Depth - 1 : 0);

    /// <summary>Inside a comprehension.</summary>
    public Place Comprehension => Deeper with
    {
        CanYield = false,
        CanYieldFrom = false,
        CanAwait = CanAwait && Has(11),
        CanName = CanName && !IsClass,
    };

    /// <summary>Where a comprehension takes its items from.</summary>
    public Place Iterable => Comprehension with { CanName = false };

    public Place Lambda => new(Version, Depth - 1) { CanYield = true, CanYieldFrom = true, CanName = CanName };

    public Place Loop => this with { IsLoop = true };

    public Place Class => new(Version, Depth) { IsClass = true, CanName = true };

    public static Place Module(PythonVersion version, int depth) => new(version, depth) { IsModule = true, CanName = true };

    /// <summary>The body of a function.</summary>
    /// <param name="isAsync">Whether it is a coroutine.</param>
    /// <param name="isGenerator">Whether it may yield.</param>
    public Place Function(bool isAsync, bool isGenerator) => new(Version, Depth)
    {
        CanReturn = true,
        CanReturnValue = !isAsync || !isGenerator,
        CanYield = isGenerator,
        CanYieldFrom = isGenerator && !isAsync,
        CanAwait = isAsync,
        CanName = true,
    };

    /// <summary>Whether the version is at least Python 3 with this minor number.</summary>
    public bool Has(int minor) => Version >= new PythonVersion(3, minor);
}
