using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Moves an <c>except</c> clause above another one of the same <c>try</c>, whole lines with their comments.</summary>
internal static class HandlerMove
{
    /// <summary>The edits; null where a clause shares a line with something else, or a comment before it would lose its place.</summary>
    public static TextEdit[]? Before(ExceptHandler moved, ExceptHandler place, SourceText text)
    {
        var first = text.LineOf(moved.Span.Start);
        var last = text.LineOf(moved.Span.End);
        if (OwnLine.IndentBefore(moved.Span.Start, text) is null || OwnLine.IndentBefore(place.Span.Start, text) is null || !IsCode(text, first - 1))
        {
            return null;
        }

        var block = new TextSpan(text.LineStart(first), text.LineSpan(last).End);
        var above = text.LineSpan(first - 1).End;
        var lineBreak = text.ToString(new TextSpan(above, block.Start));
        var target = text.LineStart(text.LineOf(place.Span.Start));
        return [new TextEdit(new TextSpan(target, target), text.ToString(block) + lineBreak), new TextEdit(new TextSpan(above, block.End), "")];
    }

    private static bool IsCode(SourceText text, int line) => text.Slice(text.LineSpan(line)).TrimStart() is not ("" or ['#', ..]);
}
