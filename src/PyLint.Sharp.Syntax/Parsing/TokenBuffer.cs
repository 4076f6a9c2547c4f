namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>
/// The tokens of one file, in an array that the next file uses again: after the first files a thread lexes without allocating.
/// Comments and blank lines are not in it, so that the parser never skips.
/// </summary>
internal sealed class TokenBuffer
{
    private const int LeastTokens = 1 << 10;
    private const int MostKept = 1 << 17;

    /// <summary>How many tokens go by between two looks at the cancellation token.</summary>
    private const int Stride = 1024;

    private Token[] tokens = new Token[LeastTokens];

    /// <summary>So many places of the array have a token.</summary>
    private int created;
    private int position;
    private CancellationToken cancellation;

    public int Count { get; private set; }

    public int Index => position;

    /// <summary>End of the last token read that is not layout: where CPython ends a node.</summary>
    public int LastEnd { get; private set; }

    public Token this[int index] => tokens[index];

    public Token Current { get; private set; } = null!;

    public Token Add(int type, int start, int end, string? name = null)
    {
        if (Count == created)
        {
            CreateMore();
        }

        var token = tokens[Count];
        token.Set(Count++, type, start, end, name);
        return token;
    }

    /// <summary>Puts an empty token in front of another.</summary>
    public void Insert(int index, int type, int offset)
    {
        Add(type, 0, 0);
        var added = tokens[Count - 1];
        for (var i = Count - 1; i > index; i--)
        {
            tokens[i] = tokens[i - 1];
            tokens[i].Set(i, tokens[i].Type, tokens[i].Start, tokens[i].End, tokens[i].Name);
        }

        tokens[index] = added;
        added.Set(index, type, offset, offset, null);
    }

    /// <summary>Forgets the tokens from an index on.</summary>
    public void Truncate(int count) => Count = count;

    /// <summary>The index of the first token that starts at an offset or behind it. Takes time with the logarithm of their number.</summary>
    public int IndexAt(int offset)
    {
        var (low, high) = (0, Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public void Clear()
    {
        Count = 0;
        Rewind();
    }

    /// <summary>Lets go of the tokens of a rare file that made the array long.</summary>
    public void Release()
    {
        if (tokens.Length > MostKept)
        {
            (tokens, created) = (new Token[LeastTokens], 0);
            Clear();
        }
    }

    public void Rewind(CancellationToken untilCancelled = default)
    {
        cancellation = untilCancelled;
        Seek(0);
        LastEnd = 0;
    }

    public void Consume()
    {
        if (Current.Type > PythonParser.NEWLINE)
        {
            LastEnd = Current.End;
        }

        if (position + 1 < Count)
        {
            Current = tokens[++position];
            if (position % Stride == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    public Token LT(int offset)
    {
        if (offset == 1)
        {
            return Current;
        }

        var index = offset > 0 ? position + offset - 1 : position + offset;
        return tokens[Math.Clamp(index, 0, Count - 1)];
    }

    public void Seek(int index)
    {
        position = index;
        Current = tokens[index];
    }

    /// <summary>The array doubles, but the tokens of a large file aren't twice as many as it has.</summary>
    private void CreateMore()
    {
        if (created == tokens.Length)
        {
            Array.Resize(ref tokens, created * 2);
        }

        for (var end = created + LeastTokens; created < end; created++)
        {
            tokens[created] = new Token();
        }
    }
}
