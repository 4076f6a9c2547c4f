using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>What the text tells and the tree does not.</summary>
internal static class SourceShapes
{
    /// <summary>True for an <c>except*</c>.</summary>
    public static bool HasStar(SourceText source, ExceptHandler handler)
    {
        var at = handler.Span.Start + "except".Length;
        while (at < source.Length && (char.IsWhiteSpace(source[at]) || source[at] == '\\'))
        {
            at++;
        }

        return at < source.Length && source[at] == '*';
    }

    /// <summary>
    /// True when the parenthesis before the first element is the tuple's own: more of them open before that element than close behind
    /// it and before the comma.
    /// </summary>
    public static bool IsParenthesized(SourceText source, Nodes.Tuple tuple)
    {
        if (tuple.Elts.IsEmpty)
        {
            return true;
        }

        var (first, depth) = (tuple.Elts[0].Span, 0);
        for (var i = tuple.Span.Start; i < first.Start; i++)
        {
            depth += source[i] == '(' ? 1 : 0;
        }

        for (var i = first.End; i < tuple.Span.End && source[i] != ','; i++)
        {
            depth -= source[i] == ')' ? 1 : 0;
        }

        return depth > 0;
    }
}
