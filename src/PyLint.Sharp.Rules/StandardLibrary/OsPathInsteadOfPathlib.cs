using System.Globalization;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.StandardLibrary.Paths;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.StandardLibrary;

/// <summary>PLS501: paths are handled as strings, with the functions of <c>os.path</c>, <c>os</c> and <c>glob</c>.</summary>
public sealed class OsPathInsteadOfPathlib : Rule
{
    private const string Several = "{count} path calls in {place} read better with `pathlib`, starting with `{call}`";
    private const int MostRows = 12;
    private const int MostLabels = 8;
    private const int WidestColumn = 60;

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS501",
        Name = "os-path-instead-of-pathlib",
        Area = SkillArea.StandardLibrary,
        Severity = Severity.Info,
        Aliases =
        [
            "PTH100", "PTH101", "PTH102", "PTH103", "PTH104", "PTH105", "PTH106", "PTH107", "PTH108", "PTH109", "PTH110", "PTH111", "PTH112",
            "PTH113", "PTH114", "PTH115", "PTH116", "PTH117", "PTH118", "PTH119", "PTH120", "PTH121", "PTH122", "PTH202", "PTH203", "PTH204",
            "PTH205", "PTH207", "PTH208", "PTH211",
        ],
        Message = "`{call}` reads better with `pathlib`: `{replacement}`",
        OtherMessages = [Several],
        Why = "To `os.path` a path is a string like any other: nothing stops you from adding a suffix to a folder, and every question is a "
            + "call around a call, read from the inside out. A `Path` knows that it is a path: `/` joins, `.parent`, `.name` and `.suffix` "
            + "take apart, `.exists()` and `.read_text()` ask the disk, left to right, with the right separator on every system.",
        Instead = "Turn text into a path once, where it enters: `folder = Path(folder)`. From there on use its operators and methods; "
            + "`open`, `shutil`, `json.load(open(path))` and nearly everything else in the standard library take a `Path` as it is.",
        Interview = new(
            "Why `pathlib` rather than `os.path`, and when would you stay with `os.path`?",
            "A `Path` is a type of its own: a signature that says `Path` documents itself, and joining, suffixes and file tests read left to right. "
                + "The price is an object for each path and a type that is no `str`: string methods are gone, and old APIs need `str(path)` or "
                + "`os.fspath`. So I use `Path` by default, and stay with strings in hot loops over millions of files (`os.scandir`), for bytes "
                + "paths and file descriptors, and where a caller compares the results with strings. The two are no exact twins either: "
                + "`os.path.abspath` removes `..`, `Path.absolute()` keeps it, and `resolve()` follows symbolic links."),
        FineWhen = "A module that already speaks in strings throughout, such as one around `os.walk`, gains little from a single `Path`. Bytes, "
            + "file descriptors and `dir_fd` have no equivalent, nor have `normpath`, `commonpath` and `expandvars`; they are not flagged. Nor is "
            + "the built-in `open`: it takes a `Path` or a string, so it says nothing about how the program treats its paths.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad(
                """
                import os

                def load(folder, name):
                    path = [|os.path.join|](folder, name)
                    if not os.path.exists(path):
                        os.makedirs(os.path.dirname(path))
                    return open(path)
                """).Saying("4 path calls in `load` read better with `pathlib`, starting with `os.path.join`"),
            Example.Bad(
                """
                import os

                def clean(folder):
                    if [|os.path.isfile|](os.path.join(folder, "cache.txt")):
                        os.remove(os.path.join(folder, "cache.txt"))
                """,
                fixedTo: """
                import os
                from pathlib import Path

                def clean(folder):
                    if (Path(folder) / "cache.txt").is_file():
                        (Path(folder) / "cache.txt").unlink()
                """),
            Example.Good(
                """
                from pathlib import Path

                def load(folder: Path, name: str):
                    path = folder / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    return path.open()
                """),
            Example.Good("import os\ninfo = os.stat(stream.fileno())\nhome = os.path.expandvars('$HOME')"),

            Example.Bad("import os\npath = [|os.path.join|](folder, name)").Saying("`os.path.join` reads better with `pathlib`: `folder / name`").Hidden(),
            Example.Bad("import os\npath = [|os.path.join|](folder, \"a\" + x, y or z)").Saying("`os.path.join` reads better with `pathlib`: `folder / (\"a\" + x) / (y or z)`").Hidden(),
            Example.Bad("import os\npath = [|os.path.join|](*parts)").Saying("`os.path.join` reads better with `pathlib`: `Path(*parts)`").Hidden(),
            Example.Bad("import os\npath = [|os.path.join|](folder, *parts)").Saying("`os.path.join` reads better with `pathlib`: `folder.joinpath(*parts)`").Hidden(),
            Example.Bad("import os\npath = [|os.path.join|](\"data\", name)").Saying("`os.path.join` reads better with `pathlib`: `Path(\"data\") / name`").Hidden(),
            Example.Bad("import os\npath = [|os.path.join|](sys.argv[1], name)").Saying("`os.path.join` reads better with `pathlib`: `Path(sys.argv[1]) / name`").Hidden(),
            Example.Bad("import os\nstem, suffix = [|os.path.splitext|](name)").Saying("`os.path.splitext` reads better with `pathlib`: `name.with_suffix(\"\"), name.suffix`").Hidden(),
            Example.Bad("import os\nkind = [|os.path.splitext|](name)[1]", fixedTo: "import os\nfrom pathlib import Path\nkind = Path(name).suffix").Saying("`os.path.splitext` reads better with `pathlib`: `name.suffix`").Hidden(),
            Example.Bad("import os\nprint([|os.path.basename|](self.path))", fixedTo: "import os\nfrom pathlib import Path\nprint(Path(self.path).name)").Saying("`os.path.basename` reads better with `pathlib`: `self.path.name`").Hidden(),
            Example.Bad("import os\nprint([|os.getcwd|]())", fixedTo: "import os\nfrom pathlib import Path\nprint(Path.cwd())").Saying("`os.getcwd` reads better with `pathlib`: `Path.cwd()`").Hidden(),
            Example.Bad("import os\nfor name in [|os.listdir|](folder):\n    print(name)").Saying("`os.listdir` reads better with `pathlib`: `folder.iterdir()`").Hidden(),
            Example.Bad("import os\nnames = [|os.listdir|]()").Saying("`os.listdir` reads better with `pathlib`: `list(Path().iterdir())`").Hidden(),
            Example.Bad("import os\n[|os.makedirs|](path, exist_ok=True)", fixedTo: "import os\nfrom pathlib import Path\nPath(path).mkdir(parents=True, exist_ok=True)").Saying("`os.makedirs` reads better with `pathlib`: `path.mkdir(parents=True, exist_ok=True)`").Hidden(),
            Example.Bad("import os\n[|os.makedirs|](path, 0o755, True)").Saying("`os.makedirs` reads better with `pathlib`: `path.mkdir(parents=True, mode=0o755, exist_ok=True)`").Hidden(),
            Example.Bad("import os\n[|os.makedirs|](name=path)").Saying("`os.makedirs` reads better with `pathlib`: `path.mkdir(parents=True)`").Hidden(),
            Example.Bad("import os\n[|os.mkdir|](path)", fixedTo: "import os\nfrom pathlib import Path\nPath(path).mkdir()").Saying("`os.mkdir` reads better with `pathlib`: `path.mkdir()`").Hidden(),
            Example.Bad("import os\n[|os.rename|](a, b)", fixedTo: "import os\nfrom pathlib import Path\nPath(a).rename(b)").Saying("`os.rename` reads better with `pathlib`: `a.rename(b)`").Hidden(),
            Example.Bad("import os\n[|os.symlink|](target, link)").Saying("`os.symlink` reads better with `pathlib`: `link.symlink_to(target)`").Hidden(),
            Example.Bad("import os\nsize = [|os.path.getsize|](b\"x\" in y and path)").Saying("`os.path.getsize` reads better with `pathlib`: `Path(b\"x\" in y and path).stat().st_size`").Hidden(),
            Example.Bad("import os\nsame = [|os.path.samefile|](a, b)", fixedTo: "import os\nfrom pathlib import Path\nsame = Path(a).samefile(b)").Saying("`os.path.samefile` reads better with `pathlib`: `a.samefile(b)`").Hidden(),
            Example.Bad("import os\nif [|os.path.exists|](__file__):\n    pass", fixedTo: "import os\nfrom pathlib import Path\nif Path(__file__).exists():\n    pass").Saying("`os.path.exists` reads better with `pathlib`: `Path(__file__).exists()`").Hidden(),
            Example.Bad("import os\ninfo = [|os.stat|](path)").Saying("`os.stat` reads better with `pathlib`: `path.stat()`").Hidden(),
            Example.Bad("import os.path as p\nwith open([|p.join|](folder, 'a.txt')) as file:\n    print(file)", fixedTo: "import os.path as p\nfrom pathlib import Path\nwith open(Path(folder) / 'a.txt') as file:\n    print(file)").Saying("`p.join` reads better with `pathlib`: `folder / 'a.txt'`").Hidden(),
            Example.Bad("from os.path import join as j\npath = [|j|](a, b)").Saying("`j` reads better with `pathlib`: `a / b`").Hidden(),
            Example.Bad("from os import path, listdir\nnames = [|listdir|](a)").Saying("`listdir` reads better with `pathlib`: `list(a.iterdir())`").Hidden(),
            Example.Bad("from os import path\nfrom pathlib import Path\nok = [|path.isdir|](a)", fixedTo: "from os import path\nfrom pathlib import Path\nok = Path(a).is_dir()").Saying("`path.isdir` reads better with `pathlib`: `a.is_dir()`").Hidden(),
            Example.Bad("import glob\nfiles = [|glob.glob|](\"data/*.csv\")").Saying("`glob.glob` reads better with `pathlib`: `list(Path(\"data\").glob(\"*.csv\"))`").Hidden(),
            Example.Bad("import glob\nfiles = [|glob.glob|](folder + '/**/*.py', recursive=True)").Saying("`glob.glob` reads better with `pathlib`: `list(folder.glob(\"**/*.py\"))`").Hidden(),
            Example.Bad("from glob import iglob as search\nfiles = [|search|]('*.png')").Saying("`search` reads better with `pathlib`: `Path().glob(\"*.png\")`").Hidden(),
            Example.Bad("import glob\nfiles = [|glob.iglob|](pattern, root_dir=folder)").Saying("`glob.iglob` reads better with `pathlib`: `folder.glob(pattern)`").Hidden(),
            Example.Bad("import os\nwith open([|os.path.dirname|](__file__) + '/grid.txt') as file:\n    print(file)", fixedTo: "import os\nfrom pathlib import Path\nwith open(Path(__file__).parent / \"grid.txt\") as file:\n    print(file)").Saying("`os.path.dirname` reads better with `pathlib`: `Path(__file__).parent / \"grid.txt\"`").Hidden(),
            Example.Bad("import os\nok = [|os.path.exists|](os.getcwd() + '/data')", fixedTo: "import os\nfrom pathlib import Path\nok = (Path.cwd() / \"data\").exists()").Hidden(),
            Example.Bad("import glob\nfor name in [|glob.glob|]('*.txt'):\n    print(name)").Saying("`glob.glob` reads better with `pathlib`: `Path().glob(\"*.txt\")`").Hidden(),
            Example.Bad("import os\nname = [|os.path.splitext|](os.path.basename(path))[0]", fixedTo: "import os\nfrom pathlib import Path\nname = Path(path).stem").Hidden(),
            Example.Bad("import os\nsame = [|os.path.realpath|](a) == os.path.realpath(b)").Hidden(),
            Example.Bad("import glob, os\nfor name in [|glob.glob|](os.path.join(glob.escape(top), '*')):\n    print(name)").Hidden(),
            Example.Bad("import glob, os\nfiles = [|glob.glob|](os.path.join(folder, 'sub', '*.txt'))").Hidden(),
            Example.Bad("import os\nhere = [|os.path.dirname|](os.path.abspath(__file__))").Hidden(),
            Example.Bad("import os\n[|os.remove|](a)\nclass A:\n    here = [|os.getcwd|]()\n    def f(self, x=os.path.isdir('x')):\n        return lambda y: [|os.path.isfile|](y)").Hidden(),
            Example.Bad("import os\nfound = [n for n in names if [|os.path.isfile|](os.path.join(top, n))]", fixedTo: "import os\nfrom pathlib import Path\nfound = [n for n in names if (Path(top) / n).is_file()]").Hidden(),
            Example.Bad("import os\nok = [|os.path.exists|](\n    folder,  # the data\n)").Hidden(),
            Example.Bad("import os\nPath = 3\nok = [|os.path.exists|](folder)").Hidden(),
            Example.Bad("import os; import sys\nok = [|os.path.exists|](folder)", fixedTo: "import os; import sys\nfrom pathlib import Path\nok = Path(folder).exists()").Hidden(),
            Example.Bad("import os; ok = [|os.path.exists|](folder)").Hidden(),
            Example.Bad("import os\nfor root, _, names in os.walk('.'):\n    for name in names:\n        print([|os.path.join|](root, name))").Hidden(),

            Example.Good("import os\nos.listdir(1)\nos.path.getsize(fd)\nos.stat(self.fd)\nos.path.exists(sys.stdin.fileno())").Hidden(),
            Example.Good("import os\nhandle = os.open(name, os.O_RDONLY)\nprint(os.stat(handle))").Hidden(),
            Example.Good("import os\ndef size(handle: int, raw: bytes):\n    return os.path.getsize(handle) + os.path.getsize(raw)").Hidden(),
            Example.Good("import os\nos.path.join(b'a', name)\nos.path.exists(os.fsencode(name))\nos.remove(name.encode())\nraw = b'x'\nos.remove(raw)").Hidden(),
            Example.Good("import os\nos.remove(os.path.join(b'a', x))").Hidden(),
            Example.Good("import os\nos.stat(p, dir_fd=d)\nos.rename(a, b, src_dir_fd=d)\nos.chmod(p, 0o600, follow_symlinks=False)\nos.mkdir(p, **options)\nos.remove(*names)").Hidden(),
            Example.Good("import os\nos.path.commonpath(paths)\nos.path.normpath(p)\nos.path.expandvars(p)\nos.walk(p)\nos.scandir(p)\nos.getcwdb()").Hidden(),
            Example.Good("import os\nfolder = os.path.join(folder, '')").Hidden(),
            Example.Good("import os\nif os.path.dirname(p):\n    print(os.path.abspath(p).replace(os.sep, '/'), os.path.join(a, b) + '.txt', os.getcwd()[1:])").Hidden(),
            Example.Good("import os\nsame = os.path.abspath(p) == expected or not os.path.dirname(p)").Hidden(),
            Example.Good("import glob\nglob.glob('*.c', dir_fd=3)\nglob.escape(name)").Hidden(),
            Example.Good("path = get()\npath.join(a, b)\nos = Fake()\nos.path.join(a, b)\nos.getcwd()").Hidden(),
            Example.Good("with open(path) as file:\n    print(file)").Hidden(),
            Example.Good("import os\njoin = os.path.join\nprint(os.sep, os.environ, os.path)").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Module>(Check);

    private static void Check(Module module, RuleContext context)
    {
        if (!PathlibEquivalents.AreImported(context.Tree))
        {
            return;
        }

        Dictionary<Scope, List<PathCall>>? byOwner = null;
        foreach (var candidate in context.Tree.All<Call>())
        {
            if (PathCall.Of(candidate, context.Model) is { } call)
            {
                byOwner ??= [];
                var owner = PathCall.OwnerOf(candidate, context.Model);
                if (!byOwner.TryGetValue(owner, out var calls))
                {
                    byOwner.Add(owner, calls = []);
                }

                calls.Add(call);
            }
        }

        foreach (var (owner, calls) in byOwner ?? [])
        {
            Report(owner, calls, context);
        }
    }

    private static void Report(Scope owner, List<PathCall> calls, RuleContext context)
    {
        var outermost = Outermost(calls);
        var writer = new PathlibWriter(context, wrapsNames: false);
        var rows = new List<(string Old, string New)>();
        foreach (var call in outermost)
        {
            rows.Add((PathlibWriter.OneLine(context.TextOf(call.Whole)), writer.Write(call)));
        }

        var function = context.TextOf(calls[0].Call.Func);
        var span = calls[0].Call.Func.Span;
        var finding = calls.Count == 1
            ? context.Report(span, function, rows[0].New)
            : context.Report(Several, span, calls.Count.ToString(CultureInfo.InvariantCulture), PlaceOf(owner), function);
        finding.Help(HelpOf(outermost, rows, writer.AssumedPaths));
        AddLabels(finding, outermost, rows);
        if (PathlibFix.EditsFor(outermost, context) is { } edits)
        {
            finding.Fix(FixSafety.Unsafe, "write it with `pathlib`", edits);
        }
    }

    /// <summary>The calls without those inside of others, in source order.</summary>
    private static List<PathCall> Outermost(List<PathCall> calls)
    {
        var found = new List<PathCall>();
        foreach (var call in calls)
        {
            if (found.Count == 0 || found[^1].Call.SubtreeEnd <= call.Call.Index)
            {
                found.Add(call);
            }
        }

        return found;
    }

    private static void AddLabels(DiagnosticBuilder finding, List<PathCall> calls, List<(string Old, string New)> rows)
    {
        for (var i = 0; i < calls.Count && i < MostLabels; i++)
        {
            finding.Label(calls[i].Call.Func.Span, $"`{rows[i].New}`");
        }
    }

    private static string PlaceOf(Scope owner) => owner.Node switch
    {
        FunctionDefinition function => $"`{function.Name}`",
        ClassDef definition => $"the body of `{definition.Name}`",
        _ => "the module's own code",
    };

    private static string HelpOf(List<PathCall> calls, List<(string Old, string New)> rows, IReadOnlyList<string> paths)
    {
        var help = new StringBuilder("`from pathlib import Path`");
        if (paths.Count > 0)
        {
            help.Append(", and let `").AppendJoin("`, `", paths).Append(paths.Count == 1 ? "` hold a `Path`" : "` hold `Path` objects");
        }

        var unlike = Distinct(rows);
        var width = WidthOf(unlike);
        for (var i = 0; i < unlike.Count && i < MostRows; i++)
        {
            help.Append("\n  ").Append(unlike[i].Old.PadRight(width)).Append("  →  ").Append(unlike[i].New);
        }

        if (unlike.Count > MostRows)
        {
            help.Append(CultureInfo.InvariantCulture, $"\n  … and {unlike.Count - MostRows} more");
        }

        return help.Append(DifferencesOf(calls)).ToString();
    }

    /// <summary>What surprises whoever changes one for the other.</summary>
    private static string DifferencesOf(List<PathCall> calls)
    {
        var (lists, globs) = (false, false);
        foreach (var call in calls)
        {
            lists |= call.Function == "os.listdir";
            globs |= call.Function.StartsWith("glob.", StringComparison.Ordinal);
        }

        return (lists ? "\n`iterdir()` gives whole paths: the bare name is `entry.name`" : "")
            + (globs ? "\n`Path.glob` gives `Path` objects, and finds names that begin with a dot as well" : "");
    }

    private static List<(string Old, string New)> Distinct(List<(string Old, string New)> rows)
    {
        var found = new List<(string Old, string New)>();
        var seen = new HashSet<(string Old, string New)>();
        foreach (var row in rows)
        {
            if (seen.Add(row))
            {
                found.Add(row);
            }
        }

        return found;
    }

    private static int WidthOf(List<(string Old, string New)> rows)
    {
        var width = 0;
        foreach (var (old, _) in rows)
        {
            width = old.Length <= WidestColumn ? Math.Max(width, old.Length) : width;
        }

        return width;
    }
}
