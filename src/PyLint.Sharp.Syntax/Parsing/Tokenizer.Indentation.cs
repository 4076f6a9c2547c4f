using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Indentation, and what to make of a wrong one.</summary>
internal sealed partial class Tokenizer
{
    /// <summary>The levels before a line that should have been indented as the block of the line above.</summary>
    private WorkList<Indentation> levelsBefore;

    /// <summary>Where the tokens of that line start, its DEDENTs among them; -1 when the last line was none.</summary>
    private int unindentedToken = -1;

    /// <summary>The column of the last line.</summary>
    private int lineColumn;

    /// <summary>Where the first of the lines between two levels starts; -1 when the last line was none.</summary>
    private int oddStart;

    /// <summary>The number of levels that were open around it.</summary>
    private int oddLevel;

    /// <summary>The width of the file's first indentation; 0 until then.</summary>
    private int unit;

    private void ReadIndentation()
    {
        var start = position;
        var (column, alternative, joined) = (0, 0, 0);
        while (true)
        {
            var spaces = CountSpaces();
            position += spaces;
            column += spaces;
            alternative += spaces;
            var c = Current;
            if (c == '\t')
            {
                column = ((column / TabSize) + 1) * TabSize;
                alternative++;
                position++;
            }
            else if (c == '\f')
            {
                (column, alternative) = (0, 0);
                position++;
            }
            else if (c == '\\' && Peek(1) is '\n' or '\r')
            {
                // A backslash joins the next line; as in CPython, what stands before the first one is the indentation, for tabs of any width.
                joined = joined == 0 ? column : joined;
                SkipContinuation();
            }
            else
            {
                break;
            }
        }

        if (position < text.Length && !SkipBlankLine())
        {
            isAtLineStart = false;
            Indent(joined > 0 ? new Indentation(joined, joined, 0) : new Indentation(column, alternative, 0), start);
            lineStartToken = tokens.Count;
        }
    }

    private int CountSpaces()
    {
        var source = text;
        var at = position;
        while (at < source.Length && source[at] == ' ')
        {
            at++;
        }

        return at - position;
    }

    /// <summary>Lines without code have no tokens and no indentation.</summary>
    private bool SkipBlankLine()
    {
        if (Current == '#')
        {
            ReadComment();
        }
        else if (Current is not ('\n' or '\r'))
        {
            return false;
        }

        if (position < text.Length)
        {
            SkipLineBreak();
        }

        return true;
    }

    private void Indent(Indentation width, int start)
    {
        if (unindentedToken >= 0)
        {
            ReturnToBlock(width.Column);
        }

        var current = indentations[^1];
        var isBlock = IsBlockExpected;
        if (isBlock && width.Column > lineColumn)
        {
            EnterLevel(width, start, isBlock);
        }
        else if (current.IsAt(width.Column))
        {
            CheckTabs(width.Alternative == current.Alternative || current.Odd == width.Column, start);
            ExpectBlock(isBlock);
        }
        else if (width.Column > current.Column)
        {
            EnterLevel(width, start, isBlock);
        }
        else
        {
            ExpectBlock(isBlock);
            Dedent(width, start);
        }

        lineColumn = width.Column;
        if (oddStart >= 0 && indentations.Count <= oddLevel && indentations[^1].Column == width.Column)
        {
            EndOddLines();
        }
    }

    /// <summary>The lines since the first one between two levels may belong to either.</summary>
    private void EndOddLines()
    {
        errors.Damage.Add(new TextSpan(oddStart, position));
        oddStart = -1;
    }

    private void EnterLevel(Indentation width, int start, bool isBlock)
    {
        CheckTabs(width.Alternative > indentations[^1].Alternative || indentations[^1].Odd > 0, start);
        if (indentations.Count == MaxIndentation)
        {
            errors.Add(new TextSpan(start, position), "too many levels of indentation");
        }

        isBlock = isBlock || AddMissingColon();
        if (isBlock)
        {
            unit = unit == 0 ? width.Column : unit;
        }
        else
        {
            // Which clauses may follow at the level around depends on the head that was lost.
            indentations[^1] = indentations[^1] with { Statement = PythonParser.STRAY_CLAUSE };
        }

        indentations.Add(width with { IsUnexpected = !isBlock });
        tokens.Add(PythonParser.INDENT, position, position);
    }

    /// <summary>A line that starts like the head of a block, with a block below it, lost its `:` and nothing else; false for any other.</summary>
    private bool AddMissingColon()
    {
        var depth = 0;
        var end = tokens.Count - 1;
        if (end <= lineStartToken || tokens[end].Type != PythonParser.NEWLINE || !StartsBlock(tokens[lineStartToken].Type))
        {
            return false;
        }

        for (var i = lineStartToken; i < end; i++)
        {
            switch (tokens[i].Type)
            {
                case PythonParser.LEFT_PARENTHESIS or PythonParser.LEFT_BRACKET or PythonParser.LEFT_BRACE:
                    depth++;
                    break;
                case PythonParser.RIGHT_PARENTHESIS or PythonParser.RIGHT_BRACKET or PythonParser.RIGHT_BRACE:
                    depth--;
                    break;
                case PythonParser.COLON when depth == 0:
                    return false;
            }
        }

        var at = tokens[end - 1].End;
        if (!errors.HasErrorSince(tokens[lineStartToken].Start))
        {
            errors.Add(new TextSpan(at, at), SyntaxMessages.ColonMissing);
        }

        tokens.Insert(end, PythonParser.COLON, at);
        return true;
    }

    private void Dedent(Indentation width, int start)
    {
        var left = indentations[^1];
        while (indentations.Count > 1 && width.Column < indentations[^1].Column && !indentations[^1].IsAt(width.Column))
        {
            left = indentations[^1];
            indentations.Pop();
            tokens.Add(PythonParser.DEDENT, position, position);
        }

        var current = indentations[^1];
        if (current.IsAt(width.Column))
        {
            CheckTabs(width.Alternative == current.Alternative || current.Odd == width.Column, start);
        }
        else if (current.IsGuess)
        {
            indentations[^1] = width with { Statement = current.Statement };
        }
        else
        {
            AcceptOddColumn(width.Column, left, start);
        }
    }

    /// <summary>A line between two levels belongs to the nearer one; it is told once, and lines like it are taken for granted.</summary>
    private void AcceptOddColumn(int column, Indentation left, int start)
    {
        errors.Add(new TextSpan(start, position), "this indentation matches no line above; indent it like the block that it belongs to");
        if (left.Column - column < column - indentations[^1].Column)
        {
            tokens.Truncate(tokens.Count - 1);
            indentations.Add(left);
        }

        indentations[^1] = indentations[^1] with { Odd = column };
        if (oddStart < 0)
        {
            oddStart = start;
            oddLevel = indentations.Count;
        }
    }

    private void CheckTabs(bool areConsistent, int start)
    {
        if (!areConsistent)
        {
            errors.Add(new TextSpan(start, position), "tabs and spaces are mixed so that the indentation is ambiguous; use spaces alone");
        }
    }

    /// <summary>True at the start of a line behind the head of a block.</summary>
    private bool IsBlockExpected => tokens.Count > 1 && tokens[tokens.Count - 1].Type == PythonParser.NEWLINE
        && tokens[tokens.Count - 2].Type == PythonParser.COLON && StartsBlock(tokens[lineStartToken].Type);

    private static bool StartsBlock(int type) => type
        is PythonParser.IF or PythonParser.ELIF or PythonParser.ELSE or PythonParser.WHILE or PythonParser.FOR or PythonParser.TRY
        or PythonParser.EXCEPT or PythonParser.FINALLY or PythonParser.WITH or PythonParser.DEF or PythonParser.CLASS or PythonParser.ASYNC
        or PythonParser.MATCH or PythonParser.CASE;

    /// <summary>Remembers the levels when the line that starts here is not indented, though a block is expected.</summary>
    private void ExpectBlock(bool isBlock)
    {
        if (isBlock)
        {
            unindentedToken = tokens.Count;
            CopyLevels(ref indentations, ref levelsBefore);
        }
    }

    /// <summary>
    /// The line before should have been indented. When this one is indented as if that had been so, only that one line is wrong: its
    /// block is opened where it starts.
    /// </summary>
    private void ReturnToBlock(int column)
    {
        var at = unindentedToken;
        unindentedToken = -1;
        var head = levelsBefore[^1].Column;
        var line = indentations[^1];
        if (column <= line.Column || !GoesOn(column, head))
        {
            return;
        }

        OpenBlockAt(at);
        CopyLevels(ref levelsBefore, ref indentations);
        indentations.Add(column > head && !IsBlockExpected
            ? new Indentation(column, column, line.Statement)
            : new Indentation(head + 1, head + 1, line.Statement) { IsGuess = true });
    }

    private bool GoesOn(int column, int head)
    {
        if (IsBlockExpected)
        {
            // The block of the unindented line itself, which may well be at home there.
            return unit > 0 && column >= head + (2 * unit);
        }

        return column > head || IsLevelBefore(column);
    }

    private bool IsLevelBefore(int column)
    {
        for (var i = 0; i < levelsBefore.Count; i++)
        {
            if (levelsBefore[i].Column == column)
            {
                return true;
            }
        }

        return false;
    }

    private static void CopyLevels(ref WorkList<Indentation> from, ref WorkList<Indentation> to)
    {
        to.Clear();
        for (var i = 0; i < from.Count; i++)
        {
            to.Add(from[i]);
        }
    }

    /// <summary>The DEDENTs in front of a line become the INDENT of the block that it starts.</summary>
    private void OpenBlockAt(int at)
    {
        if (tokens[at].Type == PythonParser.DEDENT)
        {
            tokens[at].Type = PythonParser.INDENT;
        }
        else
        {
            tokens.Insert(at, PythonParser.INDENT, tokens[at].Start);
        }

        var first = at + 1;
        for (; tokens[first].Type == PythonParser.DEDENT; first++)
        {
            tokens[first].Type = PythonParser.NEWLINE;
        }

        errors.Add(new TextSpan(tokens[first].Start, tokens[first].End), SyntaxMessages.BlockExpected);
    }

    /// <param name="Column">The width with tabs that reach to the next multiple of 8.</param>
    /// <param name="Alternative">The width with tabs of 1: where the two disagree in order, the indentation is ambiguous.</param>
    /// <param name="Statement">
    /// Token type of what started the last line at this level and tells which clause may follow: EXCEPT stands for a `try` with
    /// handlers, FINALLY for one that only a `finally` can follow, STRAY_CLAUSE for a statement whose head was lost.
    /// </param>
    private readonly record struct Indentation(int Column, int Alternative, int Statement)
    {
        /// <summary>Another column of lines that were taken as lines of this level; 0 for none.</summary>
        public int Odd { get; init; }

        /// <summary>The column is not known yet: the only line of the level so far is not indented.</summary>
        public bool IsGuess { get; init; }

        /// <summary>Nothing opened the level: its lines may go on with a statement above them whose brackets are broken.</summary>
        public bool IsUnexpected { get; init; }

        public bool IsAt(int column) => column == Column || (column == Odd && column > 0);
    }
}
