using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Where people explain a line: behind it, and on the line above.</summary>
internal static class CommentsBeside
{
    /// <summary>The comments on the line where a node starts and on the one above.</summary>
    public static ReadOnlySpan<TextSpan> Of(Node node)
    {
        var text = node.Tree.Text;
        var line = text.LineOf(node.Span.Start);
        return node.Tree.CommentsIn(new TextSpan(text.LineStart(Math.Max(1, line - 1)), text.LineSpan(line).End));
    }
}
