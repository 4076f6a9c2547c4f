using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Testing;

/// <summary>
/// Tokens follow one another inside the text, and what lies between them is layout: together they are the text. Nodes start and end where
/// tokens do.
/// </summary>
internal static class TokenInvariants
{
    /// <summary>The tokens of a text and what was wrong with them.</summary>
    public static TokenBuffer TokensOf(SourceText text, out SyntaxErrorList errors)
    {
        var tokens = new TokenBuffer();
        errors = new SyntaxErrorList(text);
        new Tokenizer(tokens, new NameTable()).Run(text.Content, errors);
        return tokens;
    }

    public static string? FirstBroken(SyntaxTree tree)
    {
        var tokens = TokensOf(tree.Text, out var errors);
        return BrokenToken(tree.Text, tokens, errors) ?? BrokenEdge(tree, tokens);
    }

    private static string? BrokenToken(SourceText text, TokenBuffer tokens, SyntaxErrorList errors)
    {
        var end = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (Problem(tokens[i], end, text) is { } problem)
            {
                return $"{tokens[i]} {problem}";
            }

            // What cannot be a token has been reported and is left out.
            if (errors.Count == 0 && !IsLayout(text.Content.AsSpan(end, tokens[i].Start - end)))
            {
                return $"the tokens leave out {new TextSpan(end, tokens[i].Start)} before {tokens[i]}";
            }

            end = tokens[i].End;
        }

        return tokens[tokens.Count - 1].Type < 0 && end == text.Length ? null : "the tokens do not end with the text";
    }

    private static string? BrokenEdge(SyntaxTree tree, TokenBuffer tokens)
    {
        var (starts, ends) = (new bool[tree.Text.Length + 1], new bool[tree.Text.Length + 1]);
        for (var i = 0; i < tokens.Count; i++)
        {
            starts[tokens[i].Start] = ends[tokens[i].End] = true;
        }

        foreach (var node in tree.Nodes)
        {
            // The text that `f"{ x = }"` shows has its spaces; what is missing is nothing behind or before a token.
            var hasLayout = node is Constant { Parent: JoinedStr or TemplateStr } || node.Span.Length == 0;
            var (start, end) = (node.Span.Start, node.Span.End);
            if (node is not Module && !((starts[start] || (hasLayout && ends[start])) && (ends[end] || (hasLayout && starts[end]))))
            {
                return $"{node.Kind} {node.Span} does not lie on the edges of tokens";
            }
        }

        return null;
    }

    private static string? Problem(Token token, int before, SourceText text) => token switch
    {
        _ when token.Start < before => "starts before the end of the token before",
        _ when token.End > text.Length => "ends behind the text",
        _ when token.End < token.Start => "ends before it starts",
        _ when token.End == token.Start && !CanBeEmpty(token.Type) => "is empty",
        _ => null,
    };

    /// <summary>Layout, and what ends a statement or string where it was forgotten.</summary>
    private static bool CanBeEmpty(int type) => type
        is <= PythonParser.NEWLINE or PythonParser.FSTRING_END or PythonParser.RIGHT_PARENTHESIS or PythonParser.RIGHT_BRACKET
        or PythonParser.RIGHT_BRACE or PythonParser.COLON;

    /// <summary>White space, line breaks, joined lines and comments.</summary>
    private static bool IsLayout(ReadOnlySpan<char> between)
    {
        while (!between.IsEmpty)
        {
            var length = between[0] switch
            {
                ' ' or '\t' or '\f' or '\n' or '\r' => 1,
                '\\' when between.Length > 1 && between[1] is '\n' or '\r' => 2,
                '#' => between.IndexOfAny('\n', '\r') is var end && end < 0 ? between.Length : end,
                _ => 0,
            };
            if (length == 0)
            {
                return false;
            }

            between = between[length..];
        }

        return true;
    }
}
