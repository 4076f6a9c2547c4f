using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>
/// Finds among the files of a run those that hide a module of the standard library. Looks at names alone, and opens only what is named like
/// such a module and lies where imports begin: most runs open nothing here.
/// </summary>
internal static class SubmissionReader
{
    private const string PackageFile = "__init__.py";

    /// <summary>Nobody hides so many modules: a folder with more is the standard library, or a copy of it.</summary>
    private const int MostModules = 20;

    /// <summary>What is parsed here has no time limit of its own, so it must be little; of longer files it stays open which names they have.</summary>
    private const int MostBytes = 1 << 16;

    /// <summary>What the files mean for one another.</summary>
    /// <param name="files">All files of the run.</param>
    /// <param name="paths">What the command line names.</param>
    /// <param name="currentDirectory">The current folder.</param>
    public static Submission Read(IReadOnlyList<SourceFile> files, IEnumerable<string> paths, string currentDirectory)
    {
        var roots = RootsOf(paths, currentDirectory);
        var found = new List<(SourceFile File, string Name, bool IsPackage)>();
        foreach (var file in files)
        {
            if (ModuleOf(file, roots) is { } module)
            {
                found.Add((file, module.Name, module.IsPackage));
            }
        }

        if (found.Count == 0)
        {
            return Submission.Empty;
        }

        var own = found.GroupBy(one => RootOf(one.File, one.IsPackage)).Where(group => group.Count() <= MostModules).SelectMany(group => group).ToList();
        if (own.Count is 0 or > MostModules)
        {
            return Submission.Empty;
        }

        var packages = PackagesOf(files);
        return new Submission(SubmissionImports.WithImporters([.. own.Select(one => Read(one.File, (one.Name, one.IsPackage), files))], files, packages), packages);
    }

    private static string RootOf(SourceFile file, bool isPackage) =>
        isPackage ? Submission.FolderOf(Submission.FolderOf(file.ShownPath)) : Submission.FolderOf(file.ShownPath);

    /// <summary>
    /// The folders that come first on the path of a program: the current one, those that the command line names, and <c>src</c> in them. Inside
    /// a package nothing is found by its bare name.
    /// </summary>
    private static HashSet<string> RootsOf(IEnumerable<string> paths, string currentDirectory)
    {
        var roots = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths.Prepend("."))
        {
            if (path.Contains('\0', StringComparison.Ordinal))
            {
                // Discovery says that there is no such file.
                continue;
            }

            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, currentDirectory));
            foreach (var root in (string[])[folder, Path.Combine(folder, "src")])
            {
                if (!File.Exists(Path.Combine(root, PackageFile)))
                {
                    roots.Add(root);
                }
            }
        }

        return roots;
    }

    private static ImmutableHashSet<string> PackagesOf(IReadOnlyList<SourceFile> files) =>
        [.. files.Where(file => Path.GetFileName(file.ShownPath) == PackageFile).Select(file => Submission.FolderOf(file.ShownPath))];

    private static (string Name, bool IsPackage)? ModuleOf(SourceFile file, HashSet<string> roots)
    {
        if (file.FullPath is not { } path || Path.GetDirectoryName(path) is not { } folder || Path.GetExtension(path) != ".py")
        {
            return null;
        }

        var isPackage = Path.GetFileName(path) == PackageFile;
        var name = isPackage ? Path.GetFileName(folder) : Path.GetFileNameWithoutExtension(path);
        return !name.StartsWith('_') && StandardLibrary.HasModule(name) && roots.Contains(isPackage ? Path.GetDirectoryName(folder) ?? "" : folder) ? (name, isPackage) : null;
    }

    private static OwnModule Read(SourceFile file, (string Name, bool IsPackage) module, IReadOnlyList<SourceFile> files)
    {
        var names = BytesOf(file) is { } bytes ? NamesOf(bytes) : null;
        var folder = Submission.FolderOf(file.ShownPath);
        if (module.IsPackage)
        {
            names?.UnionWith(files.Where(other => Submission.FolderOf(other.ShownPath) == folder).Select(other => Path.GetFileNameWithoutExtension(other.ShownPath)));
            names?.UnionWith(files.Select(other => Submission.FolderOf(other.ShownPath)).Where(inner => Submission.FolderOf(inner) == folder).Select(inner => inner[(folder.Length + 1)..]));
        }

        return new OwnModule(module.Name, file.ShownPath, RootOf(file, module.IsPackage), names?.ToImmutable(), null);
    }

    /// <summary>Null for a file that can't be read, or is too long to be parsed before its turn.</summary>
    internal static byte[]? BytesOf(SourceFile file) =>
        (file.Bytes ?? (file.FullPath is { } path ? FileReader.Read(path, MostBytes).Bytes : null)) is { Length: <= MostBytes } bytes ? bytes : null;

    /// <summary>Null for what is nested too deeply.</summary>
    internal static SemanticModel? ModelOf(byte[] bytes)
    {
        try
        {
            return SemanticModel.Create(SyntaxTree.Parse(SourceText.Decode(bytes)));
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    /// <summary>Null when it can't be told which names the file has.</summary>
    private static ImmutableHashSet<string>.Builder? NamesOf(byte[] bytes)
    {
        if (ModelOf(bytes) is not { Module: var module, Tree: var tree })
        {
            return null;
        }

        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        names.UnionWith(module.Symbols.Select(symbol => symbol.Name));
        return tree.Errors.IsEmpty && !module.HasStarImport && !names.Contains("__getattr__") && !tree.Nodes.Any(MayBindMore) ? names : null;
    }

    /// <summary>True for what reaches the module's names as a dictionary, or gets them from elsewhere.</summary>
    private static bool MayBindMore(Node node) =>
        node is Name { Id: "globals" or "locals" or "vars" or "exec" or "setattr" or "global_enum" } or Syntax.Nodes.Attribute { Attr.Text: "modules" or "__dict__" or "global_enum" or "_convert_" };
}
