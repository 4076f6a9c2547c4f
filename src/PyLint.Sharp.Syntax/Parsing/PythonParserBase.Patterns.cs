using System.Collections.Immutable;
using System.Numerics;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Patterns (Language Reference §8.6.4).</summary>
internal abstract partial class PythonParserBase
{
    /// <summary>The name that a capture binds; null for the wildcard.</summary>
    protected static Identifier? CaptureOf(Token token) => token.Text == "_" ? null : NameOf(token);

    protected static Pattern CaptureOrValue(TextSpan span, Expr named) => named is Name name
        ? new MatchAs(span, null, name.Id == "_" ? null : new Identifier(name.Id, name.Span))
        : new MatchValue(span, named);

    protected Pattern OpenSequence(Token start, int mark, bool isSequence)
    {
        var patterns = Take<Pattern>(mark);
        return isSequence || patterns[0] is MatchStar ? Sequence(start, patterns, isSequence) : patterns[0];
    }

    protected Pattern ParenthesizedPattern(Token start, int mark, bool isSequence)
    {
        var patterns = Take<Pattern>(mark);
        return !isSequence && patterns is [not MatchStar] ? patterns[0] : Sequence(start, patterns, isSequence || patterns.IsEmpty);
    }

    protected Pattern Alternatives(Token start, int mark)
    {
        if (height - mark > 1)
        {
            return new MatchOr(Span(start), Take<Pattern>(mark));
        }

        return (Pattern)stack[--height].Node!;
    }

    protected static Pattern ClassPattern(TextSpan span, Expr cls, ClassPatternArguments arguments) => arguments.Build(span, cls);

    protected Expr SignedNumber(Token? sign, Token number)
    {
        var node = Number(number);
        return sign is null ? node : new UnaryOp(Span(sign), UnaryOperator.USub, node);
    }

    protected Expr ComplexNumber(Token start, Expr real, Token op, Token second)
    {
        var imaginary = (Constant)Number(second);
        if (imaginary.Value is not Complex)
        {
            Error(imaginary, "only an imaginary number can follow the sign in a pattern");
        }

        if (real is Constant { Value: Complex } or UnaryOp { Operand: Constant { Value: Complex } })
        {
            Error(real, "a real number must stand before the sign in a pattern");
        }

        var operation = op.Type == PythonParser.PLUS ? BinaryOperator.Add : BinaryOperator.Sub;
        return new BinOp(Span(start), real, operation, imaginary);
    }

    protected ImmutableArray<Pattern> CheckStars(ImmutableArray<Pattern> patterns)
    {
        Pattern? starred = null;
        foreach (var pattern in patterns)
        {
            if (pattern is MatchStar && starred != null)
            {
                Error(pattern, "only one starred pattern can take the rest of a sequence; leave out the other `*`");
            }

            starred = pattern as MatchStar ?? starred;
        }

        return patterns;
    }

    private MatchSequence Sequence(Token start, ImmutableArray<Pattern> patterns, bool hasComma)
    {
        if (!hasComma)
        {
            Error(patterns[0], "a starred pattern needs a sequence around it; write a comma behind it");
        }

        return new MatchSequence(Span(start), CheckStars(patterns));
    }
}
