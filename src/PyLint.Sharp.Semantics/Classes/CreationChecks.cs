using System.Collections.Immutable;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>What else makes a <c>class</c> statement raise <c>TypeError</c> when its bases have an order.</summary>
internal static class CreationChecks
{
    public static Linearization Check(ClassModel made, ImmutableArray<ClassReference> bases, Linearization merged)
    {
        var result = Answer.Yes == merged.Contains("enum.Enum") ? CheckEnum(made, bases, merged) : merged;
        result = result == merged && made.IsProtocol != Answer.No ? CheckProtocol(made, bases, merged) : result;
        return result == merged && made.Slots is not { AreDefined: Answer.No } ? CheckSlots(made, merged) : result;
    }

    /// <summary><c>enum.EnumType</c> wants a class that holds the values before, and the enumeration as the last base.</summary>
    private static Linearization CheckEnum(ClassModel made, ImmutableArray<ClassReference> bases, Linearization merged)
    {
        var last = bases[^1].Linearization;
        if (last.Contains("enum.Enum") == Answer.No)
        {
            return Refuse(ClassConflictKind.EnumBase, $"{made.Name} is an enumeration, but its last base {bases[^1].Name} is none");
        }

        // A base with members cannot be extended; of several bases only one may hold values.
        return bases.Length <= 2 && bases[^1].Source is null && (bases.Length == 1 || bases[0].Known is not null) ? merged : Linearization.Unknown;
    }

    /// <summary>A protocol derives from protocols only (PEP 544).</summary>
    private static Linearization CheckProtocol(ClassModel made, ImmutableArray<ClassReference> bases, Linearization merged)
    {
        foreach (var one in bases)
        {
            var isAllowed = IsProtocol(one);
            if (isAllowed == Answer.Unknown)
            {
                return Linearization.Unknown;
            }

            if (isAllowed == Answer.No)
            {
                return Refuse(ClassConflictKind.ProtocolBase, $"{made.Name} is a protocol, but its base {one.Name} is none");
            }
        }

        return merged;
    }

    private static Answer IsProtocol(ClassReference one)
    {
        if (one.Source is { } source)
        {
            return source.IsProtocol;
        }

        var name = one.Name;
        return name is "object" or "typing.Generic" or "typing.Protocol" ? Answer.Yes
            : name == "abc.ABC" || !name.Contains('.', StringComparison.Ordinal) ? Answer.No
            : Answer.Unknown;
    }

    /// <summary>Instances of some classes are of various lengths, with no place for slots behind.</summary>
    private static Linearization CheckSlots(ClassModel made, Linearization merged)
    {
        foreach (var one in merged.Classes)
        {
            if (one.Known is { Name: "int" or "tuple" or "bytes" or "type" } known)
            {
                return made.Slots.AddToInstances switch
                {
                    Answer.Yes => Refuse(ClassConflictKind.LayoutConflict, $"{made.Name} derives from {known.Name} and can have no slots"),
                    Answer.No => merged,
                    _ => Linearization.Unknown,
                };
            }
        }

        return merged;
    }

    private static Linearization Refuse(ClassConflictKind kind, string message) => Linearization.Refused(new ClassConflict(kind, message, []));
}
