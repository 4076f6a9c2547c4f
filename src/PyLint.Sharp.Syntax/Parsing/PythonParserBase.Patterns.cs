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
        if (!isSequence && patterns[0] is not MatchStar)
        {
            return patterns[0];
        }

        if (!isSequence)
        {
            Error(patterns[0], "a starred pattern needs a sequence around it; write a comma behind it");
        }

        return new MatchSequence(Span(start), CheckStars(patterns));
    }

    protected Pattern ParenthesizedPattern(Token start, int mark, bool isSequence)
    {
        var patterns = Take<Pattern>(mark);
        return !isSequence && patterns is [not MatchStar] ? patterns[0] : new MatchSequence(Span(start), CheckStars(patterns));
    }

    protected Pattern Alternatives(Token start, int mark)
    {
        for (var i = mark; i < height; i++)
        {
            if (stack[i] is MatchValue { Value: Attribute value })
            {
                CheckNotOfWildcard(value);
            }
        }

        if (height - mark > 1)
        {
            return new MatchOr(Span(start), Take<Pattern>(mark));
        }

        return (Pattern)stack[--height]!;
    }

    protected Pattern ClassPattern(TextSpan span, Expr cls, ClassPatternArguments arguments)
    {
        CheckNotOfWildcard(cls);
        return arguments.Build(span, cls);
    }

    /// <summary>As a key of a mapping `_.a` is Python, because a key cannot be a wildcard.</summary>
    private void CheckNotOfWildcard(Expr value)
    {
        var root = value;
        while (root is Attribute attribute)
        {
            root = attribute.Value;
        }

        if (root is Name { Id: "_" })
        {
            Error(value, "`_` in a pattern matches everything; it can name no class and no value");
        }
    }

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
                Error(pattern, "only one starred pattern can take the rest of a sequence");
            }

            starred = pattern as MatchStar ?? starred;
        }

        return patterns;
    }
}
