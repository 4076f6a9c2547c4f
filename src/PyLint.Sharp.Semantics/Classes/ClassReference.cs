namespace PyLint.Sharp.Semantics.Classes;

/// <summary>A class as code refers to it: one whose source is at hand, one of Python itself, or one that nobody knows.</summary>
/// <param name="Source">The class of a file; null for another.</param>
/// <param name="Known">The built-in or standard class; null for another.</param>
public readonly record struct ClassReference(ClassModel? Source, KnownClass? Known)
{
    /// <summary>A class that the model can tell nothing about, or no class at all.</summary>
    public static ClassReference Unknown => default;

    /// <summary>True when nothing is known of it.</summary>
    public bool IsUnknown => Source is null && Known is null;

    /// <summary>Its name: as its file writes it, or with its module for a class of Python's library; <c>?</c> for an unknown one.</summary>
    public string Name => Source?.Name ?? Known?.Name ?? "?";

    /// <summary>The order in which Python searches it and its bases.</summary>
    public Linearization Linearization => Source?.Linearization ?? Known?.Linearization ?? Linearization.Unknown;

    /// <summary>A class whose source is at hand.</summary>
    internal static ClassReference Of(ClassModel source) => new(source, null);

    /// <summary>Whether it is the class or derives from it.</summary>
    public Answer IsSubclassOf(ClassReference other)
    {
        if (IsUnknown || other.IsUnknown)
        {
            return Answer.Unknown;
        }

        var linearization = Linearization;
        return linearization.Exists == Answer.Yes ? linearization.Contains(other) : this == other ? Answer.Yes : Answer.Unknown;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
