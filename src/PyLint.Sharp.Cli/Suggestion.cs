using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Cli;

/// <summary>The end of an error message that offers what may have been meant.</summary>
internal static class Suggestion
{
    /// <summary><c>; did you mean `…`?</c>, or nothing when no candidate is near.</summary>
    public static string Among(string word, IEnumerable<string> candidates) =>
        DidYouMean.Closest(word, candidates) is { } found ? $"; did you mean `{found}`?" : "";
}
