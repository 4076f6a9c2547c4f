namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>The lines of the <see cref="LibraryTable"/> that tell of the members of a class.</summary>
/// <param name="Text">The text of the table.</param>
/// <param name="Start">Where the lines begin.</param>
/// <param name="End">Where they end.</param>
internal readonly record struct LibraryLines(string Text, int Start, int End)
{
    public Dictionary<string, LibraryMember> ReadMembers(LibraryClass owner)
    {
        var members = new Dictionary<string, LibraryMember>(StringComparer.Ordinal);
        for (var line = Start; line < End;)
        {
            var lineEnd = LibraryTable.EndOfLine(Text, line);
            var fields = Text[line..lineEnd].Split('\t');
            members[fields[1]] = new LibraryMember(KindOf(fields[0]), $"{owner.QualifiedName}.{fields[1]}", fields[2], owner);
            line = lineEnd + 1;
        }

        return members;
    }

    private static LibraryMemberKind KindOf(string letter) => letter switch
    {
        "m" => LibraryMemberKind.Method,
        "k" => LibraryMemberKind.ClassMethod,
        "s" => LibraryMemberKind.StaticMethod,
        _ => LibraryMemberKind.Attribute,
    };
}
