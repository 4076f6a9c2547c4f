using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Moves the end of a <c>try</c> body into an <c>else</c>, whole lines with all their comments.</summary>
internal static class ElseMove
{
    /// <summary>The two edits; none where a line holds more than its statement.</summary>
    public static TextEdit[] Of(SuccessRun run, SyntaxTree tree)
    {
        var (attempt, text) = (run.Attempt, tree.Text);
        var tryLine = text.LineOf(attempt.Span.Start);
        var firstLine = text.LineOf(attempt.Body[run.Start - 1].Span.End) + 1;
        var lastLine = LastCommentLine(tree, attempt, text.LineOf(run.Span.End));
        var handlersEnd = LastCommentLine(tree, attempt, text.LineOf(attempt.Handlers[^1].Span.End));
        if (OwnLine.IndentBefore(attempt.Span.Start, text) is null || OwnLine.IndentBefore(run.First.Span.Start, text) is null || text.LineOf(attempt.Body[0].Span.Start) == tryLine)
        {
            return [];
        }

        while (text.LineSpan(firstLine).Length == 0 || text.Slice(text.LineSpan(firstLine)).IsWhiteSpace())
        {
            firstLine++;
        }

        var moved = new TextSpan(text.LineStart(firstLine), text.LineSpan(lastLine).End);
        var gap = new TextSpan(text.LineSpan(text.LineOf(attempt.Body[run.Start - 1].Span.End)).End, moved.End);
        var newLine = text.Slice(new TextSpan(text.LineSpan(tryLine).End, text.LineStart(tryLine + 1))).ToString();
        var indent = text.Slice(new TextSpan(text.LineStart(tryLine), attempt.Span.Start)).ToString();
        var end = text.LineSpan(handlersEnd).End;
        return [new TextEdit(gap, ""), new TextEdit(new TextSpan(end, end), $"{newLine}{indent}else:{newLine}{text.ToString(moved)}")];
    }

    /// <summary>The last of the comment lines behind a line that are indented deeper than the <c>try</c>, so that they belong to the block.</summary>
    private static int LastCommentLine(SyntaxTree tree, TryStatement attempt, int line)
    {
        var text = tree.Text;
        var depth = attempt.Span.Start - text.LineStart(text.LineOf(attempt.Span.Start));
        for (var next = line + 1; next <= text.LineCount; next++)
        {
            var content = text.Slice(text.LineSpan(next));
            var trimmed = content.TrimStart();
            if (!trimmed.IsEmpty && (trimmed[0] != '#' || content.Length - trimmed.Length <= depth))
            {
                break;
            }

            line = trimmed.IsEmpty ? line : next;
        }

        return line;
    }
}
