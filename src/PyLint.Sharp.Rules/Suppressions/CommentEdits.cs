using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Suppressions;

/// <summary>Takes words or whole directives out of comments, and leaves the rest of each comment as it is.</summary>
internal static class CommentEdits
{
    /// <summary>The codes as a part of a sentence: <c>`A`, `B` and `C`</c>.</summary>
    public static string List(List<SuppressionCode> codes)
    {
        var list = $"`{codes[0].Text}`";
        for (var i = 1; i < codes.Count; i++)
        {
            list += $"{(i == codes.Count - 1 ? " and" : ",")} `{codes[i].Text}`";
        }

        return list;
    }

    /// <summary>Removes some of a suppression's codes; the suppression itself when none would be left.</summary>
    public static TextEdit[] Remove(SourceText text, Suppression suppression, List<SuppressionCode> codes)
    {
        var all = suppression.Codes;
        if (codes.Count == all.Length)
        {
            return [Remove(text, suppression)];
        }

        var edits = new List<TextEdit>();
        var hasKept = false;
        for (var i = 0; i < all.Length; i++)
        {
            if (!codes.Contains(all[i]))
            {
                hasKept = true;
            }
            else if (hasKept)
            {
                edits.Add(new TextEdit(new TextSpan(all[i - 1].Span.End, all[i].Span.End), ""));
            }
            else
            {
                edits.Add(new TextEdit(new TextSpan(all[i].Span.Start, all[i + 1].Span.Start), ""));
            }
        }

        return [.. edits];
    }

    /// <summary>Removes a directive; with it a comment of which nothing else is left, and a line of which nothing else is left.</summary>
    public static TextEdit Remove(SourceText text, Suppression suppression)
    {
        var (comment, span) = (suppression.Comment, suppression.Span);
        var before = text.Slice(new TextSpan(comment.Start, span.Start)).TrimEnd();
        var after = text.Slice(new TextSpan(span.End, comment.End)).TrimStart();
        if (HasWords(after))
        {
            // `# noqa: PLS201 because` becomes `# because`.
            return new TextEdit(new TextSpan(span.Start, comment.End - after.Length), after[0] == '#' ? "" : "# ");
        }

        // What is left behind it, a comma or a bracket, belonged to it.
        if (!before.IsEmpty)
        {
            return new TextEdit(new TextSpan(comment.Start + before.Length, comment.End), "");
        }

        var line = text.LineOf(comment.Start);
        var start = text.LineStart(line);
        var code = text.Slice(new TextSpan(start, comment.Start)).TrimEnd(" \t\f");
        return code.IsEmpty && line < text.LineCount
            ? new TextEdit(new TextSpan(start, text.LineStart(line + 1)), "")
            : new TextEdit(new TextSpan(start + code.Length, comment.End), "");
    }

    private static bool HasWords(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || character == '#')
            {
                return true;
            }
        }

        return false;
    }
}
