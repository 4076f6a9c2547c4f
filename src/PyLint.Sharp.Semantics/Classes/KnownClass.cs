using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Knowledge;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>A class of Python itself. There is one object for each: they are compared by reference.</summary>
public sealed class KnownClass
{
    private KnownClass(LibraryClass library, ImmutableArray<KnownClass> bases)
    {
        Library = library;
        Bases = bases;
        var references = ImmutableArray.CreateBuilder<ClassReference>(bases.Length);
        foreach (var known in bases)
        {
            references.Add(new ClassReference(null, known));
        }

        Linearization = C3.Merge(new ClassReference(null, this), references.MoveToImmutable());
    }

    /// <summary>Its name: <c>int</c>, <c>abc.ABC</c>.</summary>
    public string Name => Library.QualifiedName;

    /// <summary>What the library says of it.</summary>
    public LibraryClass Library { get; }

    /// <summary>Its direct bases; none for <c>object</c>.</summary>
    public ImmutableArray<KnownClass> Bases { get; }

    /// <summary>Its order, which always exists.</summary>
    public Linearization Linearization { get; }

    /// <summary>For <see cref="LibraryClass.AsKnown"/> alone.</summary>
    internal static KnownClass Make(LibraryClass library)
    {
        var bases = ImmutableArray.CreateBuilder<KnownClass>(library.Bases.Length);
        foreach (var one in library.Bases)
        {
            bases.Add(one.AsKnown);
        }

        return new KnownClass(library, bases.MoveToImmutable());
    }

    /// <summary>Whether the class itself, not a base of it, gives an attribute to its instances, as far as that is known.</summary>
    public Answer HasOwnAttribute(string name) => KnownAttributes.Of(this, name);
}
