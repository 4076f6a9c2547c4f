using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>
/// Finds what of a cell is IPython's language rather than Python's: commands (<c>%run</c>, <c>!ls</c>), their results
/// (<c>files = !ls</c>), questions (<c>len?</c>) and magics for the cell as a whole. None of these can be Python where it stands, so
/// whatever is found was meant. They end with their line; a backslash continues them.
/// </summary>
internal sealed class MagicLines
{
    /// <summary>Magics for a cell that run its lines as Python in the notebook's own names; any other hands them to something else.</summary>
    private static readonly HashSet<string> PythonMagics = new(StringComparer.Ordinal) { "capture", "debug", "prun", "time", "timeit" };

    private readonly string text;
    private readonly List<Magic> found = [];
    private int at;
    private int depth;

    private MagicLines(string text) => this.text = text;

    /// <summary>True for a cell whose lines are not Python.</summary>
    public bool HidesCell { get; private set; }

    /// <summary>Where the code begins: behind the line of a magic for the whole cell.</summary>
    public int BodyStart { get; private set; }

    /// <summary>What is not Python, in source order; no span holds a line break.</summary>
    public IReadOnlyList<Magic> Found => found;

    public static MagicLines Of(string cell)
    {
        var lines = new MagicLines(cell);
        var isCellMagic = true;
        while (isCellMagic)
        {
            isCellMagic = lines.ReadCellMagic();
        }

        while (!lines.HidesCell && lines.at < cell.Length)
        {
            lines.ReadLogicalLine();
        }

        return lines;
    }

    /// <summary>Takes the magic for the whole cell where there is one; what it runs may begin with another.</summary>
    private bool ReadCellMagic()
    {
        var start = at + text.AsSpan(at).IndexOfAnyExcept(" \t\f\r\n");
        if (start < at || !text.AsSpan(start).StartsWith("%%", StringComparison.Ordinal))
        {
            return false;
        }

        var end = start + 2;
        while (end < text.Length && IsNamePart(text[end]))
        {
            end++;
        }

        HidesCell |= !PythonMagics.Contains(text[(start + 2)..end]);
        at = start;
        ReadMagic();
        BodyStart = at;
        return true;
    }

    private void ReadLogicalLine()
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\f')
        {
            at++;
        }

        if (at < text.Length && (text[at] is '!' or '?' or ',' or ';' or '/' || IsLineMagic() || IsQuestion()))
        {
            ReadMagic();
        }
        else
        {
            ReadCode();
        }
    }

    /// <summary>Takes what is left of the line, and the lines that continue it.</summary>
    private void ReadMagic()
    {
        for (var isFirst = true; isFirst || (at < text.Length && IsContinued(found[^1].Span)); isFirst = false)
        {
            var end = LineEnd(at);
            found.Add(new Magic(new TextSpan(at, end), isFirst ? Placeholder(end - at) : new string(' ', end - at)));
            at = BehindBreak(end);
        }
    }

    private bool IsContinued(TextSpan magic) => !magic.IsEmpty && text[magic.End - 1] == '\\';

    /// <summary>A call of something unknown: a magic may do, return and raise anything.</summary>
    private static string Placeholder(int length) => length < 3 ? new string('_', length) : new string('_', length - 2) + "()";

    /// <summary>A magic for a whole cell that is not its first line is an error in IPython too.</summary>
    private bool IsLineMagic() => text[at] == '%' && !(at + 1 < text.Length && text[at + 1] == '%');

    /// <summary>True before <c>name?</c>, <c>module.name??</c>, <c>*pattern*?</c>.</summary>
    private bool IsQuestion()
    {
        var line = text.AsSpan(at, LineEnd(at) - at).TrimEnd();
        var subject = line.TrimEnd('?');
        if (subject.Length == line.Length || subject.IsEmpty || char.IsAsciiDigit(subject[0]))
        {
            return false;
        }

        foreach (var unit in subject)
        {
            if (!IsNamePart(unit) && unit is not ('.' or '*' or '[' or ']'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Passes Python up to the end of the logical line, or to a magic behind its <c>=</c>.</summary>
    private void ReadCode()
    {
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '\n' or '\r':
                    at = BehindBreak(at);
                    if (depth == 0)
                    {
                        return;
                    }

                    break;
                case '#':
                    at = LineEnd(at);
                    break;
                case '"' or '\'':
                    PassString(text[at]);
                    break;
                case '\\':
                    at = at + 1 < text.Length ? BehindBreak(at + 1) : text.Length;
                    break;
                case '=' when depth == 0 && MagicBehindEquals() is { } magic:
                    at = magic;
                    ReadMagic();
                    return;
                default:
                    depth = Math.Max(0, depth + (text[at] is '(' or '[' or '{' ? 1 : text[at] is ')' or ']' or '}' ? -1 : 0));
                    at++;
                    break;
            }
        }
    }

    private int? MagicBehindEquals()
    {
        var start = at + 1;
        while (start < text.Length && text[start] is ' ' or '\t')
        {
            start++;
        }

        var isMagic = start + 1 < text.Length && text[start] is '!' or '%' && text[start + 1] is not ('=' or ' ' or '\n' or '\r');
        return isMagic ? start : null;
    }

    /// <summary>A backslash takes the next character with it, in raw strings too: there it stays but the quote does not end them.</summary>
    private void PassString(char quote)
    {
        var isTriple = at + 2 < text.Length && text[at + 1] == quote && text[at + 2] == quote;
        at += isTriple ? 3 : 1;
        while (at < text.Length)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at = BehindBreak(at + 1);
            }
            else if (text[at] == quote && (!isTriple || (at + 2 < text.Length && text[at + 1] == quote && text[at + 2] == quote)))
            {
                at += isTriple ? 3 : 1;
                return;
            }
            else if (!isTriple && text[at] is '\n' or '\r')
            {
                return;
            }
            else
            {
                at++;
            }
        }
    }

    private int LineEnd(int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : start + length;
    }

    /// <summary>Behind the character, or the two of a Windows line break.</summary>
    private int BehindBreak(int offset) => offset + 1 < text.Length && text[offset] == '\r' && text[offset + 1] == '\n' ? offset + 2 : Math.Min(offset + 1, text.Length);

    private static bool IsNamePart(char unit) => unit == '_' || char.IsLetterOrDigit(unit);
}
