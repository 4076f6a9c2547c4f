namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>What context managers do with an exception: LibraryContexts.txt, which is written by hand and held to running Python.</summary>
internal static class LibraryContexts
{
    private static readonly Lazy<Dictionary<string, Answer>> Table = new(Read);

    public static Answer Swallows(string qualifiedName) => Table.Value.TryGetValue(qualifiedName, out var answer) ? answer : Answer.Unknown;

    /// <summary>The names in the table.</summary>
    internal static IReadOnlyCollection<string> Names => Table.Value.Keys;

    private static Dictionary<string, Answer> Read()
    {
        var table = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var fact in WitnessedFacts.Read("LibraryContexts.txt"))
        {
            table.Add(fact.Name, fact.Says == "swallows" ? Answer.Yes : Answer.No);
        }

        return table;
    }
}
