namespace PyLint.Sharp.Syntax.Text;

/// <summary>A place in a file as people and editors count it.</summary>
/// <param name="Line">Line, counted from 1; <c>\n</c>, <c>\r\n</c> and a lone <c>\r</c> end a line.</param>
/// <param name="Column">Column in Unicode code points, counted from 1; a byte order mark has none.</param>
public readonly record struct LinePosition(int Line, int Column)
{
    /// <summary>The position as <c>line:column</c>.</summary>
    public override string ToString() => $"{Line}:{Column}";
}
