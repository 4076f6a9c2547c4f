using System.Collections.Frozen;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.StandardLibrary.Paths;

/// <summary>What a call gives back, compared with its equivalent.</summary>
internal enum PathResult
{
    /// <summary>The same: a truth value, a number, a string, nothing.</summary>
    Same,

    /// <summary>A string before, a <c>Path</c> after.</summary>
    Path,

    /// <summary>Something that the code around has to be written anew for.</summary>
    Different,
}

/// <summary>How <c>pathlib</c> says what a function of <c>os</c>, <c>os.path</c> or <c>glob</c> does.</summary>
/// <param name="Parameters">The names of the parameters; a star stands for any number of them.</param>
/// <param name="Required">How many arguments a call needs.</param>
/// <param name="Template">
/// The equivalent: <c>{p0}</c> is the first argument as a path, <c>{a1}</c> the second one as it is written, <c>{more}</c> what follows.
/// </param>
/// <param name="Result">What becomes of the value.</param>
internal sealed record PathlibEquivalent(string[] Parameters, int Required, string Template, PathResult Result)
{
    /// <summary>The equivalent of <c>[0]</c> and <c>[1]</c> of the result, where the result is a pair.</summary>
    public (string First, string Second)? Halves { get; init; }
}

/// <summary>
/// The table of Python's own documentation (pathlib, "Corresponding tools"), without what has no true equivalent: <c>normpath</c>,
/// <c>commonpath</c>, <c>expandvars</c>, <c>relpath</c> before 3.12, and <c>os.walk</c> and <c>os.scandir</c>, whose results are used in
/// other ways. <c>open(path)</c> is left out as well: it takes a <c>Path</c> as it is, and a finding at every <c>open</c> would be noise.
/// </summary>
internal static class PathlibEquivalents
{
    private static readonly FrozenDictionary<string, PathlibEquivalent> Table = FrozenDictionary.ToFrozenDictionary(
        new Dictionary<string, PathlibEquivalent>(StringComparer.Ordinal)
        {
            ["os.path.join"] = Of("a *p", 1, "{join}", PathResult.Path),
            ["os.path.abspath"] = Of("path", 1, "{p0}.absolute()", PathResult.Path),
            ["os.path.realpath"] = Of("filename strict", 1, "{p0}.resolve({more})", PathResult.Path),
            ["os.path.expanduser"] = Of("path", 1, "{p0}.expanduser()", PathResult.Path),
            ["os.path.dirname"] = Of("p", 1, "{p0}.parent", PathResult.Path),
            ["os.path.basename"] = Of("p", 1, "{p0}.name"),
            ["os.path.split"] = Of("p", 1, "{p0}.parent, {p0}.name", PathResult.Different) with { Halves = ("{p0}.parent", "{p0}.name") },
            ["os.path.splitext"] = Of("p", 1, "{p0}.with_suffix(\"\"), {p0}.suffix", PathResult.Different) with
            {
                Halves = ("{p0}.with_suffix(\"\")", "{p0}.suffix"),
            },
            ["os.path.exists"] = Of("path", 1, "{p0}.exists()"),
            ["os.path.isfile"] = Of("path", 1, "{p0}.is_file()"),
            ["os.path.isdir"] = Of("s", 1, "{p0}.is_dir()"),
            ["os.path.islink"] = Of("path", 1, "{p0}.is_symlink()"),
            ["os.path.ismount"] = Of("path", 1, "{p0}.is_mount()"),
            ["os.path.isabs"] = Of("s", 1, "{p0}.is_absolute()"),
            ["os.path.samefile"] = Of("f1 f2", 2, "{p0}.samefile({a1})"),
            ["os.path.getsize"] = Of("filename", 1, "{p0}.stat().st_size"),
            ["os.path.getmtime"] = Of("filename", 1, "{p0}.stat().st_mtime"),
            ["os.path.getatime"] = Of("filename", 1, "{p0}.stat().st_atime"),
            ["os.path.getctime"] = Of("filename", 1, "{p0}.stat().st_ctime"),
            ["os.getcwd"] = Of("", 0, "Path.cwd()", PathResult.Path),
            ["os.listdir"] = Of("path", 0, "list({p0}.iterdir())", PathResult.Different),
            ["os.mkdir"] = Of("path mode", 1, "{p0}.mkdir({more})"),
            ["os.makedirs"] = Of("name mode exist_ok", 1, "{p0}.mkdir(parents=True, {more})"),
            ["os.remove"] = Of("path", 1, "{p0}.unlink()"),
            ["os.unlink"] = Of("path", 1, "{p0}.unlink()"),
            ["os.rmdir"] = Of("path", 1, "{p0}.rmdir()"),
            ["os.rename"] = Of("src dst", 2, "{p0}.rename({a1})"),
            ["os.replace"] = Of("src dst", 2, "{p0}.replace({a1})"),
            ["os.symlink"] = Of("src dst target_is_directory", 2, "{p1}.symlink_to({a0}, {more})"),
            ["os.link"] = Of("src dst", 2, "{p1}.hardlink_to({a0})"),
            ["os.readlink"] = Of("path", 1, "{p0}.readlink()", PathResult.Path),
            ["os.chmod"] = Of("path mode", 2, "{p0}.chmod({a1})"),
            ["os.stat"] = Of("path", 1, "{p0}.stat()"),
            ["os.lstat"] = Of("path", 1, "{p0}.lstat()"),
            ["glob.glob"] = Of("pathname root_dir recursive include_hidden", 1, "list({glob})", PathResult.Different),
            ["glob.iglob"] = Of("pathname root_dir recursive include_hidden", 1, "{glob}", PathResult.Different),
        },
        StringComparer.Ordinal);

    /// <summary>False for a file that imports none of the modules, and so calls none of the functions.</summary>
    public static bool AreImported(SyntaxTree tree)
    {
        foreach (var import in tree.All<ImportFrom>())
        {
            if (import is { Level: 0, Module.Text: var module } && IsOfTable(module))
            {
                return true;
            }
        }

        foreach (var import in tree.All<Import>())
        {
            foreach (var alias in import.Names)
            {
                if (IsOfTable(alias.Name.Text))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsOfTable(string module) => module is "os" or "glob" || module.StartsWith("os.", StringComparison.Ordinal);

    /// <summary>The equivalent of the function with this qualified name, or null.</summary>
    public static PathlibEquivalent? Find(string qualifiedName) => Table.GetValueOrDefault(qualifiedName);

    /// <summary>What <c>splitext(basename(p))[0]</c> means.</summary>
    public static PathlibEquivalent Stem { get; } = Of("p", 1, "{stem}");

    private static PathlibEquivalent Of(string parameters, int required, string template, PathResult result = PathResult.Same) =>
        new(parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries), required, template, result);
}
