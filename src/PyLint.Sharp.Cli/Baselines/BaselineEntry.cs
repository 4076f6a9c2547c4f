namespace PyLint.Sharp.Cli.Baselines;

/// <summary>Findings that are alike, and known.</summary>
/// <param name="Path">The file, from the folder of the baseline, with <c>/</c>.</param>
/// <param name="Code">The rule.</param>
/// <param name="Fingerprint">What all of them are called.</param>
/// <param name="Count">How many they are; at least one.</param>
/// <param name="LineHint">Where the first one was when it was recorded, for readers; nothing is found by it.</param>
internal sealed record BaselineEntry(string Path, string Code, string Fingerprint, int Count, int LineHint)
{
    /// <summary>The order of a baseline: by file, rule, line and name.</summary>
    public static IEnumerable<BaselineEntry> Sort(IEnumerable<BaselineEntry> entries) => entries
        .OrderBy(entry => entry.Path, StringComparer.Ordinal)
        .ThenBy(entry => entry.Code, StringComparer.Ordinal)
        .ThenBy(entry => entry.LineHint)
        .ThenBy(entry => entry.Fingerprint, StringComparer.Ordinal);
}
