namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>One module of the <see cref="LibraryTable"/>. Its lines are read when something of it is first asked for.</summary>
/// <param name="name">The module.</param>
/// <param name="text">The text of the table.</param>
/// <param name="start">Where the module's lines begin in it.</param>
/// <param name="end">Where they end.</param>
internal sealed class LibraryModule(string name, string text, int start, int end)
{
    private readonly Lock reading = new();
    private volatile Dictionary<string, (LibraryMember? Member, string? Alias)>? members;

    /// <summary>The member; of an alias the table's own name comes back in its place.</summary>
    public (LibraryMember? Member, string? Alias) Find(string member) => (members ?? Read()).GetValueOrDefault(member);

    private Dictionary<string, (LibraryMember? Member, string? Alias)> Read()
    {
        lock (reading)
        {
            return members ??= ReadLines();
        }
    }

    private Dictionary<string, (LibraryMember? Member, string? Alias)> ReadLines()
    {
        var found = new Dictionary<string, (LibraryMember? Member, string? Alias)>(StringComparer.Ordinal);
        var prefix = name == "builtins" ? "" : name + ".";
        LibraryClass? owner = null;
        for (var line = start; line < end;)
        {
            var lineEnd = LibraryTable.EndOfLine(text, line);
            var fields = text[line..lineEnd].Split('\t');
            line = lineEnd + 1;
            var member = fields[1];
            switch (fields[0])
            {
                case "c":
                    owner = new LibraryClass(prefix + member, fields[2], fields[3] == "-" ? [] : [.. fields[3].Split(' ')]);
                    found[member] = (new LibraryMember(LibraryMemberKind.Class, prefix + member, fields[4]) { AsClass = owner }, null);
                    break;
                case "f":
                    found[member] = (new LibraryMember(LibraryMemberKind.Function, prefix + member, fields[2]), null);
                    break;
                case "v":
                    found[member] = (new LibraryMember(LibraryMemberKind.Constant, prefix + member, "?") { ConstantType = fields[2] == "?" ? null : fields[2] }, null);
                    break;
                case "a":
                    found[member] = (null, fields[2]);
                    break;
                default:
                    owner!.Add(member, new LibraryMember(KindOf(fields[0]), $"{owner.QualifiedName}.{member}", fields[2], owner));
                    break;
            }
        }

        return found;
    }

    private static LibraryMemberKind KindOf(string letter) => letter switch
    {
        "m" => LibraryMemberKind.Method,
        "k" => LibraryMemberKind.ClassMethod,
        "s" => LibraryMemberKind.StaticMethod,
        _ => LibraryMemberKind.Attribute,
    };
}
