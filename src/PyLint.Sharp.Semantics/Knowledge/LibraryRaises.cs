using System.Collections.Immutable;

namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>Which exceptions functions, methods and operators raise: LibraryRaises.txt, which is written by hand and held to running Python.</summary>
internal static class LibraryRaises
{
    private static readonly Lazy<Dictionary<string, ImmutableArray<string>>> Table = new(Read);

    public static ImmutableArray<string> Of(string qualifiedName) => Table.Value.TryGetValue(qualifiedName, out var raises) ? raises : [];

    /// <summary>The names in the table.</summary>
    internal static IReadOnlyCollection<string> Names => Table.Value.Keys;

    /// <summary>Each line tells of a name one exception; a name may have several lines.</summary>
    private static Dictionary<string, ImmutableArray<string>> Read()
    {
        var table = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var fact in WitnessedFacts.Read("LibraryRaises.txt"))
        {
            var before = table.TryGetValue(fact.Name, out var raises) ? raises : [];
            table[fact.Name] = before.Add(fact.Says);
        }

        return table;
    }
}
