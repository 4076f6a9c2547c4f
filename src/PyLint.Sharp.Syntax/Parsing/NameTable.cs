namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>
/// Interns names, so that equal names are one string and a keyword is recognised by the same look-up. Belongs to one thread and
/// lives over many files.
/// </summary>
internal sealed class NameTable
{
    /// <summary>
    /// Before a file the table starts again when it has more names: in one that holds all names of a long run, which are few megabytes,
    /// most look-ups miss the processor's caches, and a file has a few hundred names.
    /// </summary>
    private const int UsualCount = 1024;

    private const uint EmptyHash = 2166136261;

    private static readonly (string Name, int Type)[] Keywords =
    [
        ("False", PythonParser.FALSE), ("None", PythonParser.NONE), ("True", PythonParser.TRUE), ("and", PythonParser.AND),
        ("as", PythonParser.AS), ("assert", PythonParser.ASSERT), ("async", PythonParser.ASYNC), ("await", PythonParser.AWAIT),
        ("break", PythonParser.BREAK), ("class", PythonParser.CLASS), ("continue", PythonParser.CONTINUE), ("def", PythonParser.DEF),
        ("del", PythonParser.DEL), ("elif", PythonParser.ELIF), ("else", PythonParser.ELSE), ("except", PythonParser.EXCEPT),
        ("finally", PythonParser.FINALLY), ("for", PythonParser.FOR), ("from", PythonParser.FROM), ("global", PythonParser.GLOBAL),
        ("if", PythonParser.IF), ("import", PythonParser.IMPORT), ("in", PythonParser.IN), ("is", PythonParser.IS),
        ("lambda", PythonParser.LAMBDA), ("nonlocal", PythonParser.NONLOCAL), ("not", PythonParser.NOT), ("or", PythonParser.OR),
        ("pass", PythonParser.PASS), ("raise", PythonParser.RAISE), ("return", PythonParser.RETURN), ("try", PythonParser.TRY),
        ("while", PythonParser.WHILE), ("with", PythonParser.WITH), ("yield", PythonParser.YIELD),
    ];

    private Entry[] entries = new Entry[UsualCount];
    private int[] buckets = new int[UsualCount * 2];
    private int count;

    public NameTable() => AddKeywords();

    /// <summary>The interned name and its token type: a keyword or <see cref="PythonParser.NAME"/>.</summary>
    public (string Name, int Type) Find(ReadOnlySpan<char> text) => Find(text, Hash(text));

    /// <summary>The same for a name that has been measured.</summary>
    public (string Name, int Type) Find(ReadOnlySpan<char> text, uint hash)
    {
        for (var i = buckets[hash & (buckets.Length - 1)]; i > 0; i = entries[i - 1].Next)
        {
            ref readonly var entry = ref entries[i - 1];
            if (entry.Hash == hash && text.SequenceEqual(entry.Name))
            {
                return (entry.Name, entry.Type);
            }
        }

        return (Add(text.ToString(), hash, PythonParser.NAME), PythonParser.NAME);
    }

    /// <summary>The interned form of a name that is not ASCII, never a keyword: Python compares names after NFKC (PEP 3131).</summary>
    public string FindNormalised(ReadOnlySpan<char> text) => Find(NormalForm.Of(text.ToString())).Name;

    /// <summary>How many ASCII characters of a name a text starts with, and their hash.</summary>
    public static (int Length, uint Hash) Measure(ReadOnlySpan<char> text)
    {
        var hash = EmptyHash;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!char.IsAsciiLetter(c) && c != '_' && !char.IsAsciiDigit(c))
            {
                return (i, hash);
            }

            hash = AddToHash(hash, c);
        }

        return (text.Length, hash);
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = EmptyHash;
        foreach (var c in text)
        {
            hash = AddToHash(hash, c);
        }

        return hash;
    }

    private static uint AddToHash(uint hash, char c) => (hash ^ c) * 16777619u;

    /// <summary>Called before each file: within one, equal names are one string.</summary>
    public void StartFile()
    {
        if (count > UsualCount)
        {
            (entries, buckets, count) = (new Entry[UsualCount], new int[UsualCount * 2], 0);
            AddKeywords();
        }
    }

    private string Add(string name, uint hash, int type)
    {
        if (count == entries.Length)
        {
            Grow();
        }

        ref var bucket = ref buckets[hash & (buckets.Length - 1)];
        entries[count++] = new Entry(name, hash, type, bucket);
        bucket = count;
        return name;
    }

    private void AddKeywords()
    {
        foreach (var (name, type) in Keywords)
        {
            Add(name, Hash(name), type);
        }
    }

    private void Grow()
    {
        Array.Resize(ref entries, entries.Length * 2);
        buckets = new int[buckets.Length * 2];
        for (var i = 0; i < count; i++)
        {
            ref var bucket = ref buckets[entries[i].Hash & (buckets.Length - 1)];
            entries[i] = entries[i] with { Next = bucket };
            bucket = i + 1;
        }
    }

    /// <param name="Name">The interned text.</param>
    /// <param name="Hash">Its hash.</param>
    /// <param name="Type">Keyword or NAME.</param>
    /// <param name="Next">One more than the index of the next entry in the bucket; 0 at its end.</param>
    private readonly record struct Entry(string Name, uint Hash, int Type, int Next);
}
