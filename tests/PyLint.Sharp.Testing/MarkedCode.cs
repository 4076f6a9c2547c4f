using System.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Testing;

/// <summary>Python text with marked spans: <c>{[|[]|]: 1}</c> marks the list. Marks may nest.</summary>
/// <param name="Code">The text without the marks.</param>
/// <param name="Spans">The marked spans, by start and end.</param>
public sealed record MarkedCode(string Code, IReadOnlyList<TextSpan> Spans)
{
    private const string Open = "[|";
    private const string Close = "|]";

    /// <summary>Reads the markup.</summary>
    /// <exception cref="FormatException">A mark has no partner.</exception>
    public static MarkedCode Parse(string marked)
    {
        var code = new StringBuilder();
        var open = new Stack<int>();
        var spans = new List<TextSpan>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (IsMark(marked, i, Open))
            {
                open.Push(code.Length);
                i++;
            }
            else if (IsMark(marked, i, Close))
            {
                var start = open.TryPop(out var top) ? top : throw new FormatException($"`|]` without `[|`: {marked}");
                spans.Add(new TextSpan(start, code.Length));
                i++;
            }
            else
            {
                code.Append(marked[i]);
            }
        }

        return open.Count == 0
            ? new MarkedCode(code.ToString(), [.. spans.Order()])
            : throw new FormatException($"`[|` without `|]`: {marked}");
    }

    /// <summary>The text with its marks, as <see cref="Parse"/> reads it.</summary>
    public override string ToString()
    {
        var output = new StringBuilder();
        for (var i = 0; i <= Code.Length; i++)
        {
            Append(output, Close, Spans.Count(span => span.End == i && !span.IsEmpty));
            Append(output, Open + Close, Spans.Count(span => span.Start == i && span.IsEmpty));
            Append(output, Open, Spans.Count(span => span.Start == i && !span.IsEmpty));
            output.Append(Code.AsSpan(i, i < Code.Length ? 1 : 0));
        }

        return output.ToString();
    }

    /// <summary>Inserts text before characters, counted from 0; the marks move along and do not grow at their ends.</summary>
    public MarkedCode InsertBefore(Func<int, string> insertion)
    {
        var output = new StringBuilder();
        var moved = new int[Code.Length + 1];
        for (var i = 0; i <= Code.Length; i++)
        {
            output.Append(insertion(i));
            moved[i] = output.Length;
            output.Append(Code.AsSpan(i, i < Code.Length ? 1 : 0));
        }

        TextSpan Move(TextSpan span) => new(moved[span.Start], span.IsEmpty ? moved[span.Start] : moved[span.End - 1] + 1);
        return new MarkedCode(output.ToString(), [.. Spans.Select(Move)]);
    }

    /// <summary>True at the first character of a line.</summary>
    public bool StartsLine(int offset) => offset == 0 || Code[offset - 1] == '\n';

    private static bool IsMark(string text, int index, string mark) => string.CompareOrdinal(text, index, mark, 0, mark.Length) == 0;

    private static void Append(StringBuilder output, string mark, int times) => output.Insert(output.Length, mark, times);
}
