using System.Collections.Immutable;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>Finds the class of a class: the most derived of the one that it names and those of its bases (Python reference, 3.3.3.3).</summary>
internal static class Metaclasses
{
    /// <summary>Yes with a metaclass that makes classes as <c>type</c> does, No with a conflict, Unknown when it may do anything.</summary>
    public static Answer Choose(ClassModel made, ImmutableArray<ClassReference> bases, out ClassConflict? conflict)
    {
        conflict = null;
        var named = Named(made);
        if (named is not { } winner)
        {
            return Answer.Unknown;
        }

        foreach (var one in bases)
        {
            var other = Of(one);
            if (other.IsUnknown)
            {
                return Answer.Unknown;
            }

            if (other.IsSubclassOf(winner) == Answer.Yes)
            {
                winner = other;
            }
            else if (winner.IsSubclassOf(other) != Answer.Yes)
            {
                conflict = new ClassConflict(
                    ClassConflictKind.MetaclassConflict, $"the metaclasses {winner.Name} and {other.Name} of the bases of {made.Name} have nothing to do with each other", []);
                return Answer.No;
            }
        }

        made.SetMetaclass(winner);
        return MakesOrdinaryClasses(winner) ? Answer.Yes : Answer.Unknown;
    }

    /// <summary>What the <c>class</c> statement names, or <c>type</c>; null when it may name anything.</summary>
    private static ClassReference? Named(ClassModel made)
    {
        foreach (var keyword in made.Node.Keywords)
        {
            if (keyword.Name is null)
            {
                return null;
            }

            if (keyword.Name.Value.Text == "metaclass")
            {
                var named = made.NamedMetaclass;
                return named.IsSubclassOf(new ClassReference(null, KnownClasses.Type)) == Answer.Yes ? named : null;
            }
        }

        return new ClassReference(null, KnownClasses.Type);
    }

    private static ClassReference Of(ClassReference type)
    {
        if (type.Source is { } source)
        {
            return source.Metaclass;
        }

        return new ClassReference(null, KnownClasses.MetaclassOf(type.Known!));
    }

    /// <summary>A <c>mro</c>, <c>__new__</c> or <c>__call__</c> of its own may change the bases, the order or what a call gives.</summary>
    private static bool MakesOrdinaryClasses(ClassReference metaclass)
    {
        foreach (var one in metaclass.Linearization.Classes)
        {
            if (one.Known is { Name: not ("type" or "object" or "abc.ABCMeta" or "enum.EnumType") })
            {
                return false;
            }

            if (one.Source is { } source && (source.OwnAttribute("mro") ?? source.OwnAttribute("__new__") ?? source.OwnAttribute("__call__")) != null)
            {
                return false;
            }
        }

        return true;
    }
}
