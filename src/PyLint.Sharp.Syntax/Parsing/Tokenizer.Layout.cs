using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Operators, clauses and soft keywords.</summary>
internal sealed partial class Tokenizer
{
    /// <summary>Index of the first token of the logical line that is being read.</summary>
    private int lineStartToken;

    private void ReadOperator()
    {
        var (type, length) = Operators.Find(text, position);
        switch (type)
        {
            case PythonParser.LEFT_PARENTHESIS or PythonParser.LEFT_BRACKET or PythonParser.LEFT_BRACE:
                Open(text[position]);
                break;
            case PythonParser.RIGHT_PARENTHESIS or PythonParser.RIGHT_BRACKET or PythonParser.RIGHT_BRACE:
                if (!Close(text[position]))
                {
                    return;
                }

                break;
            case PythonParser.COLON or PythonParser.COLON_EQUAL when IsAtFieldLevel:
                tokens.Add(PythonParser.COLON, position, position + 1);
                position++;
                modes.Add(modes[^1] with { Kind = ModeKind.FormatSpec });
                return;
            case PythonParser.COMMA or PythonParser.SEMICOLON:
                CheckSeparator(type);
                break;
            case 0 when text[position] == '!' && IsAtFieldLevel:
                type = PythonParser.EXCLAMATION;
                break;
            case 0:
                ReadUnknownCharacter();
                return;
        }

        tokens.Add(type, position, position + length);
        position += length;
    }

    /// <summary>The grammar lets separators stand in a row, see its head.</summary>
    private void CheckSeparator(int type)
    {
        if (tokens.Count > 0 && tokens[tokens.Count - 1].Type == type)
        {
            errors.Add(new TextSpan(position, position + 1), type == PythonParser.COMMA ? "two commas in a row; delete one, or write what is missing between them" : "two semicolons in a row; delete one");
        }
    }

    /// <summary>
    /// Called behind the NEWLINE of each logical line. A line that starts with `match` and ends with `:` is a match statement: as a
    /// name, `match` starts no line that ends so. `case` is a keyword only as the first word of a line directly inside one.
    /// </summary>
    private void ResolveFirstToken()
    {
        var first = tokens[lineStartToken];
        var last = tokens.Count - 2;
        if (first.Type == PythonParser.NAME)
        {
            // The word itself, because a name that only its normal form turns into `match` is none.
            if (text.AsSpan(first.Start, first.End - first.Start) is "match" && last > lineStartToken + 1 && tokens[last].Type == PythonParser.COLON)
            {
                first.Type = PythonParser.MATCH;
            }
            else if (text.AsSpan(first.Start, first.End - first.Start) is "case" && indentations.Count > 1 && indentations[^2].Statement == PythonParser.MATCH)
            {
                first.Type = PythonParser.CASE;
            }
        }
        else if (first.Type is PythonParser.ELIF or PythonParser.ELSE or PythonParser.EXCEPT or PythonParser.FINALLY)
        {
            CheckClause(first);
            return;
        }

        indentations[^1] = indentations[^1] with
        {
            Statement = first.Type == PythonParser.ASYNC && last > lineStartToken ? tokens[lineStartToken + 1].Type : first.Type,
        };
    }

    /// <summary>A clause must follow the statement that it belongs to; else it is no clause, and the parser leaves its line out.</summary>
    private void CheckClause(Token clause)
    {
        var (isAllowed, owner, next) = (clause.Type, indentations[^1].Statement) switch
        {
            (PythonParser.ELIF, PythonParser.IF) => (true, "", PythonParser.IF),
            (PythonParser.ELSE, PythonParser.IF or PythonParser.FOR or PythonParser.WHILE) => (true, "", 0),
            (PythonParser.EXCEPT, PythonParser.TRY or PythonParser.EXCEPT) => (true, "", PythonParser.EXCEPT),
            (PythonParser.ELSE, PythonParser.EXCEPT) => (true, "", PythonParser.FINALLY),
            (PythonParser.FINALLY, PythonParser.TRY or PythonParser.EXCEPT or PythonParser.FINALLY) => (true, "", 0),
            (PythonParser.ELIF, _) => (false, "`if`", 0),
            (PythonParser.ELSE, PythonParser.TRY) => (false, "`except`", PythonParser.FINALLY),
            (PythonParser.ELSE, _) => (false, "`if`, `for`, `while` or `try`", 0),
            _ => (false, "`try`", 0),
        };
        if (indentations[^1].Statement == PythonParser.STRAY_CLAUSE)
        {
            clause.Type = PythonParser.STRAY_CLAUSE;
            return;
        }

        indentations[^1] = indentations[^1] with { Statement = next };
        if (!isAllowed)
        {
            errors.Add(clause.Span, $"this `{clause.Name}` belongs to no {owner} above it; compare the indentation");
            clause.Type = PythonParser.STRAY_CLAUSE;
        }
    }

    /// <summary>
    /// `type` is a keyword only at the start of a statement, before a name that `=` or `[` follows: two names in a row are nothing
    /// else in Python. (Language Reference §7.14.)
    /// </summary>
    private bool StartsTypeAlias()
    {
        var word = WordAt(SkipSpaces(position));
        if (!IsAtStatementStart || word.IsEmpty || names.Find(text.AsSpan(word.Start, word.Length)).Type != PythonParser.NAME)
        {
            return false;
        }

        var at = SkipSpaces(word.End);
        return at < text.Length && (text[at] == '[' || (text[at] == '=' && (at + 1 == text.Length || text[at + 1] != '=')));
    }

    /// <summary>`lazy` is a keyword only directly before `import` or `from` (PEP 810).</summary>
    private bool StartsLazyImport()
    {
        var word = WordAt(SkipSpaces(position));
        return IsAtStatementStart && text.AsSpan(word.Start, word.Length) switch
        {
            "import" => true,
            // A colon may be that of a `lambda`: `raise lambda: lazy from error`.
            "from" => tokens.Count <= lineStartToken || tokens[tokens.Count - 1].Type == PythonParser.SEMICOLON || IsBeforeImport(word.End),
            _ => false,
        };
    }

    /// <summary>True when only names and dots stand between here and `import`.</summary>
    private bool IsBeforeImport(int at)
    {
        while (true)
        {
            at = SkipSpaces(at);
            var word = WordAt(at);
            if (word.IsEmpty && (at == text.Length || text[at] != '.'))
            {
                return false;
            }

            if (text.AsSpan(word.Start, word.Length) is "import")
            {
                return true;
            }

            at = word.IsEmpty ? at + 1 : word.End;
        }
    }

    private bool IsAtStatementStart =>
        tokens.Count <= lineStartToken || tokens[tokens.Count - 1].Type is PythonParser.SEMICOLON or PythonParser.COLON;

    private TextSpan WordAt(int at) => new(at, NameCharacters.EndOfWord(text, at));

    /// <summary>Skips white space and line continuations.</summary>
    private int SkipSpaces(int at)
    {
        while (at < text.Length)
        {
            if (text[at] is ' ' or '\t' or '\f')
            {
                at++;
            }
            else if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '\n' or '\r')
            {
                at += text[at + 1] == '\r' && at + 2 < text.Length && text[at + 2] == '\n' ? 3 : 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }
}
