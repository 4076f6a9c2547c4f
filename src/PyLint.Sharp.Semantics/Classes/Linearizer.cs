using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>Decides what Python's <c>class</c> statement makes of the bases: an order, a <c>TypeError</c>, or something unknown.</summary>
internal static class Linearizer
{
    /// <summary>The bases as the <c>class</c> statement writes them.</summary>
    public static ImmutableArray<ClassBase> BasesOf(ClassModel made)
    {
        var bases = ImmutableArray.CreateBuilder<ClassBase>(made.Node.Bases.Length);
        foreach (var expression in made.Node.Bases)
        {
            var subscript = expression as Subscript;
            bases.Add(new ClassBase(expression, ClassResolver.Resolve(made.Model, subscript?.Value ?? expression), subscript != null));
        }

        return bases.MoveToImmutable();
    }

    /// <summary>All orders that the class's own needs exist already.</summary>
    public static Linearization Linearize(ClassModel made)
    {
        if (ValueAmongBases(made) is { } refusal)
        {
            return Linearization.Refused(refusal);
        }

        if (RealBases(made) is not { } bases)
        {
            return Linearization.Unknown;
        }

        foreach (var one in bases)
        {
            // Who derives from a class that Python refuses never gets there.
            if (one.Linearization.Exists != Answer.Yes || ComesLater(one, made))
            {
                return Linearization.Unknown;
            }
        }

        if (Metaclasses.Choose(made, bases, out var conflict) == Answer.Unknown)
        {
            return Linearization.Unknown;
        }

        var isLayoutKnown = false;
        conflict ??= BaseLayout.Conflict(made, bases, out isLayoutKnown) ?? Duplicate(made, bases);
        if (conflict != null)
        {
            return Linearization.Refused(conflict);
        }

        var merged = isLayoutKnown ? C3.Merge(ClassReference.Of(made), bases) : Linearization.Unknown;
        return merged.Exists == Answer.Yes ? CreationChecks.Check(made, bases, merged) : merged;
    }

    /// <summary>A base whose type is none that could be called with a name, bases and a namespace.</summary>
    private static ClassConflict? ValueAmongBases(ClassModel made)
    {
        // What names a class is no value, and needs no look at the body around.
        if (made.Node.Bases is not [var only] || !made.Node.Keywords.IsEmpty || !made.Bases[0].Class.IsUnknown)
        {
            return null;
        }

        var type = made.Model.TypeOf(only);
        return type.Kind is PyTypeKind.None or PyTypeKind.Bool or PyTypeKind.Int or PyTypeKind.Float or PyTypeKind.Str or PyTypeKind.List
            or PyTypeKind.Dict or PyTypeKind.Set or PyTypeKind.Function or PyTypeKind.Module
            ? new ClassConflict(ClassConflictKind.NotAClass, $"the base of {made.Name} is {Kind(type.Kind)} and no class", [])
            : null;
    }

    private static string Kind(PyTypeKind kind) => kind switch
    {
        PyTypeKind.None => "None",
        PyTypeKind.Int => "an int",
        _ => "a " + PyType.Of(kind).Name,
    };

    /// <summary>
    /// What the bases amount to after each has been asked for its <c>__mro_entries__</c> (PEP 560); null when one is unknown.
    /// <c>Generic[T]</c> gives way to <c>Protocol</c> and to subscripted bases behind it.
    /// </summary>
    private static ImmutableArray<ClassReference>? RealBases(ClassModel made)
    {
        var bases = made.Bases;
        var real = ImmutableArray.CreateBuilder<ClassReference>(bases.Length + 1);
        for (var i = 0; i < bases.Length; i++)
        {
            if (bases[i] is { Expression: Starred } || bases[i].Class.IsUnknown)
            {
                return null;
            }

            if (bases[i] is { IsSubscripted: false, Class.Known.Name: "typing.Generic" })
            {
                return null;
            }

            if (bases[i].IsSubscripted && IsGeneric(bases[i].Class) is var generic)
            {
                if (generic == Answer.Unknown)
                {
                    return null;
                }

                if (bases[i].Class.Known?.Name == "typing.Generic" && GivesWay(bases, i))
                {
                    continue;
                }
            }

            real.Add(bases[i].Class);
        }

        if (!made.Node.TypeParams.IsEmpty)
        {
            real.Add(new ClassReference(null, KnownClasses.Find("typing.Generic")));
        }
        else if (real.Count == 0)
        {
            real.Add(new ClassReference(null, KnownClasses.Object));
        }

        return real.DrainToImmutable();
    }

    /// <summary>Whether a class can be subscripted so that the class itself becomes the base; Unknown is no proof that it can't.</summary>
    private static Answer IsGeneric(ClassReference type)
    {
        if (type.Known is { Name: "typing.Generic" or "typing.Protocol" or "list" or "dict" or "set" or "frozenset" or "tuple" or "type"
            or "collections.deque" or "collections.defaultdict" or "collections.OrderedDict" or "collections.Counter" })
        {
            return Answer.Yes;
        }

        return type.Source != null && type.Linearization.Contains("typing.Generic") == Answer.Yes
            && type.Source.Find("__class_getitem__").Attribute is null ? Answer.Yes : Answer.Unknown;
    }

    private static bool GivesWay(ImmutableArray<ClassBase> bases, int generic)
    {
        for (var i = 0; i < bases.Length; i++)
        {
            var isAlias = bases[i].IsSubscripted && bases[i].Class is { Source: not null } or { Known.Name: "typing.Protocol" };
            if ((bases[i].Class.Known?.Name == "typing.Protocol" && !bases[i].IsSubscripted) || (i > generic && isAlias))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Outside of functions a class further down doesn't exist yet.</summary>
    private static bool ComesLater(ClassReference one, ClassModel made) => one.Source is { } source && source.Model == made.Model
        && source.Node.Index > made.Node.Index && made.Node.Ancestor<FunctionDefinition>() is null;

    private static ClassConflict? Duplicate(ClassModel made, ImmutableArray<ClassReference> bases)
    {
        for (var i = 1; i < bases.Length; i++)
        {
            if (bases.IndexOf(bases[i]) < i)
            {
                return new ClassConflict(ClassConflictKind.DuplicateBase, $"{bases[i].Name} stands twice among the bases of {made.Name}", []);
            }
        }

        return null;
    }
}
