using System.Collections.Immutable;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Handlers whose author says in a comment why they do what they do.</summary>
internal static class ExplainedHandler
{
    private const int FewestLetters = 3;

    /// <summary>Comments for programs: they silence somebody and explain nothing.</summary>
    private static readonly string[] Directives = ["noqa", "type:", "pylint:", "pragma", "nosec", "NOSONAR", "pyright:", "ruff:", "fmt:", "isort:", "mypy:", "pyre-", "flake8:", "pylint-sharp:"];

    private static readonly string[] FailureWords = ["fail", "error", "exception", "raise", "ignore", "crash", "not work", "n't work", "broken", "unavailable"];

    /// <summary>
    /// True when words stand beside or in the handler, behind it at its own depth, right above the <c>try</c>, or in its body where
    /// that is one statement; what stands in another handler explains that one.
    /// </summary>
    public static bool Is(ExceptHandler handler, TryStatement attempt, SyntaxTree tree)
    {
        if (HandlerTypes.AreTooMany(attempt))
        {
            return true;
        }

        var text = tree.Text;
        var first = text.LineOf(attempt.Span.Start) - 1;
        var code = text.LineOf(handler.Span.End);
        var from = LastCodeLine(handler, attempt, text);
        var body = attempt.Body.Length == 1 ? text.LineOf(attempt.Body[0].Span.End) : first;
        var depth = handler.Span.Start - text.LineStart(text.LineOf(handler.Span.Start));
        for (var i = tree.CommentsBefore(text.LineStart(Math.Max(first, 1))); i < tree.Comments.Length; i++)
        {
            var comment = tree.Comments[i];
            var line = text.LineOf(comment.Start);
            if (line > code && !IsOwnLine(comment, code, depth, text))
            {
                break;
            }

            var isNear = line == first ? StartsLine(comment, text)
                : line > code || line >= from || line <= body;
            if (isNear && Explains(text.Slice(comment)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True when words stand beside or in the handler itself, or between it and the code before. Those above the <c>try</c> count where
    /// they speak of failing: others say what the code does.
    /// </summary>
    public static bool IsWithin(ExceptHandler handler, TryStatement attempt, SyntaxTree tree)
    {
        if (HandlerTypes.AreTooMany(attempt))
        {
            return true;
        }

        var text = tree.Text;
        var last = text.LineOf(handler.Span.End);
        for (var i = tree.CommentsBefore(text.LineStart(LastCodeLine(handler, attempt, text))); i < tree.Comments.Length && text.LineOf(tree.Comments[i].Start) <= last; i++)
        {
            if (Explains(text.Slice(tree.Comments[i])))
            {
                return true;
            }
        }

        return SpeaksOfFailing(text.LineOf(attempt.Span.Start) - 1, text);
    }

    /// <summary>True when one of the comment lines that end here does.</summary>
    private static bool SpeaksOfFailing(int line, SourceText text)
    {
        for (; line >= 1 && text.Slice(text.LineSpan(line)).TrimStart() is ['#', ..] comment; line--)
        {
            foreach (var word in FailureWords)
            {
                if (comment.Contains(word, StringComparison.OrdinalIgnoreCase) && Explains(comment))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The last line of the code before the handler.</summary>
    private static int LastCodeLine(ExceptHandler handler, TryStatement attempt, SourceText text)
    {
        var last = attempt.Body[^1].Span.End;
        foreach (var other in attempt.Handlers)
        {
            last = other.Index < handler.Index ? other.Span.End : last;
        }

        return text.LineOf(last) + 1;
    }

    private static bool StartsLine(TextSpan comment, SourceText text) =>
        text.Slice(new TextSpan(text.LineStart(text.LineOf(comment.Start)), comment.Start)).IsWhiteSpace();

    /// <summary>True for a comment behind the last line of a handler that is indented into it, with nothing but comments between.</summary>
    private static bool IsOwnLine(TextSpan comment, int lastCode, int depth, SourceText text)
    {
        var line = text.LineOf(comment.Start);
        if (!StartsLine(comment, text) || comment.Start - text.LineStart(line) <= depth)
        {
            return false;
        }

        for (var between = lastCode + 1; between < line; between++)
        {
            if (text.Slice(text.LineSpan(between)).TrimStart() is not ("" or ['#', ..]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True for a comment of words, which isn't one for programs.</summary>
    public static bool Explains(ReadOnlySpan<char> comment)
    {
        var words = comment.TrimStart('#').Trim();
        foreach (var directive in Directives)
        {
            if (words.StartsWith(directive, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        var letters = 0;
        foreach (var character in words)
        {
            letters += char.IsLetter(character) ? 1 : 0;
        }

        return letters >= FewestLetters && !IsCode(words);
    }

    /// <summary>True for one word with a digit in it: the code of some linter's rule.</summary>
    private static bool IsCode(ReadOnlySpan<char> words) => words.IndexOfAny(' ', '\t') < 0 && words.IndexOfAnyInRange('0', '9') >= 0;
}
