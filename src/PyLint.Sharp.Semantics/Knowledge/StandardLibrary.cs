using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>
/// What CPython 3.13 and 3.14 say of their standard library: signatures, classes with their bases, values. Names are those that
/// <see cref="SemanticModel.KnownName"/> gives; unknown names give null. Read when it is first asked; serves all threads.
/// What CPython doesn't tell stands in three texts beside this file, the last two of which are held to running Python:
/// LibraryReturns.txt, LibraryRaises.txt and LibraryContexts.txt.
/// </summary>
public static class StandardLibrary
{
    /// <summary>The length of a chain of aliases.</summary>
    private const int LongestChain = 4;

    private static readonly Lazy<LibraryTable> Table = new(LibraryTable.Load);

    /// <summary>How many names that the table doesn't have are remembered: those that many files share.</summary>
    private const int MostMissing = 1 << 12;

    /// <summary>What was asked before; null for what the table doesn't have.</summary>
    private static readonly ConcurrentDictionary<string, LibraryMember?> Found = new(StringComparer.Ordinal);
    private static int missing;

    /// <summary>The versions of Python that were asked, oldest first: <c>3.8</c> to <c>3.14</c>.</summary>
    public static ImmutableArray<string> Versions => Table.Value.Versions;

    /// <summary>The SHA-256 of the script that made the table.</summary>
    internal static string SourceHash => Table.Value.SourceHash;

    /// <summary>A function, class or value of a module, or a member of a class: <c>os.path.join</c>, <c>len</c>, <c>str.join</c>, <c>math.pi</c>.</summary>
    public static LibraryMember? Find(string qualifiedName)
    {
        ArgumentNullException.ThrowIfNull(qualifiedName);
        if (Found.TryGetValue(qualifiedName, out var known))
        {
            return known;
        }

        var found = FindAliased(WithTablesName(qualifiedName));
        if (found != null || Interlocked.Increment(ref missing) <= MostMissing)
        {
            Found.TryAdd(qualifiedName, found);
        }

        return found;
    }

    /// <summary><see cref="Find(string)"/> for what an import takes from a module, mostly without putting the two names together.</summary>
    internal static LibraryMember? Find(string module, string name) =>
        Module(module)?.Find(name).Member ?? (HasPackageOf(module) ? Find($"{module}.{name}") : null);

    /// <summary>A name of <c>builtins</c>, or null.</summary>
    internal static LibraryMember? FindBuiltin(string name) => Table.Value.Builtins.Find(name).Member ?? Find(name);

    /// <summary>False when the library can't have the name, since it has nothing that begins as it does: <c>numpy</c> of <c>numpy.array</c>.</summary>
    internal static bool HasPackageOf(string dottedName) => Table.Value.HasPackageOf(dottedName);

    /// <summary>A module whose members the table has; null for all others.</summary>
    internal static LibraryModule? Module(string name) => Table.Value.Module(name);

    /// <summary>Puts the name that the table has a class under in the place of another, also before a member of the class.</summary>
    private static string WithTablesName(string name)
    {
        var owner = Table.Value.OtherName(name);
        if (owner != null)
        {
            return owner;
        }

        var dot = name.LastIndexOf('.');
        owner = dot < 0 ? null : Table.Value.OtherName(name[..dot]);
        return owner is null ? name : owner + name[dot..];
    }

    private static LibraryMember? FindAliased(string name)
    {
        for (var i = 0; i < LongestChain; i++)
        {
            var (member, alias) = FindOnce(name);
            if (alias is null)
            {
                return member;
            }

            name = alias;
        }

        return null;
    }

    /// <summary>A class, by any of its names: <c>dict</c>, <c>OSError</c>, <c>threading.Lock</c>.</summary>
    public static LibraryClass? FindClass(string qualifiedName) => Find(qualifiedName)?.AsClass;

    /// <summary>True for a module whose members the table has; there are more modules than these.</summary>
    public static bool HasModule(string name) => Table.Value.Module(name) != null;

    /// <summary>The version, such as <c>3.13</c>, that has a top-level module no more; null for all others. Versions before 3.9 aren't looked at.</summary>
    public static string? ModuleRemovedIn(string module) => Table.Value.RemovedIn(module);

    /// <summary>
    /// Whether <c>from module import *</c> replaces a built-in by another object of the same name, in any of <see cref="Versions"/>;
    /// unknown for modules that were not asked, such as those that only Windows has.
    /// </summary>
    public static Answer StarImportReplaces(string module, string builtin)
    {
        ArgumentNullException.ThrowIfNull(module);
        return Table.Value.ReplacedBuiltins(module) is not { } replaced ? Answer.Unknown : Array.IndexOf(replaced, builtin) >= 0 ? Answer.Yes : Answer.No;
    }

    /// <summary>
    /// The exceptions that a function, method or operator is documented to raise for some arguments, a class standing for its subclasses
    /// too: <c>int</c> raises <c>ValueError</c>, <c>dict.__getitem__</c> <c>KeyError</c>. Each was seen in running Python. Left out are
    /// <c>TypeError</c> for what is never an argument, and whatever code that is called back raises. Empty when the table has nothing of
    /// the name, which doesn't promise that nothing is raised.
    /// </summary>
    /// <param name="qualifiedName">A name that <see cref="Find(string)"/> knows, or a special method of a class.</param>
    public static ImmutableArray<string> RaisesOf(string qualifiedName) => LibraryRaises.Of(Find(qualifiedName)?.QualifiedName ?? qualifiedName);

    /// <summary>
    /// Whether a <c>with</c> over what a call of the function or class gives ends an exception that its block raises: Yes for
    /// <c>contextlib.suppress</c> and its like, which do it for the exceptions that they are told; unknown for names that the table
    /// doesn't have.
    /// </summary>
    public static Answer SwallowsExceptions(string qualifiedName) => LibraryContexts.Swallows(Find(qualifiedName)?.QualifiedName ?? qualifiedName);

    private static (LibraryMember? Member, string? Alias) FindOnce(string name)
    {
        var table = Table.Value;
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            if (table.Module(name[..dot]) is { } module)
            {
                return FindIn(module, name[(dot + 1)..]);
            }
        }

        return FindIn(table.Builtins, name);
    }

    private static (LibraryMember? Member, string? Alias) FindIn(LibraryModule module, string rest)
    {
        var dot = rest.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return module.Find(rest);
        }

        var (owner, alias) = module.Find(rest[..dot]);
        return alias != null
            ? (null, alias + rest[dot..])
            : (owner?.AsClass?.FindMember(rest[(dot + 1)..]), null);
    }
}
