using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Testing.Damage;

/// <summary>One token taken out of a program, as a slip of the hand does.</summary>
/// <param name="Token">What was deleted: the text, or the name of a token that has none to show.</param>
/// <param name="Deleted">Where it stood.</param>
/// <param name="Lines">The logical lines that lost it: what is said about them may change.</param>
public sealed record TokenDeletion(string Token, TextSpan Deleted, TextSpan Lines)
{
    /// <summary>A sample of the tokens of a program, the same for the same seed.</summary>
    public static IEnumerable<TokenDeletion> Sample(SourceText text, int count, Random random)
    {
        var tokens = new TokenBuffer();
        new Tokenizer(tokens, new NameTable()).Run(text.Content, new SyntaxErrorList(text));
        for (var i = 0; i < count; i++)
        {
            var index = random.Next(tokens.Count);
            if (DeletionOf(text, tokens, index, random) is { Deleted.Length: > 0 } deletion)
            {
                yield return deletion;
            }
        }
    }

    /// <summary>The program without the token. What a line break separated stays apart.</summary>
    public string Apply(string content) => content[..Deleted.Start] + Filler + content[Deleted.End..];

    /// <summary>Where a place of the damaged program was before.</summary>
    public TextSpan Original(TextSpan span) => new(Original(span.Start), Original(span.End));

    /// <summary>True for a place whose statement lost nothing.</summary>
    public bool IsOutside(TextSpan span) => span.Start >= Lines.End || span.End <= Lines.Start;

    private string Filler => Token == "NEWLINE" ? " " : "";

    private int Original(int offset) => offset <= Deleted.Start ? offset : offset + Deleted.Length - Filler.Length;

    private static TokenDeletion? DeletionOf(SourceText text, TokenBuffer tokens, int index, Random random)
    {
        var token = tokens[index];
        var lines = LinesAround(tokens, index);
        switch (token.Type)
        {
            case PythonParser.NEWLINE:
                return new TokenDeletion("NEWLINE", token.Span, new TextSpan(lines.Start, LinesAround(tokens, Math.Min(index + 1, tokens.Count - 1)).End));
            case PythonParser.INDENT:
                var start = token.Start;
                while (start > 0 && text[start - 1] is ' ' or '\t')
                {
                    start--;
                }

                return new TokenDeletion("INDENT", new TextSpan(start, token.Start), lines);
            case PythonParser.STRING:
                return random.Next(3) switch
                {
                    0 => new TokenDeletion("STRING", token.Span, lines),
                    1 => new TokenDeletion("closing " + Quotes(text, token), new TextSpan(token.End - Quotes(text, token).Length, token.End), lines),
                    _ => new TokenDeletion("opening " + Quotes(text, token), OpeningOf(text, token), lines),
                };
            case > PythonParser.NEWLINE:
                return new TokenDeletion(NameOf(text, token), token.Span, lines);
            default:
                return null;
        }
    }

    private static string NameOf(SourceText text, Token token) => token.Type switch
    {
        PythonParser.NAME => "NAME",
        PythonParser.NUMBER => "NUMBER",
        PythonParser.FSTRING_START or PythonParser.TSTRING_START => "FSTRING_START",
        PythonParser.FSTRING_MIDDLE => "FSTRING_MIDDLE",
        PythonParser.FSTRING_END => "FSTRING_END",
        _ => text.ToString(token.Span),
    };

    private static TextSpan OpeningOf(SourceText text, Token token)
    {
        var at = token.Start;
        while (text[at] is not ('"' or '\''))
        {
            at++;
        }

        return new TextSpan(at, at + Quotes(text, token).Length);
    }

    private static string Quotes(SourceText text, Token token)
    {
        var last = text[token.End - 1];
        var start = text.ToString(token.Span).IndexOf(last, StringComparison.Ordinal) + token.Start;
        return new string(last, token.End - start >= 6 && text[start + 1] == last && text[start + 2] == last ? 3 : 1);
    }

    private static TextSpan LinesAround(TokenBuffer tokens, int index)
    {
        var first = index;
        while (first > 0 && tokens[first - 1].Type != PythonParser.NEWLINE)
        {
            first--;
        }

        var last = index;
        while (last + 1 < tokens.Count && tokens[last].Type != PythonParser.NEWLINE)
        {
            last++;
        }

        return new TextSpan(tokens[first].Start, tokens[last].End);
    }
}
