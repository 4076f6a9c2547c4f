namespace PyLint.Sharp.Cli.Files.Ignoring;

/// <summary>Reads the wildcards of a pattern as git does; they are bytes, as names of files are.</summary>
/// <param name="pattern">The pattern, without <c>!</c> in front and <c>/</c> at either end.</param>
/// <param name="isPath">True when it is held against a path: then no wildcard but <c>**</c> takes a slash.</param>
/// <param name="ignoresCase">True when ASCII letters match in both cases.</param>
internal ref struct GlobReader(ReadOnlySpan<byte> pattern, bool isPath, bool ignoresCase)
{
    private readonly ReadOnlySpan<byte> pattern = pattern;
    private readonly List<GlobStep> steps = [];
    private int at;

    /// <summary>The parts of the pattern; null when nothing can match it.</summary>
    public GlobStep[]? Read()
    {
        var firstWildcard = pattern.IndexOfAny("*?[\\"u8);
        while (at < pattern.Length)
        {
            var isRead = pattern[at] switch
            {
                (byte)'*' => ReadStars(firstWildcard),
                (byte)'?' => ReadAnyByte(),
                (byte)'[' => ReadSet(),
                (byte)'\\' => ReadEscaped(),
                _ => ReadByte(),
            };
            if (!isRead)
            {
                return null;
            }
        }

        return [.. steps];
    }

    private readonly ByteSet AllBytes
    {
        get
        {
            var all = default(ByteSet).Inverted();
            if (isPath)
            {
                all.Remove((byte)'/');
            }

            return all;
        }
    }

    private readonly byte Peek(int ahead = 0) => at + ahead < pattern.Length ? pattern[at + ahead] : (byte)0;

    private bool ReadByte()
    {
        AddOne(pattern[at++]);
        return true;
    }

    private bool ReadEscaped()
    {
        at++;
        return at < pattern.Length && ReadByte();
    }

    private bool ReadAnyByte()
    {
        at++;
        steps.Add(new GlobStep(GlobStepKind.One, AllBytes));
        return true;
    }

    private readonly void AddOne(byte value)
    {
        var set = default(ByteSet);
        set.Add(value);
        steps.Add(new GlobStep(GlobStepKind.One, ignoresCase ? set.WithBothCases() : set));
    }

    /// <summary>
    /// Stars. Two of them are special only as a whole part of a path; git compares what stands before the first wildcard apart, so
    /// there, too, a part begins.
    /// </summary>
    private bool ReadStars(int firstWildcard)
    {
        var start = at;
        while (Peek() == '*')
        {
            at++;
        }

        var begins = start == firstWildcard || pattern[start - 1] == '/';
        var ends = at == pattern.Length || Peek() == '/' || (Peek() == '\\' && Peek(1) == '/');
        if (!isPath || at - start == 1 || !begins || !ends)
        {
            steps.Add(new GlobStep(GlobStepKind.Any, AllBytes));
            return true;
        }

        // `**/` may take nothing, not even the slash.
        if (Peek() == '/')
        {
            steps.Add(new GlobStep(GlobStepKind.Optional, default));
        }

        steps.Add(new GlobStep(GlobStepKind.Any, default(ByteSet).Inverted()));
        return true;
    }

    private bool ReadSet()
    {
        at++;
        var isNegated = Peek() is (byte)'!' or (byte)'^';
        at += isNegated ? 1 : 0;
        var set = default(ByteSet);
        byte? previous = null;
        for (var start = at; at == start || Peek() != ']';)
        {
            if (at >= pattern.Length || !ReadMember(ref set, ref previous))
            {
                return false;
            }
        }

        at++;
        set = ignoresCase ? set.WithBothCases() : set;
        set = isNegated ? set.Inverted() : set;
        if (isPath)
        {
            set.Remove((byte)'/');
        }

        steps.Add(new GlobStep(GlobStepKind.One, set));
        return true;
    }

    /// <summary>A byte, a range, or a named class like <c>[:digit:]</c>.</summary>
    private bool ReadMember(ref ByteSet set, ref byte? previous)
    {
        if (Peek() == '[' && Peek(1) == ':' && pattern[(at + 2)..].IndexOf((byte)']') is var end)
        {
            if (end < 0)
            {
                return false;
            }

            if (end > 0 && pattern[at + 1 + end] == ':')
            {
                var isKnown = AddNamed(pattern.Slice(at + 2, end - 1), ref set);
                at += end + 3;
                previous = null;
                return isKnown;
            }
        }

        if (Peek() == '-' && previous is { } first && at + 1 < pattern.Length && Peek(1) != ']')
        {
            at++;
            previous = null;
            if (!ReadMemberByte(out var last))
            {
                return false;
            }

            set.AddRange(first, last);
            return true;
        }

        if (!ReadMemberByte(out var value))
        {
            return false;
        }

        set.Add(value);
        previous = value;
        return true;
    }

    private bool ReadMemberByte(out byte value)
    {
        at += Peek() == '\\' ? 1 : 0;
        value = Peek();
        at++;
        return at <= pattern.Length;
    }

    private static bool AddNamed(ReadOnlySpan<byte> name, ref ByteSet set)
    {
        Predicate<char>? isMember = name switch
        {
            _ when name.SequenceEqual("alnum"u8) => char.IsAsciiLetterOrDigit,
            _ when name.SequenceEqual("alpha"u8) => char.IsAsciiLetter,
            _ when name.SequenceEqual("blank"u8) => static c => c is ' ' or '\t',
            _ when name.SequenceEqual("cntrl"u8) => static c => c is < ' ' or '\x7f',
            _ when name.SequenceEqual("digit"u8) => char.IsAsciiDigit,
            _ when name.SequenceEqual("graph"u8) => static c => c is > ' ' and < '\x7f',
            _ when name.SequenceEqual("lower"u8) => char.IsAsciiLetterLower,
            _ when name.SequenceEqual("print"u8) => static c => c is >= ' ' and < '\x7f',
            _ when name.SequenceEqual("punct"u8) => static c => c is > ' ' and < '\x7f' && !char.IsAsciiLetterOrDigit(c),
            _ when name.SequenceEqual("space"u8) => static c => c is ' ' or (>= '\t' and <= '\r'),
            _ when name.SequenceEqual("upper"u8) => char.IsAsciiLetterUpper,
            _ when name.SequenceEqual("xdigit"u8) => char.IsAsciiHexDigit,
            _ => null,
        };
        for (var c = '\0'; c < 128 && isMember != null; c++)
        {
            if (isMember(c))
            {
                set.Add((byte)c);
            }
        }

        return isMember != null;
    }
}
