using PyLint.Sharp.Semantics.Knowledge;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// What an imported name, or an attribute of one, reaches. A file names the same few things again and again: what is known of them stays
/// with the variable.
/// </summary>
internal sealed class ImportedName(string qualifiedName)
{
    /// <summary>More attributes of one name aren't kept: they are looked for one by one.</summary>
    private const int MostParts = 64;

    private const string BuiltinsPrefix = "builtins.";

    private ImportedName? firstPart;
    private ImportedName? nextPart;
    private string lastName = "";
    private int partCount;
    private LibraryMember? member;
    private bool hasLooked;

    /// <summary>The dotted name, with the dots of relative imports.</summary>
    public string QualifiedName { get; } = qualifiedName;

    /// <summary>The same, but that <c>builtins.open</c> counts as <c>open</c>.</summary>
    public string KnownName { get; } = qualifiedName.StartsWith(BuiltinsPrefix, StringComparison.Ordinal) ? qualifiedName[BuiltinsPrefix.Length..] : qualifiedName;

    /// <summary>What the standard library has under the name.</summary>
    public LibraryMember? Member
    {
        get
        {
            if (!hasLooked)
            {
                hasLooked = true;
                member = StandardLibrary.Find(KnownName);
            }

            return member;
        }
    }

    /// <summary>An attribute.</summary>
    public ImportedName Part(string name)
    {
        for (var part = firstPart; part != null; part = part.nextPart)
        {
            if (part.lastName == name)
            {
                return part;
            }
        }

        var made = new ImportedName($"{QualifiedName}.{name}") { lastName = name };
        if (partCount < MostParts)
        {
            partCount++;
            made.nextPart = firstPart;
            firstPart = made;
        }

        return made;
    }
}
