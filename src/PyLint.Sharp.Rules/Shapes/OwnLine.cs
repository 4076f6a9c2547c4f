using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Statements that have their lines for themselves, so that a fix can take them away or put others in their place.</summary>
internal static class OwnLine
{
    /// <summary>The white space before an offset; null when code stands before it on the line.</summary>
    public static string? IndentBefore(int offset, SourceText text)
    {
        var line = text.LineOf(offset);
        var before = text.Slice(new TextSpan(text.LineStart(line), offset));
        var isContinued = line > 1 && text.Slice(text.LineSpan(line - 1)).EndsWith('\\');
        return before.Trim(" \t\f").IsEmpty && !isContinued ? before.ToString() : null;
    }

    /// <summary>True when nothing but a comment stands behind an offset on its line.</summary>
    public static bool EndsAt(int offset, SourceText text) =>
        text.Slice(new TextSpan(offset, text.LineSpan(text.LineOf(offset)).End)).TrimStart() is "" or ['#', ..];

    /// <summary>
    /// The lines of a statement with their line break, the last line of a file with the one before; null where anything else stands on them.
    /// </summary>
    public static TextSpan? Of(Stmt statement, SourceText text)
    {
        var last = text.LineSpan(text.LineOf(statement.Span.End));
        if (IndentBefore(statement.Span.Start, text) is not { } indent || !text.Slice(new TextSpan(statement.Span.End, last.End)).IsWhiteSpace())
        {
            return null;
        }

        var start = statement.Span.Start - indent.Length;
        var end = last.End;
        end += end < text.Length && text.Content[end] == '\r' ? 1 : 0;
        end += end < text.Length && text.Content[end] == '\n' ? 1 : 0;
        var isLast = end == last.End && start > 0;
        return isLast ? new TextSpan(text.LineSpan(text.LineOf(start) - 1).End, end) : new TextSpan(start, end);
    }

    /// <summary>One step of indentation more, in the kind of white space that is there.</summary>
    public static string Deeper(string indent) => indent.Contains('\t', StringComparison.Ordinal) ? indent + '\t' : indent + "    ";
}
