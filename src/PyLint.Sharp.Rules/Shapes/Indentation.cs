using System.Text;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Moves whole lines one level deeper or back.</summary>
internal static class Indentation
{
    private const string Usual = "    ";

    /// <summary>How much deeper a statement stands than what it is in; at the outer level what is usual.</summary>
    public static string UnitAt(Stmt statement, SourceText text)
    {
        var inner = OwnLine.IndentBefore(statement.Span.Start, text);
        var outer = statement.Parent is Stmt around ? OwnLine.IndentBefore(around.Span.Start, text) : null;
        return inner is not null && outer is not null && inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal)
            ? inner[outer.Length..]
            : Usual;
    }

    /// <summary>The line break at the end of a line, as the file has it.</summary>
    public static string NewLineAt(int line, SourceText text) =>
        line < text.LineCount ? text.ToString(new TextSpan(text.LineSpan(line).End, text.LineStart(line + 1))) : "\n";

    /// <summary>True for code that can be moved: no text literal in it goes over the end of a line.</summary>
    public static bool CanMove(ReadOnlySpan<Node> code, SourceText text)
    {
        foreach (var node in code)
        {
            if (node is Constant { Value: string or byte[] } or JoinedStr or TemplateStr && text.LineOf(node.Span.Start) < text.LineOf(node.Span.End))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The lines with more white space before them; empty ones stay as they are.</summary>
    public static string Deeper(int first, int last, string unit, SourceText text)
    {
        var moved = new StringBuilder();
        for (var line = first; line <= last; line++)
        {
            var content = text.Slice(text.LineSpan(line));
            moved.Append(content.IsWhiteSpace() ? "" : unit).Append(content);
            if (line < last)
            {
                moved.Append(NewLineAt(line, text));
            }
        }

        return moved.ToString();
    }

    /// <summary>The lines with the outer white space in the place of the inner one; null when one of them doesn't stand that deep.</summary>
    public static string? Shallower(int first, int last, string inner, string outer, SourceText text)
    {
        var moved = new StringBuilder();
        for (var line = first; line <= last; line++)
        {
            var content = text.Slice(text.LineSpan(line));
            if (!content.IsWhiteSpace())
            {
                if (!content.StartsWith(inner, StringComparison.Ordinal))
                {
                    return null;
                }

                moved.Append(outer).Append(content[inner.Length..]);
            }

            if (line < last)
            {
                moved.Append(NewLineAt(line, text));
            }
        }

        return moved.ToString();
    }
}
