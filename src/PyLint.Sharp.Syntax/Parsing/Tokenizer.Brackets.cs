using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Brackets: which closes which, and where a line shows that one was forgotten.</summary>
internal sealed partial class Tokenizer
{
    /// <summary>So many tokens are searched for a `lambda`; behind more of them one is supposed.</summary>
    private const int LambdaSearch = 1000;

    /// <summary>A chain of decorators is followed over so many lines.</summary>
    private const int DecoratorSearch = 5;

    /// <summary>The first line break inside brackets that may have ended the line; taken back to when the brackets prove to be open.</summary>
    private LineBreak? doubtful;

    /// <summary>True while brackets are open that were open at the doubtful line break.</summary>
    private bool IsInDoubt => doubtful is { } lineBreak && brackets.Count > 0 && brackets[0].Token < lineBreak.Tokens;

    private void Open(char opening)
    {
        if (brackets.Count == MaxBrackets)
        {
            errors.Add(new TextSpan(position, position + 1), $"more than {MaxBrackets} brackets stand in one another; compute the inner ones before");
        }

        brackets.Add(new Bracket(opening, position, tokens.Count));
    }

    /// <summary>False when the closing bracket was taken care of: it closes nothing, or a replacement field.</summary>
    private bool Close(char closing)
    {
        if (closing == '}' && IsAtFieldLevel)
        {
            EndField();
            return false;
        }

        if (brackets.Count == 0 || (IsInString && brackets.Count <= modes[^1].Depth))
        {
            if (IsInString || !indentations[^1].IsUnexpected)
            {
                errors.Add(new TextSpan(position, position + 1), $"this `{closing}` closes nothing; delete it, or write the opening bracket that it needs");
            }
            else
            {
                // Nothing opens this level, and the parser says so: the line goes on with the one above.
                tokens.Add(PythonParser.STRAY_CLAUSE, position, position + 1);
            }

            position++;
            return false;
        }

        if (Operators.ClosingOf(brackets[^1].Opening) != closing)
        {
            return CloseAnother(closing);
        }

        brackets.Pop();
        return true;
    }

    /// <summary>
    /// A bracket that does not close the innermost one closes the one around it, if that is of its kind: the inner one was forgotten. At
    /// the end of a line it is the wrong one. Otherwise its own opening bracket was forgotten, and it is left out.
    /// </summary>
    private bool CloseAnother(char closing)
    {
        var open = brackets[^1];

        // The place of the opening bracket takes time with the length of its line, so it is looked up only where somebody reads it.
        if (brackets.Count <= MaxBrackets && !errors.IsEcho(position))
        {
            errors.Add(
                new TextSpan(position, position + 1), $"`{closing}` does not close the `{open.Opening}` opened at {errors.PositionOf(open.Start)}");
        }

        brackets[^1] = open with { IsBlamed = true };
        var outermost = IsInString ? modes[^1].Depth : 0;
        if (brackets.Count - 1 > outermost && Operators.ClosingOf(brackets[^2].Opening) == closing)
        {
            brackets.Truncate(brackets.Count - 2);
            return true;
        }

        var next = SkipSpaces(position + 1);
        if (next == text.Length || text[next] is '\n' or '\r' or '#' or ':')
        {
            brackets.Pop();
            return true;
        }

        position++;
        return false;
    }

    private void ReportUnclosed()
    {
        var open = brackets[^1];
        if (open.IsBlamed || open.Start < brokenString)
        {
            return;
        }

        errors.Add(new TextSpan(open.Start, open.Start + 1), $"`{open.Opening}` was never closed; write its `{Operators.ClosingOf(open.Opening)}`");
    }

    /// <summary>A line break inside brackets, from <paramref name="start"/> to the current position: it ends the line when the brackets were forgotten.</summary>
    private void ReadBracketedLineBreak(int start)
    {
        if (IsBracketForgotten())
        {
            if (IsInDoubt)
            {
                TakeBack();
                return;
            }

            EndBrackets(start);
        }
        else if (doubtful is null && StartsHeader() && tokens[tokens.Count - 1] is var last && (last.Type == PythonParser.COLON || last.Start == brokenString))
        {
            doubtful = new LineBreak(start, position, tokens.Count, comments.Count, errors.Count);
        }
    }

    /// <summary>Ends the logical line at the line break that was in doubt, and reads what follows it again.</summary>
    private void TakeBack()
    {
        var to = doubtful!.Value;
        position = to.End;
        tokens.Truncate(to.Tokens);
        comments.Truncate(to.Comments);
        errors.Truncate(to.Errors);
        while (brackets.Count > 1 && brackets[^1].Token >= to.Tokens)
        {
            brackets.Pop();
        }

        EndBrackets(to.Start);
    }

    private void EndBrackets(int lineBreak)
    {
        CloseForgotten();
        EndLogicalLine(lineBreak, position);
    }

    /// <summary>
    /// Closes the parameters of a definition in front of its `:`, so that it can be read. No other bracket is supplied: displays and calls
    /// end with theirs.
    /// </summary>
    private void CloseForgotten()
    {
        ReportUnclosed();
        var last = tokens[tokens.Count - 1];
        var isParameterList = brackets.Count == 1 && brackets[0].Opening == '(' && last.Type == PythonParser.COLON
            && tokens[lineStartToken].Type is PythonParser.DEF or PythonParser.CLASS;
        brackets.Clear();
        if (isParameterList)
        {
            var (start, end) = (last.Start, last.End);
            tokens.Truncate(tokens.Count - 1);
            tokens.Add(PythonParser.RIGHT_PARENTHESIS, start, start);
            tokens.Add(PythonParser.COLON, start, end);
        }
    }

    /// <summary>Inside brackets, at the start of a line: true when Python could not go on here, so that a bracket was forgotten.</summary>
    private bool IsBracketForgotten()
    {
        var last = tokens[tokens.Count - 1].Type;
        if (last == PythonParser.COLON && EndsHeader())
        {
            return true;
        }

        var at = SkipSpaces(position);
        var word = WordAt(at);
        var isLiteral = word.IsEmpty || char.IsAsciiDigit(text[word.Start]) || (word.End < text.Length && text[word.End] is '"' or '\'');
        if (isLiteral)
        {
            return at < text.Length && (text[at] == '@' ? DecoratesDefinition(at) : IsOperandBeside(last, at) && IsAtStatementColumn(at));
        }

        var type = names.Find(text.AsSpan(word.Start, word.Length)).Type;
        return type switch
        {
            PythonParser.NAME => IsAtStatementColumn(at) && (SyntaxMessages.EndsOperand(last) || StartsAssignment(word.End)),
            PythonParser.FROM => last != PythonParser.YIELD,
            PythonParser.ELSE => SkipSpaces(word.End) is var next && next < text.Length && text[next] == ':',
            PythonParser.IF or PythonParser.FOR => IsHeaderLine(word.End),
            PythonParser.ASYNC => WordAt(SkipSpaces(word.End)) is var next && text.AsSpan(next.Start, next.Length) is "def" or "with",
            _ => StartsOnlyStatements(type),
        };
    }

    /// <summary>A line that is indented more than its statement is rather one where a comma is missing.</summary>
    private bool IsAtStatementColumn(int at)
    {
        var column = 0;
        for (var i = position; i < at; i++)
        {
            column = text[i] == '\t' ? ((column / TabSize) + 1) * TabSize : column + 1;
        }

        return IsInDoubt || column <= indentations[^1].Column;
    }

    /// <summary>A number or string behind a value, other than a string behind a string.</summary>
    private bool IsOperandBeside(int last, int at) => SyntaxMessages.EndsOperand(last)
        && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '"' or '\'')
        && (char.IsAsciiDigit(text[at]) || last is not (PythonParser.STRING or PythonParser.FSTRING_END));

    private bool DecoratesDefinition(int at)
    {
        for (var line = 0; line < DecoratorSearch && at < text.Length && text[at] == '@'; line++)
        {
            var end = text.AsSpan(at).IndexOf('\n');
            at = end < 0 ? text.Length : SkipSpaces(at + end + 1);
        }

        var word = WordAt(at);
        return text.AsSpan(word.Start, word.Length) is "def" or "class" or "async";
    }

    /// <summary>Behind the first name of a line: true for what no argument and no element can be, an assignment to more than a name, or with an operator.</summary>
    private bool StartsAssignment(int at)
    {
        var isPlain = true;
        at = SkipSpaces(at);
        while (at < text.Length && text[at] == '.')
        {
            isPlain = false;
            at = SkipSpaces(WordAt(SkipSpaces(at + 1)).End);
        }

        var type = at < text.Length ? Operators.Find(text, at).Type : 0;
        return type == PythonParser.AUGMENTED_ASSIGNMENT || (type == PythonParser.EQUAL && (!isPlain || IsInDisplay()));
    }

    /// <summary>True directly inside a list, set or dict, where a plain name before `=` is nothing but the parameter of a lambda.</summary>
    private bool IsInDisplay()
    {
        var open = brackets[^1];
        return open.Opening != '(' && !HoldsLambda(open)
            && (open.Token == 0 || !SyntaxMessages.EndsOperand(tokens[open.Token - 1].Type));
    }

    /// <summary>
    /// Behind the word `if` or `for` at the start of a line: true when the line ends with `:` as no condition or comprehension can.
    /// </summary>
    private bool IsHeaderLine(int at)
    {
        var depth = 0;
        var last = '\0';
        for (; at < text.Length && text[at] is not ('\n' or '\r' or '#'); at++)
        {
            var c = text[at];
            switch (c)
            {
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
                case '"' or '\'':
                    var length = text.AsSpan(at + 1).IndexOfAny(c, '\n');
                    at = length < 0 ? text.Length - 1 : at + length + (text[at + 1 + length] == c ? 1 : 0);
                    break;
                case 'e' or 'l' when WordAt(at) is var word && text.AsSpan(word.Start, word.Length) is "else" or "lambda":
                    return false;
            }

            last = c is ' ' or '\t' ? last : c;
        }

        return last == ':' && depth == 0;
    }

    /// <summary>
    /// True when the logical line is the head of a block, and the `:` that was just read can be nothing but its end: no annotation, no
    /// slice, no part of a dict or lambda.
    /// </summary>
    private bool EndsHeader()
    {
        var open = brackets[^1];
        if (!StartsHeader() || open.Opening != '(' || HoldsLambda(open))
        {
            return false;
        }

        var first = tokens[lineStartToken].Type == PythonParser.ASYNC ? tokens[lineStartToken + 1].Type : tokens[lineStartToken].Type;
        return first != PythonParser.DEF || brackets.Count > 1 || !EndsParameter();
    }

    /// <summary>True for a `:` behind the name of a parameter: its annotation may stand on the next line.</summary>
    private bool EndsParameter() => tokens.Count >= 3 && tokens[tokens.Count - 2].Type == PythonParser.NAME
        && tokens[tokens.Count - 3].Type is PythonParser.LEFT_PARENTHESIS or PythonParser.COMMA or PythonParser.STAR or PythonParser.DOUBLE_STAR;

    private bool StartsHeader() => StartsBlock(tokens[lineStartToken].Type);

    private bool HoldsLambda(Bracket open)
    {
        var first = Math.Max(open.Token, tokens.Count - LambdaSearch);
        for (var i = first; i < tokens.Count; i++)
        {
            if (tokens[i].Type == PythonParser.LAMBDA)
            {
                return true;
            }
        }

        return first > open.Token;
    }

    private static bool StartsOnlyStatements(int type) => type
        is PythonParser.DEF or PythonParser.CLASS or PythonParser.RETURN or PythonParser.IMPORT or PythonParser.WHILE or PythonParser.WITH
        or PythonParser.TRY or PythonParser.RAISE or PythonParser.PASS or PythonParser.BREAK or PythonParser.CONTINUE or PythonParser.DEL
        or PythonParser.GLOBAL or PythonParser.NONLOCAL or PythonParser.ASSERT or PythonParser.EXCEPT or PythonParser.FINALLY or PythonParser.ELIF;

    /// <param name="Opening">The opening character.</param>
    /// <param name="Start">Its offset.</param>
    /// <param name="Token">The index of its token.</param>
    /// <param name="IsBlamed">An error has named it.</param>
    private readonly record struct Bracket(char Opening, int Start, int Token, bool IsBlamed = false);

    /// <summary>What had been read at a line break.</summary>
    private readonly record struct LineBreak(int Start, int End, int Tokens, int Comments, int Errors);
}
