using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>A function is called where it should be passed, so that its result stands in for it.</summary>
public sealed class CallbackCalledInsteadOfPassed : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS321",
        Name = "callback-called-instead-of-passed",
        Area = SkillArea.Functions,
        Severity = Severity.Error,
        Aliases = ["reportArgumentType", "reportCallIssue"],
        Message = "`{call}` runs here, and `{taker}` gets its result, {result}, instead of the function",
        Why = "Parentheses call a function at once; without them its name is the function itself, an object that can be passed on. Arguments are evaluated before "
            + "the call that takes them. So `Thread(target=work())` does the work first, in this thread, and then starts a thread that has nothing to do: "
            + "a target of None is allowed. Other takers raise TypeError, because the result can't be called.",
        Instead = "Pass the function: `Thread(target=work)`. Arguments go beside it (`args=(1,)`), into `functools.partial(work, 1)` or a `lambda`.",
        Interview = new(
            "What does it mean that functions are first-class objects in Python, and what is the difference between `f` and `f()` as an argument?",
            "A function can be bound, stored, passed and returned like any other object. `f` hands over the function, so that the receiver decides when and how often "
            + "it runs: that is a callback, a sort key, a decorator. `f()` runs it now and hands over the result. To fix some arguments I use `functools.partial`, "
            + "which evaluates them now, or a lambda, which evaluates them at the call: with a loop variable that difference decides."),
        FineWhen = "A call that returns a function is right in this place: `key=itemgetter(1)`, `map(partial(power, 2), xs)`. The rule speaks only where the result "
            + "is proven not to be callable.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                import threading

                def work():
                    print("working")

                threading.Thread(target=[|work()|]).start()
                """, fixedTo: """
                import threading

                def work():
                    print("working")

                threading.Thread(target=work).start()
                """).Saying("`work()` runs here, and `Thread` gets its result, None, instead of the function"),
            Example.Bad("""
                def length(word):
                    return len(word)

                words = ["pear", "fig"]
                print(sorted(words, key=[|length("")|]))
                """).Saying("`length(…)` runs here, and `sorted` gets its result, an int, instead of the function"),
            Example.Good("""
                import threading

                def work():
                    print("working")

                threading.Thread(target=work).start()
                """),
            Example.Good("""
                from operator import itemgetter

                people = [("ada", 36), ("bob", 25)]
                print(sorted(people, key=itemgetter(1)))
                """),
            Example.Bad("def f():\n    return 1\nprint(list(map([|f()|], xs)))", fixedTo: "def f():\n    return 1\nprint(list(map(f, xs)))").Hidden(),
            Example.Bad("def f():\n    return [1]\nfor x in filter([|f()|], xs):\n    g(x)", fixedTo: "def f():\n    return [1]\nfor x in filter(f, xs):\n    g(x)").Hidden(),
            Example.Bad("from threading import Timer\ndef f():\n    print(1)\nTimer(5, [|f()|]).start()", fixedTo: "from threading import Timer\ndef f():\n    print(1)\nTimer(5, f).start()").Hidden(),
            Example.Bad("import signal\ndef f(a, b):\n    print(1)\nsignal.signal(signal.SIGINT, [|f(1, 2)|])").Hidden(),
            Example.Bad("import atexit\ndef f():\n    print(1)\natexit.register([|f()|])", fixedTo: "import atexit\ndef f():\n    print(1)\natexit.register(f)").Hidden(),
            Example.Bad("from collections import defaultdict\ndef f():\n    return 0\nd = defaultdict([|f()|])", fixedTo: "from collections import defaultdict\ndef f():\n    return 0\nd = defaultdict(f)").Hidden(),
            Example.Bad("xs = [1]\ndef f():\n    return 'a'\nxs.sort(key=[|f()|])", fixedTo: "xs = [1]\ndef f():\n    return 'a'\nxs.sort(key=f)").Hidden(),
            Example.Bad("from multiprocessing import Process\ndef f(x):\n    print(x)\nProcess(None, [|f(1)|])").Hidden(),
            Example.Bad("print(sorted(xs, key=[|str('a').lower()|]))", fixedTo: "print(sorted(xs, key=str('a').lower))").Hidden(),
            Example.Bad("def f(x):\n    if x:\n        return 1\n    return 'a'\nprint(max(xs, key=[|f(1)|]))").Saying("`f(…)` runs here, and `max` gets its result, an int or a str, instead of the function").Hidden(),
            Example.Bad("from tkinter import Button\ndef f():\n    print(1)\nButton(root, command=[|f()|])", fixedTo: "from tkinter import Button\ndef f():\n    print(1)\nButton(root, command=f)").Hidden(),
            Example.Good("import threading\ndef make():\n    def inner():\n        return 1\n    return inner\nthreading.Thread(target=make())").Hidden(),
            Example.Good("from functools import partial\ndef f(x):\n    return x\nprint(list(map(partial(f, 1), xs)), sorted(xs, key=partial(f, 2)))").Hidden(),
            Example.Good("class A:\n    def __call__(self, x):\n        return x\nprint(sorted(xs, key=A()))").Hidden(),
            Example.Good("def make(x):\n    return lambda y: x\nprint(sorted(xs, key=make(1)))").Hidden(),
            Example.Good("def make(x):\n    return str\nprint(sorted(xs, key=make(1)))").Hidden(),
            Example.Good("def make(x):\n    if x:\n        return str\n    return None\nprint(sorted(xs, key=make(1)))").Hidden(),
            Example.Good("print(sorted(xs, key=unknown(1)), sorted(xs, key=None), list(filter(None, xs)))").Hidden(),
            Example.Good("import signal\nsignal.signal(signal.SIGINT, signal.getsignal(signal.SIGTERM))\nsignal.signal(signal.SIGINT, int(0))").Hidden(),
            Example.Good("from collections import defaultdict\nd = defaultdict(list())").Hidden(),
            Example.Good("import unittest\nclass T(unittest.TestCase):\n    def test(self):\n        self.assertRaises(TypeError, next, filter(range(6), 'a'))").Hidden(),
            Example.Good("def f():\n    return 1\nprint(max(f(), 2), min(f()), map(str, f()))").Hidden(),
            Example.Good("from streams import *\ndef f():\n    return 1\nmap(f(), xs)").Hidden(),
        ],
    };

    /// <summary>Where functions of the library take a function; the place is -1 where only a keyword can give it.</summary>
    private static readonly Dictionary<string, Taker> Takers = new(StringComparer.Ordinal)
    {
        ["threading.Thread"] = new(1, "target"),
        ["multiprocessing.Process"] = new(1, "target"),
        ["threading.Timer"] = new(1, "function"),
        ["atexit.register"] = new(0, "func"),
        ["functools.partial"] = new(0, "func"),
        ["signal.signal"] = new(1, "handler"),
        ["collections.defaultdict"] = new(0, "default_factory"),
        ["map"] = new(0, null),
        ["filter"] = new(0, null),
        ["functools.reduce"] = new(0, "function"),
        ["sorted"] = new(-1, "key"),
        ["min"] = new(-1, "key"),
        ["max"] = new(-1, "key"),
        ["itertools.groupby"] = new(1, "key"),
        ["heapq.nlargest"] = new(2, "key"),
        ["heapq.nsmallest"] = new(2, "key"),
        ["tkinter.Button"] = new(-1, "command"),
        ["tkinter.ttk.Button"] = new(-1, "command"),
    };

    private static readonly HashSet<string> LastNames = FindLastNames();

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Call>(Check);

    private static void Check(Call taker, RuleContext context)
    {
        foreach (var argument in taker.Args)
        {
            if (argument is Call)
            {
                CheckPlaces(taker, context);
                break;
            }
        }

        foreach (var keyword in taker.Keywords)
        {
            if (keyword is { Name: { } name, Value: Call passed } && Takes(taker, -1, name.Text, context.Model))
            {
                CheckPassed(taker, passed, context);
            }
        }
    }

    private static void CheckPlaces(Call taker, RuleContext context)
    {
        for (var i = 0; i < taker.Args.Length && taker.Args[i] is not Starred; i++)
        {
            if (taker.Args[i] is Call passed && Takes(taker, i, "", context.Model))
            {
                CheckPassed(taker, passed, context);
            }
        }
    }

    /// <summary>True when the callee takes a function at this place, or by this name when the place is -1.</summary>
    private static bool Takes(Call taker, int place, string keyword, SemanticModel model)
    {
        if (keyword == "key" && taker.Func is Attribute { Attr.Text: "sort", Value: var list })
        {
            return model.TypeOf(list).Kind == PyTypeKind.List;
        }

        if (!MayTake(taker.Func) || model.KnownName(taker.Func) is not { } name)
        {
            return false;
        }

        return Takers.TryGetValue(name, out var known) && (place >= 0 ? known.Place == place : known.Keyword == keyword);
    }

    /// <summary>An attribute is followed to its module only where its last name fits; a name may be an alias.</summary>
    private static bool MayTake(Expr callee) => callee is Name || (callee is Attribute { Attr.Text: var last } && LastNames.Contains(last));

    private static HashSet<string> FindLastNames()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in Takers.Keys)
        {
            names.Add(name[(name.LastIndexOf('.') + 1)..]);
        }

        return names;
    }

    private static void CheckPassed(Call taker, Call passed, RuleContext context)
    {
        var type = context.Model.TypeOf(passed);
        var name = context.Model.KnownName(taker.Func);
        if (NameOf(type) is not { } result || (name == "signal.signal" && type.Kind != PyTypeKind.None)
            || (name == "collections.defaultdict" && context.Model.IsBuiltin(passed.Func)) || ExpectedError.Covers(passed, "TypeError", context.Model))
        {
            return;
        }

        var (function, isBare) = (context.TextOf(passed.Func), passed.Args.IsEmpty && passed.Keywords.IsEmpty);
        var finding = context.Report(passed.Span, isBare ? $"{function}()" : $"{function}(…)", HandedOver.NameOf(taker.Func), result);
        finding.Label(passed.Span, "runs before the call around");
        if (isBare)
        {
            finding.Fix(FixSafety.Unsafe, $"pass `{function}` itself", new TextEdit(new TextSpan(passed.Func.Span.End, passed.Span.End), ""));
        }
    }

    /// <summary>What the value is, for a type whose values can't be called; null for any other.</summary>
    private static string? NameOf(PyType type)
    {
        if (type.Kind == PyTypeKind.Union)
        {
            string? all = null;
            foreach (var member in type.Arguments)
            {
                if (NameOf(member) is not { } one)
                {
                    return null;
                }

                all = all is null ? one : $"{all} or {one}";
            }

            return all;
        }

        return type.Kind switch
        {
            PyTypeKind.None => "None",
            PyTypeKind.Int or PyTypeKind.Array or PyTypeKind.OrderedDict => $"an {type.Name}",
            > PyTypeKind.Ellipsis and <= PyTypeKind.File => $"a {type.Name}",
            _ => null,
        };
    }

    private sealed record Taker(int Place, string? Keyword);
}
