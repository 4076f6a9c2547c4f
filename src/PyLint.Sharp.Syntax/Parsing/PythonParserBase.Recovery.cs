using System.Collections.Immutable;
using Antlr4.Runtime;
using Antlr4.Runtime.Atn;
using Antlr4.Runtime.Misc;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>
/// What happens at a syntax error: the statement is given up, its error reported, and parsing goes on behind its logical line, with
/// the block below it as if it stood outside.
/// </summary>
internal abstract partial class PythonParserBase
{
    /// <summary>Statements of the blocks of a statement that is being given up: they go on as if they stood outside.</summary>
    private readonly List<Stmt> salvaged = [];

    /// <summary>Made at the first error: most programs have none.</summary>
    private ATN? network;

    /// <summary>Up to this token, lines may go on with a statement that was given up.</summary>
    private int continuationEnd;

    /// <summary>Up to this token, lines may be the block of a head without one.</summary>
    private int lostBlockEnd;

    /// <summary>The span of a parameter list that starts at a token; without parameters it is empty.</summary>
    protected TextSpan ParameterSpan(Token start)
    {
        var first = start;
        return first.TokenIndex == tokens.Index ? new TextSpan(first.Start, first.Start) : Span(start);
    }

    /// <summary>To be thrown where the current token cannot stand; the state tells which ones could.</summary>
    protected UnexpectedTokenException UnexpectedToken(int state)
    {
        RuleContext? context = null;
        for (var i = 0; i < Depth; i++)
        {
            context = new RuleContext(context, callers[i]);
        }

        network ??= new ATNDeserializer().Deserialize(SerializedAtn);
        return new UnexpectedTokenException(tokens.Current, network.GetExpectedTokens(state, context));
    }

    /// <summary>To be thrown by an action that rejects a token which the grammar lets through.</summary>
    protected static UnexpectedTokenException CannotStand(Token token) => new(token, null);

    /// <summary>Keeps the finished blocks of an `if` whose later clause cannot be read.</summary>
    protected void SalvageBranches(int mark)
    {
        for (var i = mark; i < branches.Count; i++)
        {
            salvaged.AddRange(branches[i].Body);
        }

        branches.Truncate(mark);
    }

    /// <summary>Keeps the finished handlers or cases that were added since a mark.</summary>
    protected void SalvageStack(int mark)
    {
        for (var i = mark; i < height; i++)
        {
            salvaged.AddRange(stack[i].Node switch
            {
                ExceptHandler handler => handler.Body,
                MatchCase match => match.Body,
                _ => [],
            });
        }
    }

    /// <summary>Keeps a finished block.</summary>
    protected void Salvage(ImmutableArray<Stmt> body)
    {
        if (!body.IsDefault)
        {
            salvaged.AddRange(body);
        }
    }

    protected void RecoverStatement(int mark, Token start, UnexpectedTokenException error)
    {
        GiveUp(mark, error);
        foreach (var statement in salvaged)
        {
            Add(statement);
        }

        salvaged.Clear();
        SkipLine(start);
        var end = tokens.Index;
        if (tokens.Current.Type == PythonParser.INDENT)
        {
            end = FlattenBlock();
            continuationEnd = Math.Max(continuationEnd, end);
        }
        else if (IsBlockMissing(error.Token))
        {
            end = EndOfLostBlock();
        }

        errors.Damage.Add(new TextSpan(start.Start, tokens[Math.Min(end, tokens.Count - 1)].Start));
        LoosenClause(tokens.Index);
    }

    private bool IsBlockMissing(Token token) => token.TokenIndex > 1 && tokens[token.TokenIndex - 1].Type == PythonParser.NEWLINE
        && tokens[token.TokenIndex - 2].Type == PythonParser.COLON;

    /// <summary>Lines behind a head without a block may be that block, up to the next definition beside it.</summary>
    private int EndOfLostBlock()
    {
        if (lostBlockEnd > tokens.Index)
        {
            return lostBlockEnd;
        }

        var depth = 0;
        lostBlockEnd = tokens.Index;
        while (depth >= 0 && lostBlockEnd < tokens.Count && !(depth == 0 && StartsDefinition(lostBlockEnd)))
        {
            depth += tokens[lostBlockEnd].Type switch
            {
                PythonParser.INDENT => 1,
                PythonParser.DEDENT => -1,
                _ => 0,
            };
            lostBlockEnd++;
        }

        return lostBlockEnd;
    }

    private bool StartsDefinition(int index) => tokens[index].Type is PythonParser.DEF or PythonParser.CLASS or PythonParser.AT
        && tokens[index - 1].Type is PythonParser.NEWLINE or PythonParser.DEDENT;

    /// <summary>
    /// A case whose head cannot be read may match anything, so it has a guard: it makes no case behind it unreachable. Its block is as
    /// good as ever.
    /// </summary>
    protected MatchCase RecoverCase(int mark, Token start, UnexpectedTokenException error)
    {
        GiveUp(mark, error);
        while (tokens.Current.Type is not (PythonParser.NEWLINE or PythonParser.INDENT or PythonParser.DEDENT or PythonParser.Eof or PythonParser.CASE))
        {
            tokens.Consume();
        }

        var head = Span(start);
        var hasBlock = tokens.Current.Type == PythonParser.NEWLINE && tokens.LT(2).Type == PythonParser.INDENT;
        var body = hasBlock ? ((PythonParser)this).block(NoCaller).nodes : [];
        var guard = new Constant(new TextSpan(head.End, head.End), True, null);
        return new MatchCase(Span(start), new MatchAs(head, null, null), guard, body);
    }

    /// <summary>Reports an error and forgets what was being built.</summary>
    private void GiveUp(int mark, UnexpectedTokenException error)
    {
        height = mark;
        operators.Clear();
        openStrings = 0;
        Report(error.Token, error.Expected);
        tokens.Seek(error.Token.TokenIndex);
    }

    /// <summary>Nothing should get here; if it does, the statements read so far are the tree.</summary>
    protected Module RecoverFile(int mark, UnexpectedTokenException error)
    {
        Report(error.Token, null);
        return new Module(WholeText, Take<Stmt>(mark));
    }

    private void Report(Token token, IntervalSet? expected)
    {
        if (token.Type != PythonParser.STRAY_CLAUSE && !IsContinuation(token) && !errors.HasErrorWithin(LineOf(token)))
        {
            Error(SpanOf(token), SyntaxMessages.Describe(this, tokens, token, expected));
        }
    }

    /// <summary>True for a line behind a broken statement that goes on with it: no statement starts so.</summary>
    private bool IsContinuation(Token token) => token.TokenIndex < continuationEnd && token.TokenIndex > 0
        && tokens[token.TokenIndex - 1].Type == PythonParser.NEWLINE && token.Type > PythonParser.RIGHT_BRACE && token.Type != PythonParser.AT;

    /// <summary>Layout has no text of its own: what is missing is missing behind the token before.</summary>
    private TextSpan SpanOf(Token token)
    {
        if (token.Type > PythonParser.NEWLINE)
        {
            return IsMissingBefore(token) ? tokens[token.TokenIndex - 1].Span : token.Span;
        }

        return token.Type == PythonParser.NEWLINE && token.TokenIndex > 0
            ? new TextSpan(tokens[token.TokenIndex - 1].End, tokens[token.TokenIndex - 1].End)
            : new TextSpan(token.Start, token.Start);
    }

    /// <summary>Between brackets, what is missing between the last token of a line and the first of the next is told where the line ends.</summary>
    private bool IsMissingBefore(Token token)
    {
        if (token.TokenIndex == 0 || tokens[token.TokenIndex - 1] is not { Type: > PythonParser.NEWLINE } before
            || SyntaxMessages.EndsOperand(before.Type) != SyntaxMessages.StartsOperand(token.Type))
        {
            return false;
        }

        return Source.Content.AsSpan(before.End, token.Start - before.End).ContainsAny('\n', '\r');
    }

    /// <summary>The logical line of a token; for the end of the file, the last line.</summary>
    private TextSpan LineOf(Token token)
    {
        var first = token.Type == PythonParser.Eof && token.TokenIndex > 0 ? token.TokenIndex - 1 : token.TokenIndex;
        while (first > 0 && tokens[first - 1].Type > PythonParser.NEWLINE)
        {
            first--;
        }

        var last = token.TokenIndex;
        while (last + 1 < tokens.Count && tokens[last].Type != PythonParser.NEWLINE)
        {
            last++;
        }

        return new TextSpan(tokens[first].Start, tokens[last].End);
    }

    /// <summary>Moves to the start of the next logical line, or stays when a line has just ended.</summary>
    private void SkipLine(Token start)
    {
        if (tokens.Index > 0 && tokens[tokens.Index - 1].Type == PythonParser.NEWLINE && tokens.Current.Type != PythonParser.INDENT
            && tokens[tokens.Index - 1].TokenIndex > start.TokenIndex)
        {
            return;
        }

        while (tokens.Current.Type is not (PythonParser.NEWLINE or PythonParser.Eof or PythonParser.INDENT or PythonParser.DEDENT))
        {
            tokens.Consume();
        }

        if (tokens.Current.Type == PythonParser.NEWLINE)
        {
            tokens.Consume();
        }
    }

    /// <summary>Turns the block that starts here into lines of the block around it; the index of the token that ended it.</summary>
    private int FlattenBlock()
    {
        var depth = 0;
        var i = tokens.Index;
        for (; i < tokens.Count; i++)
        {
            if (tokens[i].Type == PythonParser.INDENT)
            {
                depth++;
            }
            else if (tokens[i].Type == PythonParser.DEDENT && --depth == 0)
            {
                tokens[i].Type = PythonParser.NEWLINE;
                LoosenClause(i + 1);
                break;
            }
            else if (tokens[i].Type == PythonParser.CASE && depth == 1)
            {
                tokens[i].Type = PythonParser.STRAY_CLAUSE;
            }
        }

        tokens.Current.Type = PythonParser.NEWLINE;
        return i;
    }

    /// <summary>The clauses of a statement that was given up belong to nothing any more; no error of their own.</summary>
    private void LoosenClause(int index)
    {
        var token = tokens[Math.Min(index, tokens.Count - 1)];
        if (token.Type is PythonParser.ELIF or PythonParser.ELSE or PythonParser.EXCEPT or PythonParser.FINALLY)
        {
            token.Type = PythonParser.STRAY_CLAUSE;
        }
    }
}
