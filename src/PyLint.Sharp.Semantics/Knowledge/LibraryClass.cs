using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Types;

namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>A class of the standard library.</summary>
public sealed class LibraryClass
{
    private readonly string flags;
    private PyType? type;
    private readonly Dictionary<string, LibraryMember> members = new(StringComparer.Ordinal);

    internal LibraryClass(string name, string flags, ImmutableArray<string> bases)
    {
        QualifiedName = name;
        BaseNames = bases;
        this.flags = flags;
    }

    /// <summary>The name by which the table knows it: <c>dict</c>, <c>collections.OrderedDict</c>.</summary>
    public string QualifiedName { get; }

    /// <summary>The names of its bases; of a base that isn't public, those of its bases. Empty for <c>object</c>.</summary>
    public ImmutableArray<string> BaseNames { get; }

    /// <summary>True when a <c>with</c> takes an instance.</summary>
    public bool IsContextManager => Has('e');

    /// <summary>True when an <c>async with</c> takes an instance.</summary>
    public bool IsAsyncContextManager => Has('E');

    /// <summary>False when the class says <c>__hash__ = None</c>. Of a class that holds others, like <c>tuple</c>, an instance may be unhashable all the same.</summary>
    public bool HasHash => !Has('u');

    /// <summary>True when a <c>for</c> takes an instance.</summary>
    public bool IsIterable => Has('i');

    /// <summary>True when <c>next()</c> takes an instance.</summary>
    public bool IsIterator => Has('n');

    /// <summary>True when an instance may count as false: the class has <c>__bool__</c> or <c>__len__</c>.</summary>
    public bool CanBeFalse => Has('b');

    /// <summary>True when the class has abstract methods, so that calling it raises <c>TypeError</c>.</summary>
    public bool IsAbstract => Has('x');

    /// <summary>True when Python lets no class derive from it, as <c>bool</c>.</summary>
    public bool IsFinal => Has('f');

    /// <summary>The type of the class itself.</summary>
    internal PyType Type => type ??= PyType.ClassOf(this);

    /// <summary>The members that the class itself defines, without those that start with an underscore.</summary>
    public IReadOnlyCollection<LibraryMember> OwnMembers => members.Values;

    /// <summary>A member that the class defines or inherits; null when the table has none, as for all that start with an underscore.</summary>
    public LibraryMember? FindMember(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (members.TryGetValue(name, out var member))
        {
            return member;
        }

        foreach (var baseName in BaseNames)
        {
            if (StandardLibrary.FindClass(baseName)?.FindMember(name) is { } inherited)
            {
                return inherited;
            }
        }

        return null;
    }

    /// <summary>True when the class is the named one or derives from it. Being registered with an abstract base class doesn't count.</summary>
    public bool DerivesFrom(string qualifiedName)
    {
        if (QualifiedName == qualifiedName)
        {
            return true;
        }

        foreach (var baseName in BaseNames)
        {
            if (StandardLibrary.FindClass(baseName) is { } found && found.DerivesFrom(qualifiedName))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => QualifiedName;

    internal void Add(string name, LibraryMember member) => members[name] = member;

    private bool Has(char flag) => flags.Contains(flag, StringComparison.Ordinal);
}
