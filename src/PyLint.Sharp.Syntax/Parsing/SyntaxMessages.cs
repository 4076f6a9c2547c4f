using Antlr4.Runtime.Misc;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Says in plain words what is wrong at a token, and what to write where the mistake is a known one.</summary>
internal static class SyntaxMessages
{
    public const string BlockExpected = "an indented block is expected here; indent the lines that belong to it, or write `pass`";

    public const string ColonMissing = "a `:` is missing at the end of this line";

    public static string Describe(PythonParserBase parser, TokenBuffer tokens, Token token, IntervalSet? expected)
    {
        var before = token.TokenIndex > 0 ? tokens[token.TokenIndex - 1] : null;
        return Layout(token, before, expected)
            ?? (before is null ? null : KnownMistake(parser, tokens, before, token))
            ?? Missing(token, before, expected)
            ?? MissingValue(parser, token, before, expected)
            ?? Unexpected(parser, token, before, expected);
    }

    /// <summary>True for a token that can be the last one of a value.</summary>
    public static bool EndsOperand(int type) => type
        is PythonParser.NAME or PythonParser.NUMBER or PythonParser.STRING or PythonParser.FSTRING_END or PythonParser.NONE or PythonParser.TRUE
        or PythonParser.FALSE or PythonParser.RIGHT_PARENTHESIS or PythonParser.RIGHT_BRACKET or PythonParser.RIGHT_BRACE;

    /// <summary>True for a token that can be the first one of a value, and of nothing else.</summary>
    public static bool StartsOperand(int type) => type
        is PythonParser.NAME or PythonParser.NUMBER or PythonParser.STRING or PythonParser.FSTRING_START or PythonParser.TSTRING_START
        or PythonParser.NONE or PythonParser.TRUE or PythonParser.FALSE;

    private static string? Layout(Token token, Token? before, IntervalSet? expected)
    {
        if (before?.Type == PythonParser.NEWLINE && expected?.Contains(PythonParser.INDENT) == true)
        {
            return BlockExpected;
        }

        if (before?.Type == PythonParser.NEWLINE && expected?.Contains(PythonParser.DEF) == true && !expected.Contains(PythonParser.NAME))
        {
            return "a decorator needs a `def` or `class` below it";
        }

        return token.Type == PythonParser.INDENT ? "this line is indented, but nothing above it opens a block; indent it like the line above" : null;
    }

    /// <summary>Habits from other languages and from Python 2.</summary>
    private static string? KnownMistake(PythonParserBase parser, TokenBuffer tokens, Token before, Token token)
    {
        var isDoubled = before.End == token.Start && before.Type == token.Type;
        switch (before.Type, token.Type)
        {
            case (PythonParser.ELSE, PythonParser.IF):
                return "`else if` is written `elif`";
            case (PythonParser.LESS, PythonParser.GREATER) when before.End == token.Start:
                return "`<>` is written `!=`";
            case (PythonParser.AMPERSAND, PythonParser.AMPERSAND) when isDoubled:
                return "`&&` is written `and`";
            case (PythonParser.VERTICAL_BAR, PythonParser.VERTICAL_BAR) when isDoubled:
                return "`||` is written `or`";
            case (PythonParser.PLUS or PythonParser.MINUS, PythonParser.NEWLINE) when EndsDoubled(tokens, before):
                var sign = parser.Source.ToString(before.Span);
                return $"there is no `{sign}{sign}` in Python; write `{sign}= 1`";
            case (_, PythonParser.COMMA) when StartsWithRaise(tokens, before):
                return "`raise A, b` is written `raise A(b)` in Python 3";
            case (PythonParser.NAME, not PythonParser.NEWLINE) when StartsLine(tokens, before):
                return WordFromElsewhere(parser, before, token);
            default:
                return null;
        }
    }

    private static string? WordFromElsewhere(PythonParserBase parser, Token word, Token token) => word.Text switch
    {
        "print" or "exec" when StartsOperand(token.Type) => $"`{word.Text}` is a function in Python 3; write `{word.Text}(\u2026)`",
        "function" or "func" or "fn" or "fun" when token.Type == PythonParser.NAME =>
            $"a function starts with `def`: `def {parser.Source.ToString(token.Span)}(\u2026):`",
        "elseif" or "elsif" => $"`{word.Text}` is written `elif`",
        "switch" => "`switch` is written `match`, with a `case` for each branch",
        "catch" => "`catch` is written `except`",
        "throw" => "`throw` is written `raise`",
        "foreach" => "`foreach` is written `for`",
        "var" or "let" or "const" when token.Type == PythonParser.NAME => $"Python declares no variables; leave out `{word.Text}`",
        _ => null,
    };

    private static string? Missing(Token token, Token? before, IntervalSet? expected)
    {
        var needsColon = expected?.Contains(PythonParser.COLON) == true && before?.Type != PythonParser.COLON;
        if (token.Type == PythonParser.NEWLINE)
        {
            return needsColon ? ColonMissing : null;
        }

        if (needsColon && token.Type == PythonParser.EQUAL)
        {
            return "`=` assigns; a comparison is written `==`";
        }

        if (before is null || !StartsOperand(token.Type) || !EndsOperand(before.Type))
        {
            return null;
        }

        return needsColon ? "a `:` or an operator is missing here" : "two values stand side by side; an operator or a comma is missing between them";
    }

    /// <summary>Where a value or name must stand, and what stands there is none.</summary>
    private static string? MissingValue(PythonParserBase parser, Token token, Token? before, IntervalSet? expected)
    {
        if (before is not { Type: > PythonParser.NEWLINE } || expected?.Contains(PythonParser.NAME) != true || EndsOperand(before.Type))
        {
            return null;
        }

        var missing = expected.Contains(PythonParser.NUMBER) ? "a value" : "a name";
        var start = parser.Source.ToString(before.Span);
        if (token.Type <= PythonParser.NEWLINE)
        {
            return $"{missing} is missing behind `{start}`";
        }

        return token.Name is null && token.Type is not (PythonParser.STAR or PythonParser.DOUBLE_STAR)
            ? $"{missing} is missing between `{start}` and `{parser.Source.ToString(token.Span)}`"
            : null;
    }

    private static string Unexpected(PythonParserBase parser, Token token, Token? before, IntervalSet? expected)
    {
        if (expected?.Contains(PythonParser.ELSE) == true && !expected.Contains(PythonParser.ELIF))
        {
            return "an `else` is missing; a conditional is written `a if test else b`";
        }

        if (token.Type <= PythonParser.NEWLINE)
        {
            return "the line ends too early; what it starts is not finished";
        }

        var text = parser.Source.ToString(token.Span);
        if (expected?.Contains(PythonParser.CASE) == true)
        {
            return $"only `case` can stand directly in a `match`, and not `{text}`";
        }

        if (before is null or { Type: <= PythonParser.NEWLINE })
        {
            return $"no statement starts with `{text}`";
        }

        if (token.Name is null || token.Type == PythonParser.NAME)
        {
            return $"`{text}` cannot stand here";
        }

        return expected?.Contains(PythonParser.NAME) == true && !expected.Contains(PythonParser.NUMBER)
            ? $"`{text}` is a keyword and cannot be a name"
            : $"the keyword `{text}` cannot stand here";
    }

    private static bool StartsLine(TokenBuffer tokens, Token token) =>
        token.TokenIndex == 0 || tokens[token.TokenIndex - 1].Type is PythonParser.NEWLINE or PythonParser.INDENT or PythonParser.DEDENT;

    private static bool StartsWithRaise(TokenBuffer tokens, Token token)
    {
        var first = token.TokenIndex;
        while (first > 0 && tokens[first].Type is not (PythonParser.NEWLINE or PythonParser.RAISE))
        {
            first--;
        }

        return tokens[first].Type == PythonParser.RAISE;
    }

    private static bool EndsDoubled(TokenBuffer tokens, Token token) =>
        token.TokenIndex > 0 && tokens[token.TokenIndex - 1] is var before && before.Type == token.Type && before.End == token.Start;
}
