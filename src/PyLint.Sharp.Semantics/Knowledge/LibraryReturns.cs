namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>What functions and methods return whatever they are given: Returns.txt, which is written by hand.</summary>
internal static class LibraryReturns
{
    private static readonly Lazy<Dictionary<string, string>> Table = new(Read);

    public static string? Of(string qualifiedName) => Table.Value.TryGetValue(qualifiedName, out var type) ? type : null;

    /// <summary>The names in the table.</summary>
    internal static IReadOnlyCollection<string> Names => Table.Value.Keys;

    /// <summary>Lines of a type, a colon and names. A word that ends with a dot is the module or class of the names behind it.</summary>
    private static Dictionary<string, string> Read()
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Resources.ReadText("LibraryReturns.txt").Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || line[0] == '#')
            {
                continue;
            }

            var type = line[..colon];
            var owner = "";
            foreach (var name in line[(colon + 1)..].Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (name.EndsWith('.'))
                {
                    owner = name == "builtins." ? "" : name;
                }
                else
                {
                    table.Add(owner + name, type);
                }
            }
        }

        return table;
    }
}
