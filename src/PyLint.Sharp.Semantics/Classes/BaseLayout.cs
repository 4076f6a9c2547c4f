using System.Collections.Immutable;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>
/// Whether instances can hold what all bases need: CPython's <c>best_base</c>. Of the bases' layouts one must extend all others.
/// </summary>
internal static class BaseLayout
{
    public static ClassConflict? Conflict(ClassModel made, ImmutableArray<ClassReference> bases, out bool isKnown)
    {
        isKnown = true;
        var winner = ClassReference.Unknown;
        foreach (var candidate in bases)
        {
            if (candidate.Known is { } known && known.Library.IsFinal)
            {
                return new ClassConflict(ClassConflictKind.FinalBase, $"no class can derive from {known.Name}", []);
            }

            if (bases.Length == 1)
            {
                return null;
            }

            if (SolidBase(candidate) is not { } layout)
            {
                isKnown = false;
                return null;
            }

            if (winner.IsUnknown || layout.IsSubclassOf(winner) == Answer.Yes)
            {
                winner = layout;
            }
            else if (winner.IsSubclassOf(layout) != Answer.Yes)
            {
                return new ClassConflict(
                    ClassConflictKind.LayoutConflict, $"instances of {winner.Name} and {layout.Name} are laid out differently: {made.Name} cannot be both", []);
            }
        }

        return null;
    }

    /// <summary>The nearest class of the order that adds to the instances of its own bases; null when that isn't known.</summary>
    private static ClassReference? SolidBase(ClassReference type)
    {
        var found = ClassReference.Unknown;
        foreach (var one in type.Linearization.Classes)
        {
            var answer = one.Source is { } source ? source.Slots.AddToInstances : KnownClasses.IsSolid(one.Known!);
            if (answer == Answer.Unknown)
            {
                return null;
            }

            // The order lists the classes beside each other: the layout is the one that extends all others.
            if (answer == Answer.Yes && (found.IsUnknown || one.IsSubclassOf(found) == Answer.Yes))
            {
                found = one;
            }
        }

        return found.IsUnknown ? new ClassReference(null, KnownClasses.Object) : found;
    }
}
