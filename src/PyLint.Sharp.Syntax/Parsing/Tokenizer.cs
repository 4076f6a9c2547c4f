using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>
/// Text to tokens, total and iterative: every text gives tokens that end with EOF. What CPython's tokenizer decides is decided
/// here: indentation, line joining, the modes inside f-strings; and beyond it soft keywords, so that the grammar needs one token
/// of look-ahead. (Reference: Python Language Reference §2, PEP 701, PEP 750.)
/// </summary>
internal sealed partial class Tokenizer
{
    /// <summary>CPython's limits: deeper nesting is an error there too.</summary>
    private const int MaxBrackets = 200;
    private const int MaxIndentation = 100;
    private const int MaxFields = 3;
    private const int TabSize = 8;

    /// <summary>How many steps go by between two looks at the cancellation token.</summary>
    private const int Stride = 1024;

    private readonly TokenBuffer tokens;
    private readonly NameTable names;
    private WorkList<Bracket> brackets;
    private WorkList<Indentation> indentations;
    private WorkList<StringMode> modes;
    private WorkList<TextSpan> comments;
    private SyntaxErrorList errors = null!;
    private string text = "";
    private int position;
    private bool isAtLineStart;

    public Tokenizer(TokenBuffer tokens, NameTable names)
    {
        this.tokens = tokens;
        this.names = names;
    }

    private bool IsInString => modes.Count > 0;

    private char Current => Peek(0);

    /// <summary>Fills the buffer and returns the comments.</summary>
    public ImmutableArray<TextSpan> Run(string source, SyntaxErrorList found, CancellationToken cancellation = default)
    {
        text = source;
        errors = found;
        position = 0;
        isAtLineStart = true;
        tokens.Clear();
        names.StartFile();
        brackets.Clear();
        modes.Clear();
        indentations.Clear();
        indentations.Add(default);
        comments.Clear();
        lineStartToken = 0;
        ReportNuls();
        doubtful = null;
        unindentedToken = -1;
        lineColumn = 0;
        unit = 0;
        brokenString = -1;
        oddStart = -1;
        for (var step = 0; position < text.Length || IsLineOpen(); step++)
        {
            if (step % Stride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            Step();
        }

        Finish();
        return comments.ToImmutable();
    }

    /// <summary>Also in strings and comments, where no other character is wrong.</summary>
    private void ReportNuls()
    {
        for (var at = text.IndexOf('\0'); at >= 0; at = text.IndexOf('\0', at + 1))
        {
            errors.Add(new TextSpan(at, at + 1), InvalidCharacters.Describe(0));
        }
    }

    private void Step()
    {
        if (IsInString && modes[^1].Kind != ModeKind.Field)
        {
            ReadStringPart();
        }
        else if (isAtLineStart && brackets.Count == 0)
        {
            ReadIndentation();
        }
        else
        {
            ReadToken();
        }
    }

    private void ReadToken()
    {
        var c = text[position];
        while (c == ' ' && position + 1 < text.Length)
        {
            c = text[++position];
        }

        if (char.IsAsciiLetter(c) || c == '_' || c >= 0x80)
        {
            ReadName();
            return;
        }

        switch (c)
        {
            case ' ' or '\t' or '\f':
                position++;
                break;
            case '\n' or '\r':
                ReadLineBreak();
                break;
            case '#':
                ReadComment();
                break;
            case '\\':
                ReadContinuation();
                break;
            case '"' or '\'':
                ReadString(position, StringPrefix.None);
                break;
            case >= '0' and <= '9':
                ReadNumber();
                break;
            case '.' when char.IsAsciiDigit(Peek(1)):
                ReadNumber();
                break;
            default:
                ReadOperator();
                break;
        }
    }

    private char Peek(int offset) => position + offset < text.Length ? text[position + offset] : '\0';

    private void ReadComment()
    {
        var end = text.AsSpan(position).IndexOfAny('\n', '\r');
        end = end < 0 ? text.Length : position + end;
        comments.Add(new TextSpan(position, end));
        position = end;
    }

    private void ReadLineBreak()
    {
        var start = position;
        SkipLineBreak();
        if (brackets.Count == 0)
        {
            EndLogicalLine(start, position);
        }
        else if (!IsInString)
        {
            ReadBracketedLineBreak(start);
        }
    }

    private void SkipLineBreak() => position += Current == '\r' && Peek(1) == '\n' ? 2 : 1;

    private void EndLogicalLine(int start, int end)
    {
        tokens.Add(PythonParser.NEWLINE, start, end);
        ResolveFirstToken();
        isAtLineStart = true;
        doubtful = null;
    }

    private void ReadContinuation()
    {
        if (Peek(1) is '\n' or '\r')
        {
            SkipContinuation();
            return;
        }

        errors.Add(
            new TextSpan(position, position + 1),
            position + 1 == text.Length ? "the file ends after a line continuation `\\`; delete it" : "something follows the line continuation `\\`; it must be the last character of its line");
        position++;
    }

    private void SkipContinuation()
    {
        position++;
        SkipLineBreak();
        if (position == text.Length)
        {
            errors.Add(new TextSpan(position - 1, position), "the file ends after a line continuation `\\`; delete it");
        }
    }

    private void ReadName()
    {
        var start = position;
        var rest = text.AsSpan(start);
        var (length, hash) = NameTable.Measure(rest);
        position = start + length;
        var next = Current;
        if (next >= 0x80)
        {
            ReadUnicodeName(start);
            return;
        }

        if (next is '"' or '\'' && PrefixOf(rest[..length]) is var prefix && prefix != StringPrefix.Invalid)
        {
            ReadString(start, prefix);
            return;
        }

        var (name, type) = names.Find(rest[..length], hash);
        if (type is PythonParser.IN or PythonParser.NOT && tokens.Count > 0 && CombinesWith(tokens[tokens.Count - 1], type) is var pair && pair != 0)
        {
            tokens[tokens.Count - 1].Absorb(pair, position);
            return;
        }

        if (name.Length == 4)
        {
            type = name switch
            {
                "type" when StartsTypeAlias() => PythonParser.TYPE,
                "lazy" when StartsLazyImport() => PythonParser.LAZY,
                _ => type,
            };
        }

        tokens.Add(type, start, position, name);
    }

    /// <summary>`not in` and `is not` are one operator each; no Python text has these neighbours in another meaning.</summary>
    private static int CombinesWith(Token before, int type) => (before.Type, type) switch
    {
        (PythonParser.NOT, PythonParser.IN) => PythonParser.NOT_IN,
        (PythonParser.IS, PythonParser.NOT) => PythonParser.IS_NOT,
        _ => 0,
    };

    private void ReadUnicodeName(int start)
    {
        position = NameCharacters.EndOfName(text, start);
        if (position == start)
        {
            ReadUnknownCharacter();
            return;
        }

        tokens.Add(PythonParser.NAME, start, position, names.FindNormalised(text.AsSpan(start, position - start)));
    }

    private void ReadUnknownCharacter()
    {
        var length = Rune.TryGetRuneAt(text, position, out var rune) ? rune.Utf16SequenceLength : 1;
        var span = new TextSpan(position, position + length);
        if (text[position] != '\0')
        {
            errors.Add(span, InvalidCharacters.Describe(length == 1 && rune == default ? text[position] : rune.Value));
        }

        position += length;
    }

    /// <summary>At the end of the text: true when brackets are open since a line break that may have ended them, and reading goes on there.</summary>
    private bool IsLineOpen()
    {
        if (!IsInDoubt || IsInString)
        {
            return false;
        }

        TakeBack();
        return position < text.Length;
    }

    private void Finish()
    {
        while (IsInString)
        {
            EndUnterminatedString();
        }

        if (brackets.Count > 0)
        {
            CloseForgotten();
        }

        if (tokens.Count > 0 && tokens[tokens.Count - 1].Type is not (PythonParser.NEWLINE or PythonParser.DEDENT))
        {
            EndLogicalLine(text.Length, text.Length);
        }

        if (oddStart >= 0)
        {
            EndOddLines();
        }

        for (var i = indentations.Count - 1; i > 0; i--)
        {
            tokens.Add(PythonParser.DEDENT, text.Length, text.Length);
        }

        tokens.Add(PythonParser.Eof, text.Length, text.Length);
    }
}
