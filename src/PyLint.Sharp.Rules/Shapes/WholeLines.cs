using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Statements that have their lines for themselves, so that they can go without a trace.</summary>
internal static class WholeLines
{
    /// <summary>The lines with a line break, the last line of a file with the one before; null where anything else stands on them.</summary>
    public static TextSpan? Of(Stmt statement, SourceText text)
    {
        var start = text.LineStart(text.LineOf(statement.Span.Start));
        var last = text.LineSpan(text.LineOf(statement.Span.End));
        var isAlone = text.Slice(new TextSpan(start, statement.Span.Start)).IsWhiteSpace()
            && text.Slice(new TextSpan(statement.Span.End, last.End)).IsWhiteSpace();
        if (!isAlone)
        {
            return null;
        }

        var end = last.End;
        end += end < text.Length && text.Content[end] == '\r' ? 1 : 0;
        end += end < text.Length && text.Content[end] == '\n' ? 1 : 0;
        var isLast = end == last.End && start > 0;
        return isLast ? new TextSpan(text.LineSpan(text.LineOf(start) - 1).End, end) : new TextSpan(start, end);
    }
}
