namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>
/// One module of the <see cref="LibraryTable"/>. When something of it is first asked for, the names of its members are collected; of a
/// program's modules few members are ever wanted, so each is read when its turn comes.
/// </summary>
/// <param name="name">The module.</param>
/// <param name="text">The text of the table.</param>
/// <param name="start">Where the module's lines begin in it.</param>
/// <param name="end">Where they end.</param>
internal sealed class LibraryModule(string name, string text, int start, int end)
{
    private readonly string prefix = name == "builtins" ? "" : name + ".";
    private Dictionary<string, Line>? lines;

    /// <summary>The member; of an alias the table's own name comes back in its place.</summary>
    public (LibraryMember? Member, string? Alias) Find(string member)
    {
        if (!(lines ?? FindLines()).TryGetValue(member, out var line))
        {
            return default;
        }

        var fact = line.Fact ?? line.Remember(Read(line));
        return (fact as LibraryMember, fact as string);
    }

    /// <summary>Threads that do this at the same time get the same lines.</summary>
    private Dictionary<string, Line> FindLines()
    {
        var found = new Dictionary<string, Line>(StringComparer.Ordinal);
        Line? last = null;
        for (var line = start; line < end;)
        {
            var lineEnd = LibraryTable.EndOfLine(text, line);
            if (text[line] is 'c' or 'f' or 'v' or 'a')
            {
                var member = text.AsSpan(line + 2, lineEnd - line - 2);
                found[member[..member.IndexOf('\t')].ToString()] = last = new Line(line);
            }

            line = lineEnd + 1;
            last!.End = line;
        }

        return Interlocked.CompareExchange(ref lines, found, null) ?? found;
    }

    /// <summary>A member, or the name that an alias stands for.</summary>
    private object Read(Line line)
    {
        var firstEnd = LibraryTable.EndOfLine(text, line.Start);
        var fields = text[line.Start..firstEnd].Split('\t');
        var qualifiedName = prefix + fields[1];
        switch (fields[0])
        {
            case "c":
                var members = new LibraryLines(text, firstEnd + 1, line.End);
                var owner = new LibraryClass(qualifiedName, fields[2], fields[3] == "-" ? [] : [.. fields[3].Split(' ')], members);
                return new LibraryMember(LibraryMemberKind.Class, qualifiedName, fields[4]) { AsClass = owner };
            case "f":
                return new LibraryMember(LibraryMemberKind.Function, qualifiedName, fields[2]);
            case "v":
                return new LibraryMember(LibraryMemberKind.Constant, qualifiedName, "?") { ConstantType = fields[2] == "?" ? null : fields[2] };
            default:
                return fields[2];
        }
    }

    /// <summary>A member's place in the table: its own line, and behind it those of the members of a class.</summary>
    private sealed class Line(int start)
    {
        private object? fact;

        public int Start { get; } = start;

        public int End { get; set; }

        /// <summary>What the line says, once somebody has read it: there is one object for each member, whichever thread comes first.</summary>
        public object? Fact => Volatile.Read(ref fact);

        public object Remember(object read) => Interlocked.CompareExchange(ref fact, read, null) ?? read;
    }
}
