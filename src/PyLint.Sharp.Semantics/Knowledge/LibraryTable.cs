using System.Collections.Immutable;
using System.IO.Compression;

namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>The text that grammars/stdlib-knowledge.py writes, whose form its first lines tell. A module is read when it is first asked for.</summary>
internal sealed class LibraryTable
{
    private readonly Dictionary<string, (int Start, int End)> modules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, LibraryMember>> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> removed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> otherNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> replacedBuiltins = new(StringComparer.Ordinal);
    private readonly string text;

    private LibraryTable(string text)
    {
        this.text = text;
        var source = text[..EndOfLine(0)].Split('\t');
        (SourceHash, Versions) = (source[1], [.. source[2..]]);
        FindModules();
    }

    /// <summary>The SHA-256 of the script that made the table.</summary>
    public string SourceHash { get; }

    /// <summary>The versions of Python that were asked, oldest first.</summary>
    public ImmutableArray<string> Versions { get; }

    public static LibraryTable Load()
    {
        using var packed = Resources.Open("StandardLibrary.zlib");
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        return new LibraryTable(reader.ReadToEnd());
    }

    public bool HasModule(string name) => modules.ContainsKey(name);

    public string? RemovedIn(string module) => removed.GetValueOrDefault(module);

    /// <summary>The built-ins that a star import of a module replaces; null when the module isn't known.</summary>
    public string[]? ReplacedBuiltins(string module) => replacedBuiltins.GetValueOrDefault(module);

    /// <summary>The table's own name for a class that is named by its place inside a package; null for all others.</summary>
    public string? OtherName(string name) => otherNames.GetValueOrDefault(name);

    /// <summary>The member of a module; of an alias the table's own name comes back in its place.</summary>
    public (LibraryMember? Member, string? Alias) Find(string module, string name)
    {
        if (!modules.ContainsKey(module))
        {
            return default;
        }

        lock (read)
        {
            if (!read.TryGetValue(module, out var members))
            {
                read[module] = members = [];
                Read(module, members);
            }

            return (members.GetValueOrDefault(name), aliases.GetValueOrDefault($"{module}.{name}"));
        }
    }

    private void FindModules()
    {
        string? current = null;
        var start = 0;
        for (var line = 0; line < text.Length;)
        {
            var end = EndOfLine(line);
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
                modules.Add(current, (start, end));
            }
        }
    }

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

    private void Read(string module, Dictionary<string, LibraryMember> members)
    {
        var (line, last) = modules[module];
        var prefix = module == "builtins" ? "" : module + ".";
        LibraryClass? owner = null;
        while (line < last)
        {
            var end = EndOfLine(line);
            var fields = text[line..end].Split('\t');
            var name = fields[1];
            switch (fields[0])
            {
                case "c":
                    owner = new LibraryClass(prefix + name, fields[2], fields[3] == "-" ? [] : [.. fields[3].Split(' ')]);
                    members[name] = new LibraryMember(LibraryMemberKind.Class, prefix + name, fields[4]) { AsClass = owner };
                    break;
                case "f":
                    members[name] = new LibraryMember(LibraryMemberKind.Function, prefix + name, fields[2]);
                    break;
                case "v":
                    members[name] = new LibraryMember(LibraryMemberKind.Constant, prefix + name, "?") { ConstantType = fields[2] == "?" ? null : fields[2] };
                    break;
                case "a":
                    aliases[$"{module}.{name}"] = fields[2];
                    break;
                default:
                    owner!.Add(name, new LibraryMember(KindOf(fields[0]), $"{owner.QualifiedName}.{name}", fields[2], owner));
                    break;
            }

            line = end + 1;
        }
    }

    private static LibraryMemberKind KindOf(string letter) => letter switch
    {
        "m" => LibraryMemberKind.Method,
        "k" => LibraryMemberKind.ClassMethod,
        "s" => LibraryMemberKind.StaticMethod,
        _ => LibraryMemberKind.Attribute,
    };

    private int EndOfLine(int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }
}
