using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Syntax.Text;

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
    /// changed twice. Two edits meet when they share text or start at the same place. A pure function; the safety of the fixes is
    /// the caller's business.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">An edit lies outside the text.</exception>
    public static FixOutcome Apply(string text, IEnumerable<Fix> fixes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fixes);
        var applied = ImmutableArray.CreateBuilder<Fix>();
        var skipped = ImmutableArray.CreateBuilder<Fix>();
        var edits = new SortedList<TextSpan, string>();
        foreach (var fix in InSourceOrder(fixes))
        {
            (TryAdd(fix, edits) ? applied : skipped).Add(fix);
        }

        return new FixOutcome(Rewrite(text, edits), applied.DrainToImmutable(), skipped.DrainToImmutable());
    }

    /// <summary>By first edit; an insertion sort, because equal starts must keep their order and lists are nearly sorted.</summary>
    private static List<Fix> InSourceOrder(IEnumerable<Fix> fixes)
    {
        var sorted = new List<Fix>();
        foreach (var fix in fixes)
        {
            if (fix.Edits.IsEmpty)
            {
                continue;
            }

            var place = sorted.Count;
            while (place > 0 && sorted[place - 1].Edits[0].Span.Start > fix.Edits[0].Span.Start)
            {
                place--;
            }

            sorted.Insert(place, fix);
        }

        return sorted;
    }

    private static bool TryAdd(Fix fix, SortedList<TextSpan, string> edits)
    {
        foreach (var edit in fix.Edits)
        {
            if (MeetsAny(edit.Span, edits.Keys))
            {
                return false;
            }
        }

        foreach (var edit in fix.Edits)
        {
            edits.Add(edit.Span, edit.NewText);
        }

        return true;
    }

    private static bool MeetsAny(TextSpan span, IList<TextSpan> others)
    {
        var (low, high) = (0, others.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = others[middle].Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        var meetsNext = low < others.Count && (others[low].Start == span.Start || others[low].Overlaps(span));
        return meetsNext || (low > 0 && others[low - 1].End > span.Start);
    }

    private static string Rewrite(string text, SortedList<TextSpan, string> edits)
    {
        var output = new StringBuilder(text.Length);
        var position = 0;
        foreach (var (span, newText) in edits)
        {
            output.Append(text.AsSpan(position, span.Start - position)).Append(newText);
            position = span.End;
        }

        return output.Append(text.AsSpan(position)).ToString();
    }
}
