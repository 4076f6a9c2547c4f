using System.Collections.Immutable;
using System.Numerics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>Patterns (Language Reference §8.6.4).</summary>
internal sealed partial class ProgramValidator
{
    private readonly HashSet<string> alternativeNames = [];

    private void VisitMatch(Node node)
    {
        switch (node)
        {
            case Match match:
                CheckCases(match.Cases);
                break;
            case MatchCase @case:
                CheckCaptures(@case.Pattern);
                break;
            case MatchOr or:
                CheckAlternatives(or.Patterns);
                break;
            case MatchMapping mapping:
                CheckKeys(mapping.Keys);
                CheckCapture(mapping.Rest, isPlain: false);
                break;
            case MatchClass type:
                CheckAttributes(type.KwdAttrs);
                CheckWildcard(type.Cls);
                break;
            case MatchAs @as:
                CheckCapture(@as.Name, isPlain: @as.Pattern is null);
                break;
            case MatchStar star:
                CheckBinding(star.Name);
                break;
            case MatchValue { Value: JoinedStr or TemplateStr }:
                Error(node.Span, "a formatted string cannot be a pattern; compare it in an `if` behind the pattern");
                break;
            case MatchValue value:
                CheckWildcard(value.Value);
                break;
        }
    }

    /// <summary>In front of a dot or a parenthesis, too, `_` is the wildcard. A key of a mapping can be none.</summary>
    private void CheckWildcard(Expr named)
    {
        while (named is Nodes.Attribute attribute)
        {
            named = attribute.Value;
        }

        if (named is Name { Id: "_" } wildcard)
        {
            Error(wildcard.Span, "`_` matches everything in a pattern and is the name of nothing; write another name");
        }
    }

    private void CheckCases(ImmutableArray<MatchCase> cases)
    {
        for (var i = 0; i < cases.Length - 1; i++)
        {
            if (cases[i].Guard is null && IrrefutablePattern.CatchAll(cases[i].Pattern) is { } pattern)
            {
                Unreachable(pattern, "cases below; make it the last one");
            }
        }
    }

    private void CheckAlternatives(ImmutableArray<Pattern> patterns)
    {
        for (var i = 0; i < patterns.Length - 1; i++)
        {
            if (IrrefutablePattern.CatchAll(patterns[i]) is { } pattern)
            {
                Unreachable(pattern, "alternatives behind it; make it the last one");
                return;
            }
        }

        CheckSameNames(patterns);
    }

    private void Unreachable(MatchAs pattern, string rest)
    {
        var subject = pattern.Name is { } name ? $"the name `{name}` matches everything" : "`_` matches everything";
        Error(pattern.Span, $"{subject}, so nothing reaches the {rest}");
    }

    private void CheckSameNames(ImmutableArray<Pattern> patterns)
    {
        alternativeNames.Clear();
        AddCaptures(patterns[0], alternativeNames);
        for (var i = 1; i < patterns.Length; i++)
        {
            seen.Clear();
            CheckCaptures(patterns[i]);
            if (!seen.SetEquals(alternativeNames))
            {
                Error(patterns[i].Span, "the alternatives bind different names; each must bind the same ones");
                return;
            }
        }
    }

    private static void AddCaptures(Pattern pattern, HashSet<string> names)
    {
        foreach (var node in pattern.Tree.Subtree(pattern))
        {
            if (CaptureOf(node) is { } name)
            {
                names.Add(name.Text);
            }
        }
    }

    /// <summary>Alternatives bind the same names, so only the first of them counts for what stands around.</summary>
    private void CheckCaptures(Pattern pattern)
    {
        seen.Clear();
        var nodes = pattern.Tree.Nodes;
        for (var i = pattern.Index; i < pattern.SubtreeEnd; i++)
        {
            if (i > pattern.Index && nodes[i].Parent is MatchOr alternatives && alternatives.Patterns[0] != nodes[i])
            {
                i = nodes[i].SubtreeEnd - 1;
            }
            else if (CaptureOf(nodes[i]) is { } name && !seen.Add(name.Text))
            {
                Error(name.Span, $"the pattern binds `{name}` twice");
            }
        }
    }

    private static Identifier? CaptureOf(Node node) => node switch
    {
        MatchAs @as => @as.Name,
        MatchStar star => star.Name,
        MatchMapping mapping => mapping.Rest,
        _ => null,
    };

    private void CheckCapture(Identifier? name, bool isPlain)
    {
        CheckBinding(name);
        if (name is { Text: "_" } wildcard && !isPlain)
        {
            Error(wildcard.Span, "`_` binds nothing in a pattern; write another name or leave it out");
        }
    }

    private void CheckAttributes(ImmutableArray<Identifier> names)
    {
        seen.Clear();
        foreach (var name in names)
        {
            CheckBinding(name);
            if (!seen.Add(name.Text))
            {
                Error(name.Span, $"the attribute `{name}` stands twice in this class pattern");
            }
        }
    }

    private void CheckKeys(ImmutableArray<Expr> keys)
    {
        var values = keys.Length > 1 ? new HashSet<object>() : null;
        foreach (var key in keys)
        {
            if (key is JoinedStr or TemplateStr)
            {
                Error(key.Span, "a formatted string cannot be a key of a pattern");
            }
            else if (values != null && ValueOf(key) is { } value && !values.Add(value))
            {
                Error(key.Span, $"the key `{source.ToString(key.Span)}` stands twice in this mapping pattern");
            }
        }
    }

    /// <summary>An object that equals another where Python's literals are equal: `1`, `1.0` and `True` are one key.</summary>
    private static object? ValueOf(Expr key) => key switch
    {
        Constant { Value: null } => "None",
        Constant { Value: string text } => $"'{text}",
        Constant { Value: byte[] bytes } => $"b{Convert.ToHexString(bytes)}",
        Constant { Value: bool truth } => new Complex(truth ? 1 : 0, 0),
        Constant { Value: double number } => new Complex(number, 0),
        Constant { Value: BigInteger number } when BigInteger.Abs(number) <= 1L << 53 => new Complex((double)number, 0),
        Constant { Value: var other } => other,
        UnaryOp { Operand: var operand } => ValueOf(operand) switch
        {
            Complex number => -number,
            BigInteger number => -number,
            _ => null,
        },
        BinOp { Left: var left, Op: var op, Right: var right } when (ValueOf(left), ValueOf(right)) is (Complex a, Complex b) =>
            op == BinaryOperator.Add ? a + b : a - b,
        _ => null,
    };
}
