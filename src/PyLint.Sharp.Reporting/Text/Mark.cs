using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Text;

/// <summary>A place that a frame underlines, in lines and in cells of them.</summary>
internal sealed record Mark
{
    public Mark(SourceText text, TextSpan span, string label, bool isPrimary)
    {
        Span = span;
        Label = label;
        IsPrimary = isPrimary;
        StartLine = text.LineOf(span.Start);

        // A span that reaches over a line break ends where the last line does that it has a character of.
        EndLine = span.IsEmpty ? StartLine : text.LineOf(span.End - 1);
    }

    public TextSpan Span { get; }

    public string Label { get; init; }

    public bool IsPrimary { get; }

    public int StartLine { get; }

    public int EndLine { get; }

    public bool IsMultiLine => EndLine > StartLine;

    public char Sign => IsPrimary ? '^' : '-';
}
