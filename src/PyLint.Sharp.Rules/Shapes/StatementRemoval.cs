using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Takes a simple statement out of its block.</summary>
internal static class StatementRemoval
{
    /// <summary>Deletes its line; where it shares the line, has a comment or is all that the block holds, <c>pass</c> takes its place.</summary>
    public static TextEdit EditFor(Stmt statement, SourceText text)
    {
        var line = text.LineOf(statement.Span.Start);
        var start = text.LineStart(line);
        var end = text.LineSpan(text.LineOf(statement.Span.End)).End;
        var isAlone = text.Slice(new TextSpan(start, statement.Span.Start)).Trim(" \t\f").IsEmpty && text.Slice(new TextSpan(statement.Span.End, end)).Trim(" \t\f").IsEmpty;
        if (!isAlone || StatementLists.Of(statement).Length == 1 || end >= text.Length)
        {
            return new TextEdit(statement.Span, "pass");
        }

        return new TextEdit(new TextSpan(start, text.LineStart(text.LineOf(statement.Span.End) + 1)), "");
    }
}
