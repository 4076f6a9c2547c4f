using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>The parts of one <c>{…}</c> of a formatted string; the tokens and expressions that it may lack are null.</summary>
internal struct ReplacementField
{
    /// <summary>With the braces.</summary>
    public TextSpan Span { get; set; }

    public Expr Value { get; set; }

    public Token? Equal { get; set; }

    public Token? Exclamation { get; set; }

    public Token? Conversion { get; set; }

    public Token? Colon { get; set; }

    public Expr? Specification { get; set; }

    /// <summary>From behind the brace to what ends the expression: <c>=</c>, <c>!</c>, <c>:</c> or the other brace.</summary>
    public readonly TextSpan Expression => new(Span.Start + 1, ((Token?)(Equal ?? Exclamation ?? Colon))?.Start ?? Span.End - 1);

    /// <summary>What <c>=</c> shows: also the <c>=</c> and the white space around it.</summary>
    public readonly TextSpan Shown => new(Span.Start + 1, ((Token?)(Exclamation ?? Colon))?.Start ?? Span.End - 1);
}
