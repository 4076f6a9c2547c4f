using Antlr4.Runtime.Misc;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Says in plain words what is wrong at a token.</summary>
internal static class SyntaxMessages
{
    public static string Describe(PythonParserBase parser, TokenBuffer tokens, Token token, IntervalSet? expected)
    {
        if (token.Type == PythonParser.INDENT)
        {
            return "this line is indented, but nothing above it opens a block";
        }

        if (expected?.Count == 1 && expected.MinElement == PythonParser.INDENT)
        {
            return "an indented block is expected here";
        }

        var before = token.TokenIndex > 0 ? tokens[token.TokenIndex - 1] : null;
        if (token.Type == PythonParser.NEWLINE)
        {
            return expected?.Contains(PythonParser.COLON) == true && before?.Type != PythonParser.COLON
                ? "a `:` is missing at the end of this line"
                : "the line ends too early";
        }

        var text = parser.Source.ToString(token.Span);
        return token.Type switch
        {
            PythonParser.Eof => "the file ends too early",
            PythonParser.DEDENT => "the block ends too early",
            PythonParser.EQUAL when expected?.Contains(PythonParser.COLON) == true => "`=` assigns; a comparison is written `==`",
            _ => $"`{text}` cannot stand here",
        };
    }
}
