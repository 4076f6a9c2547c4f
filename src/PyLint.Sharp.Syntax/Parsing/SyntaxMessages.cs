using Antlr4.Runtime.Misc;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Says in plain words what is wrong at a token, and what to write where the mistake is a known one.</summary>
internal static class SyntaxMessages
{
    public static string Describe(PythonParserBase parser, TokenBuffer tokens, Token token, IntervalSet? expected)
    {
        var before = token.TokenIndex > 0 ? tokens[token.TokenIndex - 1] : null;
        return Layout(token, before, expected)
            ?? (before is null ? null : KnownMistake(parser, tokens, before, token))
            ?? Missing(token, before, expected)
            ?? Unexpected(parser, token);
    }

    /// <summary>True for a token that can be the last one of a value.</summary>
    public static bool EndsOperand(int type) => type
        is PythonParser.NAME or PythonParser.NUMBER or PythonParser.STRING or PythonParser.FSTRING_END or PythonParser.NONE or PythonParser.TRUE
        or PythonParser.FALSE or PythonParser.RIGHT_PARENTHESIS or PythonParser.RIGHT_BRACKET or PythonParser.RIGHT_BRACE;

    private static string? Layout(Token token, Token? before, IntervalSet? expected)
    {
        if (before?.Type == PythonParser.NEWLINE && expected?.Contains(PythonParser.INDENT) == true)
        {
            return "an indented block is expected here";
        }

        return token.Type switch
        {
            PythonParser.INDENT => "this line is indented, but nothing above it opens a block",
            PythonParser.Eof => "the file ends too early",
            PythonParser.DEDENT => "the block ends too early",
            _ => null,
        };
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
            return needsColon ? "a `:` is missing at the end of this line" : "the line ends too early";
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

    private static string Unexpected(PythonParserBase parser, Token token)
    {
        var text = parser.Source.ToString(token.Span);
        return token.Name is not null && token.Type != PythonParser.NAME ? $"the keyword `{text}` cannot stand here" : $"`{text}` cannot stand here";
    }

    private static bool StartsLine(TokenBuffer tokens, Token token) =>
        token.TokenIndex == 0 || tokens[token.TokenIndex - 1].Type is PythonParser.NEWLINE or PythonParser.INDENT or PythonParser.DEDENT;

    private static bool EndsDoubled(TokenBuffer tokens, Token token) =>
        token.TokenIndex > 0 && tokens[token.TokenIndex - 1] is var before && before.Type == token.Type && before.End == token.Start;

    private static bool StartsOperand(int type) => type
        is PythonParser.NAME or PythonParser.NUMBER or PythonParser.STRING or PythonParser.FSTRING_START or PythonParser.TSTRING_START
        or PythonParser.NONE or PythonParser.TRUE or PythonParser.FALSE;
}
