using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Explanations;

/// <summary>The code of an example without its <c>[|…|]</c> marks, and where they were.</summary>
/// <param name="Code">The Python text.</param>
/// <param name="Spans">What the rule flags in it, in source order.</param>
internal sealed record ExampleMarkup(string Code, ImmutableArray<TextSpan> Spans)
{
    private const string Open = "[|";
    private const string Close = "|]";

    public static ExampleMarkup Of(Example example)
    {
        if (!example.IsBad)
        {
            return new ExampleMarkup(example.Code, []);
        }

        var code = new StringBuilder();
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var rest = example.Code.AsSpan();
        while (rest.IndexOf(Open) is >= 0 and var open && rest[open..].IndexOf(Close) is >= 0 and var length)
        {
            code.Append(rest[..open]);
            var flagged = rest[(open + Open.Length)..(open + length)];
            spans.Add(new TextSpan(code.Length, code.Length + flagged.Length));
            code.Append(flagged);
            rest = rest[(open + length + Close.Length)..];
        }

        return new ExampleMarkup(code.Append(rest).ToString(), spans.DrainToImmutable());
    }
}
