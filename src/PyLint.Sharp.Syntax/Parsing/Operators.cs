namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>The operators and delimiters of Python (Language Reference §2.5, §2.6).</summary>
internal static class Operators
{
    public static char ClosingOf(char opening) => opening switch
    {
        '(' => ')',
        '[' => ']',
        _ => '}',
    };

    /// <summary>The longest operator at an offset; type 0 when there is none.</summary>
    public static (int Type, int Length) Find(string text, int at) => text[at] switch
    {
        '(' => (PythonParser.LEFT_PARENTHESIS, 1),
        ')' => (PythonParser.RIGHT_PARENTHESIS, 1),
        '[' => (PythonParser.LEFT_BRACKET, 1),
        ']' => (PythonParser.RIGHT_BRACKET, 1),
        '{' => (PythonParser.LEFT_BRACE, 1),
        '}' => (PythonParser.RIGHT_BRACE, 1),
        ',' => (PythonParser.COMMA, 1),
        ';' => (PythonParser.SEMICOLON, 1),
        '~' => (PythonParser.TILDE, 1),
        _ => FindLongest(text, at),
    };

    private static (int Type, int Length) FindLongest(string text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        var third = at + 2 < text.Length ? text[at + 2] : '\0';
        return text[at] switch
        {
            ':' => next == '=' ? (PythonParser.COLON_EQUAL, 2) : (PythonParser.COLON, 1),
            '.' => next == '.' && third == '.' ? (PythonParser.ELLIPSIS, 3) : (PythonParser.DOT, 1),
            '=' => next == '=' ? (PythonParser.EQUAL_EQUAL, 2) : (PythonParser.EQUAL, 1),
            '!' => next == '=' ? (PythonParser.NOT_EQUAL, 2) : (0, 1),
            '+' => Augmented(PythonParser.PLUS, 1, next),
            '-' => next == '>' ? (PythonParser.ARROW, 2) : Augmented(PythonParser.MINUS, 1, next),
            '*' => next == '*' ? Augmented(PythonParser.DOUBLE_STAR, 2, third) : Augmented(PythonParser.STAR, 1, next),
            '/' => next == '/' ? Augmented(PythonParser.DOUBLE_SLASH, 2, third) : Augmented(PythonParser.SLASH, 1, next),
            '%' => Augmented(PythonParser.PERCENT, 1, next),
            '@' => Augmented(PythonParser.AT, 1, next),
            '&' => Augmented(PythonParser.AMPERSAND, 1, next),
            '|' => Augmented(PythonParser.VERTICAL_BAR, 1, next),
            '^' => Augmented(PythonParser.CIRCUMFLEX, 1, next),
            '<' => next switch
            {
                '<' => Augmented(PythonParser.LEFT_SHIFT, 2, third),
                '=' => (PythonParser.LESS_EQUAL, 2),
                _ => (PythonParser.LESS, 1),
            },
            '>' => next switch
            {
                '>' => Augmented(PythonParser.RIGHT_SHIFT, 2, third),
                '=' => (PythonParser.GREATER_EQUAL, 2),
                _ => (PythonParser.GREATER, 1),
            },
            _ => (0, 1),
        };
    }

    private static (int Type, int Length) Augmented(int type, int length, char next) =>
        next == '=' ? (PythonParser.AUGMENTED_ASSIGNMENT, length + 1) : (type, length);
}
