using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Suppressions;

/// <summary>Finds the lines of nodes that are asked for in preorder.</summary>
internal sealed class LineCursor(SourceText text)
{
    /// <summary>Where the node begins that was looked at last.</summary>
    private int current = 1;

    /// <summary>As the text's own <see cref="SourceText.LineOf"/>, and fast because most nodes start on the line of the one before or on the next.</summary>
    public int LineAt(int offset)
    {
        while (offset < text.LineStart(current))
        {
            current--;
        }

        while (current < text.LineCount && offset >= text.LineStart(current + 1))
        {
            current++;
        }

        return current;
    }

    public int LastLineOf(TextSpan span, int firstLine) =>
        firstLine == text.LineCount || span.End < text.LineStart(firstLine + 1) ? firstLine : text.LineOf(span.End);
}
