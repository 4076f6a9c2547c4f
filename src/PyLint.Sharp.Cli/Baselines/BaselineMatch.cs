namespace PyLint.Sharp.Cli.Baselines;

/// <summary>
/// Compares what a rule finds in one file with what the baseline has for it: first by name; and where as many findings are left as
/// entries, these are taken for the same ones, because code was moved or rewritten. Where more are left than were recorded, nobody can tell
/// which of them are new, so none of those is known.
/// </summary>
internal sealed class BaselineMatch
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <param name="found">The findings of the rule in the file, as entries.</param>
    /// <param name="recorded">The entries of the rule and the file.</param>
    public BaselineMatch(IReadOnlyList<BaselineEntry> found, IReadOnlyList<BaselineEntry> recorded)
    {
        var counts = recorded.ToDictionary(entry => entry.Fingerprint, entry => entry.Count, StringComparer.Ordinal);
        var (left, spare) = (new List<BaselineEntry>(), recorded.Sum(entry => entry.Count));
        foreach (var entry in found)
        {
            if (entry.Count <= counts.GetValueOrDefault(entry.Fingerprint))
            {
                known.Add(entry.Fingerprint);
                spare -= entry.Count;
            }
            else
            {
                left.Add(entry);
            }
        }

        var isMoved = left.Sum(entry => entry.Count) <= spare;
        if (isMoved)
        {
            known.UnionWith(left.Select(entry => entry.Fingerprint));
            Stale = spare - left.Sum(entry => entry.Count);
            Kept = found;
        }
        else
        {
            Kept = recorded;
        }
    }

    /// <summary>How many findings were recorded and are no longer there.</summary>
    public int Stale { get; }

    /// <summary>The entries without what is stale.</summary>
    public IReadOnlyList<BaselineEntry> Kept { get; }

    /// <summary>True when the baseline has the findings of this name.</summary>
    public bool Knows(string fingerprint) => known.Contains(fingerprint);
}
