using System.Collections.Immutable;
using System.IO.Compression;

namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>The text that grammars/stdlib-knowledge.py writes, whose form its first lines tell. A module is read when it is first asked for.</summary>
internal sealed class LibraryTable
{
    private readonly Dictionary<string, LibraryModule> modules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> removed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> otherNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> replacedBuiltins = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> packages;
    private readonly string text;

    private LibraryTable(string text)
    {
        this.text = text;
        var source = text[..EndOfLine(text, 0)].Split('\t');
        (SourceHash, Versions) = (source[1], [.. source[2..]]);
        FindModules();
        Builtins = modules["builtins"];
        packages = FindPackages().GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The SHA-256 of the script that made the table.</summary>
    public string SourceHash { get; }

    /// <summary>The versions of Python that were asked, oldest first.</summary>
    public ImmutableArray<string> Versions { get; }

    public static LibraryTable Load()
    {
        // A sixth of a run over one file: in pieces of the usual 1024 bytes it takes longer to unpack.
        const int piece = 1 << 14;
        using var packed = Resources.Open("StandardLibrary.zlib");
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked, bufferSize: piece);
        return new LibraryTable(reader.ReadToEnd());
    }

    /// <summary>The module of the names that need no import.</summary>
    public LibraryModule Builtins { get; }

    /// <summary>True when the first part of a dotted name is the first part of some name that is known.</summary>
    public bool HasPackageOf(string dottedName) => packages.Contains(FirstPart(dottedName));

    public LibraryModule? Module(string name) => modules.TryGetValue(name, out var found) ? found : null;

    public string? RemovedIn(string module) => removed.TryGetValue(module, out var found) ? found : null;

    /// <summary>The built-ins that a star import of a module replaces; null when the module isn't known.</summary>
    public string[]? ReplacedBuiltins(string module) => replacedBuiltins.TryGetValue(module, out var found) ? found : null;

    /// <summary>The table's own name for a class that is named by its place inside a package; null for all others.</summary>
    public string? OtherName(string name) => otherNames.TryGetValue(name, out var found) ? found : null;

    private void FindModules()
    {
        string? current = null;
        var start = 0;
        for (var line = 0; line < text.Length;)
        {
            var end = EndOfLine(text, line);
            if (text[line] == 'M')
            {
                Close(line);
                current = text[(line + 2)..end];
                start = end + 1;
            }
            else if (current is null)
            {
                ReadGeneral(text[line..end].Split('\t'));
            }

            line = end + 1;
        }

        Close(text.Length);

        void Close(int end)
        {
            if (current != null)
            {
                modules.Add(current, new LibraryModule(current, text, start, end));
            }
        }
    }

    private HashSet<string> FindPackages()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in modules.Keys)
        {
            found.Add(FirstPart(name).ToString());
        }

        foreach (var name in otherNames.Keys)
        {
            found.Add(FirstPart(name).ToString());
        }

        return found;
    }

    private static ReadOnlySpan<char> FirstPart(string dottedName) =>
        dottedName.IndexOf('.', StringComparison.Ordinal) is >= 0 and var dot ? dottedName.AsSpan(0, dot) : dottedName;

    /// <summary>A line before those of the modules.</summary>
    private void ReadGeneral(string[] fields)
    {
        switch (fields[0])
        {
            case "removed":
                foreach (var name in fields.AsSpan()[2..])
                {
                    removed[name] = fields[1];
                }

                break;
            case "star":
                replacedBuiltins.Add(fields[1], fields[2..]);
                break;
            case "other":
                otherNames.Add(fields[1], fields[2]);
                break;
        }
    }

    public static int EndOfLine(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }
}
