using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Collects the errors of one text.</summary>
internal sealed class SyntaxErrorList(SourceText text)
{
    private readonly List<SyntaxError> errors = [];

    /// <summary>The errors up to here are sorted: the tokenizer's, which are all found before the parser's first.</summary>
    private int sortedCount;

    public int Count => errors.Count;

    /// <summary>Where the tree is not to be trusted.</summary>
    public DamagedRegions Damage { get; } = new();

    public void Add(TextSpan span, string message, SyntaxErrorKind kind = SyntaxErrorKind.Any) => errors.Add(new SyntaxError(span, message, kind));

    /// <summary>True when the last error starts at an offset or behind it.</summary>
    public bool HasErrorSince(int offset) => errors.Count > 0 && errors[^1].Span.Start >= offset;

    /// <summary>Forgets the errors that were added behind the first ones.</summary>
    public void Truncate(int count) => errors.RemoveRange(count, errors.Count - count);

    /// <summary>True when the last error stands before an offset on the same line: <see cref="ToSorted"/> would drop another one.</summary>
    public bool IsEcho(int offset) =>
        errors.Count > 0 && errors[^1].Span.Start is var last && last < offset && text.LineOf(last) == text.LineOf(offset);

    /// <summary>A place for a message, as `line:column`.</summary>
    public string PositionOf(int offset) => text.PositionOf(offset).ToString();

    /// <summary>To be called when all tokens are read.</summary>
    public void SortTokenErrors()
    {
        errors.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        sortedCount = errors.Count;
    }

    /// <summary>
    /// True when an error starts in a range. The ranges that are asked for follow the text, so that of the errors since the sorting
    /// the last ones decide: a file may hold as many errors as lines.
    /// </summary>
    public bool HasErrorWithin(TextSpan span)
    {
        for (var i = errors.Count - 1; i >= sortedCount && errors[i].Span.Start >= span.Start; i--)
        {
            if (IsWithin(errors[i], span))
            {
                return true;
            }
        }

        var first = FirstSortedFrom(span.Start);
        return first < sortedCount && IsWithin(errors[first], span);
    }

    /// <summary>For an error that does not start before the range. What starts where a line ends belongs to the next one.</summary>
    private static bool IsWithin(SyntaxError error, TextSpan span) => error.Span.Start < span.End || error.Span.Start == span.Start;

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

    private int FirstSortedFrom(int offset)
    {
        var (low, high) = (0, sortedCount);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = errors[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
