using System.Collections.Immutable;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Fixing;

/// <summary>Checks that edits changed nothing beside them: text that an edit leaves alone may still be read differently after it.</summary>
internal static class UntouchedTokens
{
    /// <summary>True when each token outside the edits is a token, with the same text, of the new text too.</summary>
    public static bool AreKept(SourceText before, ImmutableArray<Fix> fixes, SourceText after)
    {
        var edits = InOrder(fixes);
        var (oldTokens, newTokens) = (SyntaxTokens.SpansOf(before), SyntaxTokens.SpansOf(after));
        var (edit, shift, other) = (0, 0, 0);
        foreach (var token in oldTokens)
        {
            for (; edit < edits.Count && edits[edit].Span.End <= token.Start; edit++)
            {
                shift += edits[edit].NewText.Length - edits[edit].Span.Length;
            }

            if (edit < edits.Count && edits[edit].Span.Start < token.End)
            {
                continue;
            }

            var moved = new TextSpan(token.Start + shift, token.End + shift);
            while (other < newTokens.Length && newTokens[other].Start < moved.Start)
            {
                other++;
            }

            if (other == newTokens.Length || newTokens[other] != moved)
            {
                return false;
            }
        }

        return true;
    }

    private static List<TextEdit> InOrder(ImmutableArray<Fix> fixes)
    {
        var edits = new List<TextEdit>();
        foreach (var fix in fixes)
        {
            edits.AddRange(fix.Edits);
        }

        edits.Sort(static (left, right) => left.Span.CompareTo(right.Span));
        return edits;
    }
}
