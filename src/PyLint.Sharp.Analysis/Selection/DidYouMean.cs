namespace PyLint.Sharp.Analysis.Selection;

/// <summary>Finds the word that somebody may have meant.</summary>
public static class DidYouMean
{
    /// <summary>
    /// The candidate with the fewest slips (a letter too many, missing, wrong, or two swapped; letter case is free), the earliest of
    /// equals; null when even that one needs more than a third of the letters changed.
    /// </summary>
    public static string? Closest(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        string? closest = null;
        var fewest = Math.Max(1, (word.Length + 2) / 3) + 1;
        foreach (var candidate in candidates)
        {
            var slips = Distance(word, candidate);
            if (slips < fewest)
            {
                (closest, fewest) = (candidate, slips);
            }
        }

        return closest;
    }

    /// <summary>Damerau and Levenshtein's distance, without edits inside a swapped pair; letter case is free.</summary>
    public static int Distance(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (before, previous, current) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = previous[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], before[j - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
