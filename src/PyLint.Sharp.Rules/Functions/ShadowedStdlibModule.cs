using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS304: a file of one's own is named like a module of the standard library, and is imported in its place.</summary>
public sealed class ShadowedStdlibModule : Rule
{
    private const string Hiding = "this file hides the standard library's `{module}` from `{importer}`, which means that one: rename it";

    /// <summary>
    /// What no file hides: part of the interpreter, in some builds at least, or imported before any program starts.
    /// </summary>
    private static readonly HashSet<string> OutOfReach = new(StringComparer.Ordinal)
    {
        "_thread", "abc", "array", "atexit", "audioop", "binascii", "builtins", "cmath", "codecs", "encodings", "errno", "faulthandler", "fcntl", "gc", "genericpath", "grp",
        "importlib", "io", "itertools", "linecache", "marshal", "math", "mmap", "msvcrt", "nt", "ntpath", "os", "posix", "posixpath", "pwd", "readline", "select", "signal", "site",
        "spwd", "stat", "sys", "syslog", "termios", "time", "unicodedata", "winreg", "xxsubtype", "zipimport", "zlib",
    };

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS304",
        Name = "shadowed-stdlib-module",
        Area = SkillArea.Functions,
        Severity = Severity.Error,
        Aliases = ["A005", "W0416", "shadowed-import"],
        Message = "`import {module}` finds your own `{file}` here, not the standard library: it has no `{member}`",
        OtherMessages = [Hiding],
        Why = "`import` takes the first match, as the lookup of names does. It goes through `sys.path` in order, and the folder of the program that was started "
            + "comes first, before the standard library. So a file `random.py` beside the program is what every `import random` gets, in your files and in "
            + "those of the library that need the real one. The error comes far from the cause: an `AttributeError` or `ImportError` about a name that the documentation has.",
        Instead = "Rename the file after what it does, `dice.py` for `random.py`, and delete the `__pycache__` that it left. Or make it part of a package: as "
            + "`game.random` it is in nobody's way.",
        Interview = new(
            "`import random` works, but `random.choice` raises AttributeError. What do you look at first?",
            "At `random.__file__`, or at the traceback: if it names a file of the project, the import found that one, because the program's folder is the first entry of "
            + "`sys.path`. I rename it. Putting modules into a package costs a folder and longer imports, and rules the accident out; running with `python -P` leaves "
            + "the folder off the path, which shows the cause but doesn't remove it."),
        FineWhen = "Inside a package, where the file has a longer name; and when the import means your own file: the rule speaks only where a name is used that the standard "
            + "library has and your file lacks, at that name and, as a warning, in the file that is in the way. It knows the files of the run, so a file that is checked alone "
            + "is only held against itself.",
        Examples =
        [
            Example.Bad("""
                # game.py, beside a file random.py with a function `roll`
                import random

                print([|random.choice|](["red", "blue"]))
                """).Beside("random", "roll").Saying("`import random` finds your own `random.py` here, not the standard library: it has no `choice`"),
            Example.Bad("""
                # report.py, beside an empty file csv.py
                from csv import [|DictReader|]

                with open("prices.csv", encoding="utf-8", newline="") as file:
                    rows = list(DictReader(file))
                """).Beside("csv"),
            Example.Good("""
                # game.py, beside a file dice.py
                import random

                print(random.choice(["red", "blue"]))
                """).Beside("dice", "roll"),
            Example.Good("""
                # shop.py, beside a file queue.py with a class `Queue`
                from queue import Queue

                waiting = Queue()
                """).Beside("queue", "Queue"),
            Example.Bad("import json as j\ntext = [|j.dumps|]([1])\nagain = j.dumps([2])").Beside("json").Hidden(),
            Example.Bad("from string import [|digits|] as d, punctuation\nprint(d)").Beside("string").Hidden(),
            Example.Bad("def f():\n    import json\n    return [|json.decoder.JSONDecoder|]()").Beside("json", "loads").Hidden(),
            Example.Bad("import random, string\nprint([|random.choice|]([|string.digits|]))").Beside("random").Beside("string").Hidden(),
            Example.Good("import random\nprint(random.choice([1]))").Hidden(),
            Example.Good("import random\nprint(random.roll())").Beside("random", "roll").Hidden(),
            Example.Good("import random\nprint(random.no_such_name)").Beside("random").Hidden(),
            Example.Good("import math, sys, time, os\nprint(math.pi, sys.argv, time.time(), os.sep)").Beside("math").Beside("sys").Beside("time").Beside("os").Hidden(),
            Example.Good("from . import random\nfrom .string import digits\nprint(random.choice([1]), digits)").Beside("random").Beside("string").Hidden(),
            Example.Good("try:\n    from random import randbytes\nexcept ImportError:\n    randbytes = None").Beside("random").Hidden(),
            Example.Good("import random\ntry:\n    print(random.choice([1]))\nexcept AttributeError:\n    print(1)").Beside("random").Hidden(),
            Example.Good("def f(random):\n    return random.choice([1])").Beside("random").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Module>(Check);

    private static void Check(Module module, RuleContext context)
    {
        if (context.Submission.Modules.IsEmpty)
        {
            return;
        }

        var told = new HashSet<string>(StringComparer.Ordinal);
        CheckUses(told, context);
        foreach (var own in context.Submission.Modules)
        {
            // One that hides the module from itself is told where it fails.
            if (own is { Importer: { } importer } && own.Path == context.Text.Path && !OutOfReach.Contains(own.Name) && !told.Contains(own.Name))
            {
                context.Report(Hiding, FirstLine(module, context), own.Name, importer).Severity(Severity.Warning);
            }
        }
    }

    private static TextSpan FirstLine(Module module, RuleContext context) => module.Body is [var first, ..]
        ? new TextSpan(first.Span.Start, Math.Min(first.Span.End, context.Text.LineSpan(context.Text.LineOf(first.Span.Start)).End))
        : new TextSpan(0, 0);

    private static void CheckUses(HashSet<string> told, RuleContext context)
    {
        var hiding = new Dictionary<string, OwnModule?>(StringComparer.Ordinal);
        foreach (var (place, module, member) in LibraryUse.Of(context.Model, (module, member) => FileOf(module, hiding, context) is { Names: { } names } && !names.Contains(member)))
        {
            if (!ExpectedError.Covers(place, place is Alias ? "ImportError" : "AttributeError", context.Model) && told.Add(module))
            {
                var (span, last) = place is Alias alias ? (alias.Name.Span, alias.Name.Text) : (place.Span, ((Attribute)place).Attr.Text);
                context.Report(span, module, hiding[module]!.Path, member).Label(span, last == member ? "is not in that file" : $"`{member}` is not in that file");
            }
        }
    }

    /// <summary>The file that stands in for a module of the library here; null when none does.</summary>
    private static OwnModule? FileOf(string module, Dictionary<string, OwnModule?> known, RuleContext context)
    {
        if (!known.TryGetValue(module, out var own))
        {
            own = OutOfReach.Contains(module) ? null : context.Submission.Find(module, context.Text.Path);
            known.Add(module, own);
        }

        return own;
    }
}
