using PyLint.Sharp.Semantics.Knowledge;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// The hierarchy of Python's exceptions, built-in and of the standard library, as CPython tells it (<see cref="StandardLibrary"/>). Names
/// are those that <see cref="SemanticModel.KnownName"/> gives.
/// </summary>
public static class BuiltinExceptions
{
    /// <summary>True for the name of an exception class of the standard library.</summary>
    public static bool Contains(string name) => Find(name) != null;

    /// <summary>The class's own name: <c>OSError</c> for <c>IOError</c>; of a name that is no exception the name itself.</summary>
    public static string Canonical(string name) => Find(name)?.QualifiedName ?? name;

    /// <summary>Whether a class is another one or derives from it; unknown for names that are no exceptions of the library.</summary>
    public static Answer IsSubclass(string name, string baseName)
    {
        if (Find(name) is not { } exception || Find(baseName) is not { } wanted)
        {
            return Answer.Unknown;
        }

        return exception.DerivesFrom(wanted.QualifiedName) ? Answer.Yes : Answer.No;
    }

    private static LibraryClass? Find(string name) => StandardLibrary.FindClass(name) is { } found && found.IsException ? found : null;
}
