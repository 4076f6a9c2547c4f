using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Statements that have their lines for themselves, so that a fix can put other lines in their place.</summary>
internal static class OwnLine
{
    /// <summary>The white space before an offset; null when code stands before it on the line.</summary>
    public static string? IndentBefore(int offset, SourceText text)
    {
        var line = text.LineOf(offset);
        var before = text.Slice(new TextSpan(text.LineStart(line), offset));
        var isContinued = line > 1 && text.Slice(text.LineSpan(line - 1)).EndsWith('\\');
        return before.Trim(" \t").IsEmpty && !isContinued ? before.ToString() : null;
    }

    /// <summary>True when nothing but a comment stands behind an offset on its line.</summary>
    public static bool EndsAt(int offset, SourceText text) =>
        text.Slice(new TextSpan(offset, text.LineSpan(text.LineOf(offset)).End)).TrimStart() is "" or ['#', ..];

    /// <summary>One step of indentation more, in the kind of white space that is there.</summary>
    public static string Deeper(string indent) => indent.Contains('\t', StringComparison.Ordinal) ? indent + '\t' : indent + "    ";
}
