using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>A class of the standard library.</summary>
public sealed class LibraryClass
{
    private readonly string flags;
    private readonly LibraryLines lines;
    private PyType? type;
    private KnownClass? known;
    private Answer isException;
    private LibraryClass[]? bases;
    private Dictionary<string, LibraryMember>? members;

    internal LibraryClass(string name, string flags, ImmutableArray<string> bases, LibraryLines lines)
    {
        QualifiedName = name;
        BaseNames = bases;
        this.flags = flags;
        this.lines = lines;
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
    public IReadOnlyCollection<LibraryMember> OwnMembers => Members.Values;

    /// <summary>The class among others that programs derive from.</summary>
    internal KnownClass AsKnown => known ?? Interlocked.CompareExchange(ref known, KnownClass.Make(this), null) ?? known;

    /// <summary>True for <c>BaseException</c> and all that derives from it.</summary>
    internal bool IsException
    {
        get
        {
            // Written at once, for the sake of other threads, as a nullable bool isn't.
            if (isException == Answer.Unknown)
            {
                isException = DerivesFrom("BaseException") ? Answer.Yes : Answer.No;
            }

            return isException == Answer.Yes;
        }
    }

    /// <summary>Those of <see cref="BaseNames"/> that the table has.</summary>
    internal ReadOnlySpan<LibraryClass> Bases => bases ??= FindBases();

    private Dictionary<string, LibraryMember> Members =>
        Volatile.Read(ref members) ?? Interlocked.CompareExchange(ref members, lines.ReadMembers(this), null) ?? members;

    /// <summary>True for one of <see cref="OwnMembers"/>.</summary>
    internal bool HasOwnMember(string name) => Members.ContainsKey(name);

    /// <summary>A member that the class defines or inherits; null when the table has none, as for all that start with an underscore.</summary>
    public LibraryMember? FindMember(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Members.TryGetValue(name, out var member))
        {
            return member;
        }

        foreach (var one in Bases)
        {
            if (one.FindMember(name) is { } inherited)
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

        foreach (var one in Bases)
        {
            if (one.DerivesFrom(qualifiedName))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => QualifiedName;

    private LibraryClass[] FindBases()
    {
        var found = new WorkList<LibraryClass>();
        foreach (var name in BaseNames)
        {
            if (StandardLibrary.FindClass(name) is { } one)
            {
                found.Add(one);
            }
        }

        return ImmutableCollectionsMarshal.AsArray(found.ToImmutable())!;
    }

    private bool Has(char flag) => flags.Contains(flag, StringComparison.Ordinal);
}
