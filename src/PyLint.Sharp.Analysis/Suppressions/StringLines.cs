using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>Which lines end inside a string. Most findings ask for no more: a comment fits on the line where they start.</summary>
internal sealed class StringLines
{
    private readonly SourceText text;

    /// <summary>By the line on which it ends, the first line of a string of several lines; 0 where none ends.</summary>
    private readonly int[] first;

    /// <summary>By a line whose end is inside a string, the last line of that string; 0 for all others.</summary>
    private readonly int[] last;

    public StringLines(SyntaxTree tree)
    {
        text = tree.Text;
        (first, last) = (new int[text.LineCount + 1], new int[text.LineCount + 1]);
        var kinds = tree.Kinds.AsSpan();
        var cursor = new LineCursor(text);
        for (var i = 0; i < kinds.Length; i++)
        {
            // Of the constants only strings have several lines.
            if (kinds[i] is NodeKind.Constant or NodeKind.JoinedStr or NodeKind.TemplateStr)
            {
                Add(tree.Nodes[i].Span, cursor);
            }
        }
    }

    /// <summary>The first line of the string of several lines that ends on a line; 0 when there is none.</summary>
    public int FirstOfEndingAt(int line) => first[line];

    /// <summary>The last line of the string that the end of a line is inside of; 0 when there is none.</summary>
    public int LastOfAround(int line) => last[line];

    /// <summary>False where a line ends inside a string or in a backslash.</summary>
    public bool CanTakeComment(int line) => last[line] == 0 && !text.Slice(text.LineSpan(line)).EndsWith('\\');

    private void Add(TextSpan span, LineCursor cursor)
    {
        var from = cursor.LineAt(span.Start);
        var to = cursor.LastLineOf(span, from);
        if (from < to && first[to] == 0)
        {
            first[to] = from;
            Array.Fill(last, to, from, to - from);
        }
    }
}
