using System.Globalization;

namespace PyLint.Sharp.Semantics.Tests.Programs;

/// <summary>How often the model foretells what Python does, and where it is wrong.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, (int Told, int All)> counts = new(StringComparer.Ordinal);

    /// <summary>The first answers of the model that Python contradicts.</summary>
    public List<string> Wrong { get; } = [];

    /// <param name="kind">What happens in Python.</param>
    /// <param name="ours">What the model says will happen; null when it doesn't know.</param>
    /// <param name="real">What happens.</param>
    /// <param name="place">Where.</param>
    public void Add(string kind, string? ours, string real, string place)
    {
        var (told, all) = counts.GetValueOrDefault(kind);
        counts[kind] = (told + (ours == real ? 1 : 0), all + 1);
        if (ours != null && ours != real && Wrong.Count < 5)
        {
            Wrong.Add($"the model says {ours}, Python {real}: {place}");
        }
    }

    /// <summary>The share of the cases of a kind that the model foretells.</summary>
    public double Share(string kind) => counts.TryGetValue(kind, out var count) ? count.Told / (double)count.All : 0;

    public override string ToString() =>
        string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key}: {count.Value.Told} of {count.Value.All} foretold ({Share(count.Key):P1})")));
}
