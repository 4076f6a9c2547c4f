namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>
/// What CPython 3.13 and 3.14 say of their standard library: signatures, classes with their bases, values. Names are those that
/// <see cref="SemanticModel.KnownName"/> gives; unknown names give null. Read when it is first asked; serves all threads.
/// </summary>
public static class StandardLibrary
{
    /// <summary>The length of a chain of aliases.</summary>
    private const int LongestChain = 4;

    private static readonly Lazy<LibraryTable> Table = new(LibraryTable.Load);

    /// <summary>A function, class or value of a module, or a member of a class: <c>os.path.join</c>, <c>len</c>, <c>str.join</c>, <c>math.pi</c>.</summary>
    public static LibraryMember? Find(string qualifiedName)
    {
        ArgumentNullException.ThrowIfNull(qualifiedName);
        var name = qualifiedName;
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
    public static bool HasModule(string name) => Table.Value.HasModule(name);

    /// <summary>The version, such as <c>3.13</c>, that has a top-level module no more; null for all others. Versions before 3.11 aren't looked at.</summary>
    public static string? ModuleRemovedIn(string module) => Table.Value.RemovedIn(module);

    private static (LibraryMember? Member, string? Alias) FindOnce(string name)
    {
        var table = Table.Value;
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            if (table.HasModule(name[..dot]))
            {
                return FindIn(table, name[..dot], name[(dot + 1)..]);
            }
        }

        return FindIn(table, "builtins", name);
    }

    private static (LibraryMember? Member, string? Alias) FindIn(LibraryTable table, string module, string rest)
    {
        var dot = rest.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return table.Find(module, rest);
        }

        var (owner, alias) = table.Find(module, rest[..dot]);
        return alias != null
            ? (null, alias + rest[dot..])
            : (owner?.AsClass?.FindMember(rest[(dot + 1)..]), null);
    }
}
