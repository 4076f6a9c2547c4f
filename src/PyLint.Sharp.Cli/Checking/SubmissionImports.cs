using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Semantics.Knowledge;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>
/// Finds out from whom a file hides a module of the standard library. Reads the text of files only as far as lines go: all of them are parsed
/// later, under their time limits, and this is done only where there is such a file.
/// </summary>
internal static class SubmissionImports
{
    /// <summary>The modules, each with the first other file that imports it and uses a name that only the library's module has.</summary>
    public static ImmutableArray<OwnModule> WithImporters(ImmutableArray<OwnModule> modules, IReadOnlyList<SourceFile> files, ImmutableHashSet<string> packages)
    {
        var found = modules.ToBuilder();
        foreach (var file in files)
        {
            var text = (string?)null;
            for (var i = 0; i < found.Count; i++)
            {
                var module = found[i];
                if (module is { Importer: null, Names: { } names } && module.Path != file.ShownPath && Submission.IsInReach(packages, module.Folder, Submission.FolderOf(file.ShownPath)))
                {
                    text ??= TextOf(file);
                    found[i] = MeansLibrary(text, module.Name, names) ? module with { Importer = file.ShownPath } : module;
                }
            }

            if (found.All(module => module.Importer != null || module.Names is null))
            {
                break;
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>Names of modules are ASCII here, so any encoding will do.</summary>
    private static string TextOf(SourceFile file) =>
        file.FullPath is { } path && path.EndsWith(".py", StringComparison.Ordinal) && (file.Bytes ?? FileReader.Read(path).Bytes) is { } bytes ? Encoding.Latin1.GetString(bytes) : "";

    /// <summary>True when a line without indentation imports the module, and a name of the library's that the file lacks is imported with it or read from it.</summary>
    private static bool MeansLibrary(string text, string module, ImmutableHashSet<string> names)
    {
        if (!text.Contains(module, StringComparison.Ordinal))
        {
            return false;
        }

        var isImported = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("from ", StringComparison.Ordinal) && FirstWord(line[5..]) is var source && source.SequenceEqual(module))
            {
                var rest = line[(line.IndexOf(module, StringComparison.Ordinal) + module.Length)..].TrimStart();
                if (rest.StartsWith("import ", StringComparison.Ordinal) && ImportsMissing(rest[7..], module, names))
                {
                    return true;
                }
            }

            isImported |= line.StartsWith("import ", StringComparison.Ordinal) && HasModule(line[7..], module);
        }

        return isImported && ReadsMissing(text, module, names);
    }

    private static bool ImportsMissing(ReadOnlySpan<char> list, string module, ImmutableHashSet<string> names)
    {
        foreach (var part in list.Split(','))
        {
            if (IsMissing(FirstWord(list[part].Trim(" (")), module, names))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasModule(ReadOnlySpan<char> list, string module)
    {
        foreach (var part in list.Split(','))
        {
            var one = list[part].Trim();
            if (one.StartsWith(module, StringComparison.Ordinal) && (one.Length == module.Length || one[module.Length] is '#' or ';' || (one[module.Length] == ' ' && !one.Contains(" as ", StringComparison.Ordinal))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ReadsMissing(ReadOnlySpan<char> text, string module, ImmutableHashSet<string> names)
    {
        var start = $"{module}.";
        for (var at = text.IndexOf(start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(start, StringComparison.Ordinal))
        {
            var isWhole = at == 0 || !(IsOfWord(text[at - 1]) || text[at - 1] == '.');
            text = text[(at + start.Length)..];
            if (isWhole && IsMissing(FirstWord(text), module, names))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMissing(ReadOnlySpan<char> member, string module, ImmutableHashSet<string> names) =>
        !member.IsEmpty && member.ToString() is var name && !names.Contains(name) && StandardLibrary.Find($"{module}.{name}") != null;

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var end = 0;
        while (end < text.Length && IsOfWord(text[end]))
        {
            end++;
        }

        return text[..end];
    }

    private static bool IsOfWord(char character) => character == '_' || char.IsAsciiLetterOrDigit(character);
}
