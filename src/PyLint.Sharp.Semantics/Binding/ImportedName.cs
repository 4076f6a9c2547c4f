using PyLint.Sharp.Semantics.Knowledge;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// What an imported name, or an attribute of one, reaches. A file names the same few things again and again: what is known of them stays
/// with the variable.
/// </summary>
internal sealed class ImportedName
{
    /// <summary>More attributes of one name aren't kept: they are looked for one by one.</summary>
    private const int MostParts = 64;

    private const string BuiltinsPrefix = "builtins.";

    private readonly ImportedName? owner;
    private readonly string lastName;
    private readonly bool isOfLibrary;
    private ImportedName? firstPart;
    private ImportedName? nextPart;
    private int partCount;
    private string? qualifiedName;
    private LibraryMember? member;
    private LibraryModule? module;
    private bool hasLooked;
    private bool knowsModule;

    public ImportedName(string qualifiedName)
    {
        this.qualifiedName = qualifiedName;
        lastName = qualifiedName;
        isOfLibrary = StandardLibrary.HasPackageOf(qualifiedName);
    }

    private ImportedName(ImportedName owner, string name)
    {
        this.owner = owner;
        lastName = name;
        isOfLibrary = owner.isOfLibrary;
    }

    /// <summary>The dotted name, with the dots of relative imports.</summary>
    public string QualifiedName => qualifiedName ??= $"{owner!.QualifiedName}.{lastName}";

    /// <summary>The same, but that <c>builtins.open</c> counts as <c>open</c>.</summary>
    public string KnownName => QualifiedName.StartsWith(BuiltinsPrefix, StringComparison.Ordinal) ? QualifiedName[BuiltinsPrefix.Length..] : QualifiedName;

    /// <summary>What the standard library has under the name.</summary>
    public LibraryMember? Member
    {
        get
        {
            if (isOfLibrary && !hasLooked)
            {
                hasLooked = true;
                member = owner?.Module?.Find(lastName).Member ?? StandardLibrary.Find(KnownName);
            }

            return member;
        }
    }

    /// <summary>The module of the library that this is, whose members are found without putting their whole names together.</summary>
    private LibraryModule? Module
    {
        get
        {
            if (!knowsModule)
            {
                knowsModule = true;
                module = StandardLibrary.Module(QualifiedName);
            }

            return module;
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

        var made = new ImportedName(this, name);
        if (partCount < MostParts)
        {
            partCount++;
            made.nextPart = firstPart;
            firstPart = made;
        }

        return made;
    }
}
