using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>
/// Reports what the replacement fields of f-strings could not hold before Python 3.12 (PEP 701): an f-string was first read as an
/// ordinary string, so its quotes ended it wherever they stood, and its fields were looked for afterwards. Goes over the tokens,
/// because the tree does not tell the quotes of a string that is joined to others.
/// </summary>
internal sealed class FieldVersionCheck(TokenBuffer tokens, ImmutableArray<TextSpan> comments, SourceText source, Action<TextSpan, string> report)
{
    private const int MostFields = 2;

    private readonly List<Part> open = [];

    public void Run()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            Visit(tokens[i]);
        }
    }

    private void Visit(Token token)
    {
        switch (token.Type)
        {
            case PythonParser.FSTRING_START or PythonParser.TSTRING_START:
                var text = source.Slice(token.Span);
                open.Add(new Part(token.Start, text[text.IndexOfAny('"', '\'')..].ToString()));
                break;
            case PythonParser.FSTRING_END:
                Leave();
                break;
            case > 0 when open.Count > 0:
                VisitInside(token);
                break;
        }
    }

    /// <summary>An unterminated string ends with open fields.</summary>
    private void Leave()
    {
        while (open.Count > 0)
        {
            var isField = open[^1].IsField;
            open.RemoveAt(open.Count - 1);
            if (!isField)
            {
                return;
            }
        }
    }

    private void VisitInside(Token token)
    {
        var part = open[^1];
        switch (token.Type)
        {
            case PythonParser.LEFT_BRACE when !part.IsField || part.HasSpecification:
                open.Add(new Part(token.Start, part.Quotes, part.Fields + 1));
                break;
            case PythonParser.LEFT_BRACE or PythonParser.LEFT_BRACKET or PythonParser.LEFT_PARENTHESIS:
                open[^1] = part with { Brackets = part.Brackets + 1 };
                break;
            case PythonParser.RIGHT_BRACE when part.IsField && (part.HasSpecification || part.Brackets == 0):
                open.RemoveAt(open.Count - 1);
                Check(EndExpression(part, token), token.End);
                break;
            case PythonParser.RIGHT_BRACE or PythonParser.RIGHT_BRACKET or PythonParser.RIGHT_PARENTHESIS:
                open[^1] = part with { Brackets = part.Brackets - 1 };
                break;
            case PythonParser.COLON when part.IsField && part.Brackets == 0 && !part.HasSpecification:
                open[^1] = EndExpression(part, token) with { HasSpecification = true };
                break;
            case PythonParser.EXCLAMATION when part.IsField:
                open[^1] = EndExpression(part, token);
                break;
        }
    }

    /// <summary>Three tokens can end the expression of a field; behind a conversion the next one shows whether space is between.</summary>
    private Part EndExpression(Part field, Token token) => field.ExpressionEnd == 0
        ? field with { ExpressionEnd = token.Start }
        : field with { HasSpace = field.HasSpace || (!field.HasSpecification && tokens[token.TokenIndex - 1].End < token.Start) };

    private void Check(Part field, int end)
    {
        var span = new TextSpan(field.Start + 1, field.ExpressionEnd);
        var text = source.Slice(span);
        var what = text.Contains(field.Quotes, StringComparison.Ordinal) ? "the quotes of an f-string inside its fields need"
            : text.Contains('\\') ? "a backslash in a field of an f-string needs"
            : HasComment(span) ? "a comment in a field of an f-string needs"
            : field.Quotes.Length == 1 && text.IndexOfAny('\n', '\r') >= 0 ? "a field over several lines in a single-quoted f-string needs"
            : field.Fields > MostFields ? "three fields of an f-string in one another's format need"
            : field.HasSpace ? "space behind the conversion in a field of an f-string needs"
            : null;
        if (what != null)
        {
            report(new TextSpan(field.Start, end), what);
        }
    }

    private bool HasComment(TextSpan span)
    {
        var next = comments.BinarySearch(new TextSpan(span.Start, span.Start));
        next = next < 0 ? ~next : next;
        return next < comments.Length && comments[next].Start < span.End;
    }

    /// <summary>A formatted string that is open, or one of its fields.</summary>
    /// <param name="Start">Offset of its first character.</param>
    /// <param name="Quotes">The quotes of the string.</param>
    /// <param name="Fields">How many fields of the string are open; 0 for the string itself.</param>
    /// <param name="Brackets">How many brackets are open in the expression.</param>
    /// <param name="ExpressionEnd">Where the expression of the field ends; 0 while it goes on.</param>
    /// <param name="HasSpecification">The field's `:` has been read.</param>
    /// <param name="HasSpace">There is space behind the conversion.</param>
    private readonly record struct Part(
        int Start, string Quotes, int Fields = 0, int Brackets = 0, int ExpressionEnd = 0, bool HasSpecification = false, bool HasSpace = false)
    {
        public bool IsField => Fields > 0;
    }
}
