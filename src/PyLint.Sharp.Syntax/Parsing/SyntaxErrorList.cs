using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Collects the errors of one text.</summary>
internal sealed class SyntaxErrorList(SourceText text)
{
    private readonly List<SyntaxError> errors = [];

    public int Count => errors.Count;

    /// <summary>Where the first error starts; the greatest number when there is none.</summary>
    public int FirstStart
    {
        get
        {
            var first = int.MaxValue;
            foreach (var error in errors)
            {
                first = Math.Min(first, error.Span.Start);
            }

            return first;
        }
    }

    public void Add(TextSpan span, string message) => errors.Add(new SyntaxError(span, message));

    /// <summary>A place for a message, as `line:column`.</summary>
    public string PositionOf(int offset) => text.PositionOf(offset).ToString();

    /// <summary>True when an error starts in a range.</summary>
    public bool HasErrorWithin(TextSpan span)
    {
        foreach (var error in errors)
        {
            if (span.Start <= error.Span.Start && error.Span.Start <= span.End)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>In source order, one a line: what follows on the same line is mostly the echo of the first mistake.</summary>
    public ImmutableArray<SyntaxError> ToSorted()
    {
        if (errors.Count == 0)
        {
            return [];
        }

        errors.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        var told = ImmutableArray.CreateBuilder<SyntaxError>(errors.Count);
        var lastLine = 0;
        foreach (var error in errors)
        {
            var line = text.LineOf(error.Span.Start);
            if (line > lastLine)
            {
                told.Add(error);
                lastLine = line;
            }
        }

        return told.ToImmutable();
    }
}
