using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions.Shadowing;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>PLS301: a name of the file hides a built-in.</summary>
public sealed class ShadowedBuiltin : Rule
{
    private const string Needed = "the {kind} `{name}` hides the built-in `{name}`, which {where} still needs";
    private const string Unbound = "`{name}` is local to {where}, so the built-in `{name}` is out of reach there: UnboundLocalError";

    private const int MostLabels = 4;

    /// <summary>Names that only the <c>site</c> module adds, for the prompt, and one that exists on Windows alone.</summary>
    private static readonly string[] Noise = ["copyright", "credits", "exit", "license", "quit", "WindowsError"];

    private static readonly RuleOption<ImmutableArray<string>> Allow = RuleOption.Words(
        "allow",
        "Built-ins whose names your code may use for something else, such as `id`.");

    private static readonly string[] Common = ["dict", "id", "input", "len", "list", "max", "min", "set", "str", "sum", "type"];

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS301",
        Name = "shadowed-builtin",
        Area = SkillArea.Functions,
        Severity = Severity.Warning,
        Aliases = ["A001", "A004", "W0622", "redefined-builtin", "S5806", "WPS125"],
        Message = "the {kind} `{name}` hides the built-in `{name}` in {where}",
        OtherMessages = [Needed, Unbound],
        Why = "Python looks a name up in the local scope, then in the functions around it, then in the module, and only then among "
            + "the built-ins: LEGB, and the first match wins. Binding a built-in's name puts your object in front of the built-in "
            + "for everything in that scope and in the functions inside it.",
        Instead = "Say what the value is: `names` for `list`, `total` for `sum`, `user_id` for `id`. Where no better name comes to "
            + "mind, a trailing underscore keeps the two apart: `id_`.",
        Interview = new(
            "A function begins with `total = sum(xs)` and ends with `sum = total`. Why does its first line raise UnboundLocalError, "
                + "and why do the same two lines work at module level?",
            "Which names are local is decided when the function is compiled: the assignment makes `sum` local to the whole body, so "
                + "the first line reads a local variable without a value, and Python does not go on to the built-ins. At module level a "
                + "name that is missing among the globals is looked up among the built-ins, so it works, until `sum` is called again. "
                + "I would rename the variable; reaching the original through `builtins.sum` only treats the symptom."),
        FineWhen = "Attributes and methods (`user.id`, `gzip.open`) hide nothing and are not flagged, nor is a name that `__all__` "
            + "publishes, or a back-port for older Pythons. A replacement on purpose, such as `from rich import print`, is fine where "
            + "every reader of the file knows about it: say so with a `noqa`.",
        Fix = FixSafety.Unsafe,
        Options = [Allow],
        Examples =
        [
            Example.Bad(
                """
                def longest(words):
                    [|list|] = []
                    for word in words:
                        list.append(len(word))
                    return list
                """,
                fixedTo: """
                def longest(words):
                    list_ = []
                    for word in words:
                        list_.append(len(word))
                    return list_
                """).Saying("the variable `list` hides the built-in `list` in `longest`"),
            Example.Bad(
                """
                def mean(xs):
                    [|sum|] = sum(xs)
                    return sum / len(xs)
                """,
                fixedTo: """
                def mean(xs):
                    sum_ = sum(xs)
                    return sum_ / len(xs)
                """).Saying("`sum` is local to `mean`, so the built-in `sum` is out of reach there: UnboundLocalError"),
            Example.Bad(
                """
                def describe(rows):
                    [|str|] = "rows: "
                    return str + str(len(rows))
                """,
                fixedTo: """
                def describe(rows):
                    str_ = "rows: "
                    return str_ + str(len(rows))
                """).Saying("the variable `str` hides the built-in `str`, which `describe` still needs"),
            Example.Bad("from os import [|open|]", fixedTo: "from os import open as open_"),
            Example.Good("class User:\n    id = 0\n\n    def format(self):\n        return f'user {self.id}'"),
            Example.Good("try:\n    input = raw_input\nexcept NameError:\n    pass"),

            Example.Bad("[|max|], [|min|] = 1, 2", fixedTo: "max_, min_ = 1, 2").Hidden(),
            Example.Bad("for [|memoryview|], *[|bytearray|] in []:\n    pass").Hidden(),
            Example.Bad("with open('a') as [|str|], open('b') as ([|all|], [|any|]):\n    print(str, all, any)").Hidden(),
            Example.Bad("try:\n    work()\nexcept OSError as [|type|]:\n    print(type)", fixedTo: "try:\n    work()\nexcept OSError as type_:\n    print(type_)").Hidden(),
            Example.Bad("if ([|id|] := find()):\n    print(id)", fixedTo: "if (id_ := find()):\n    print(id_)").Hidden(),
            Example.Bad("names = [id for [|id|] in users if id]", fixedTo: "names = [id_ for id_ in users if id_]").Hidden(),
            Example.Bad("print([filter(1) for [|filter|] in filters])").From("pylint #4472").Saying("the loop variable `filter` hides the built-in `filter` in this comprehension").Hidden(),
            Example.Bad("pick = lambda xs: ([|max|] := xs[0]) + max").Saying("the variable `max` hides the built-in `max` in this lambda").Hidden(),
            Example.Bad("def [|print|](text):\n    return text").Hidden(),
            Example.Bad("class [|TimeoutError|](Exception):\n    pass").Hidden(),
            Example.Bad("import re as [|iter|]", fixedTo: "import re as iter_").Hidden(),
            Example.Bad("import [|id|].parts\nprint(id)").Hidden(),
            Example.Bad("[|complex|]: int = 3").Hidden(),
            Example.Bad("match command:\n    case [1, [|str|]]:\n        print(str)").Hidden(),
            Example.Bad("if ready:\n    [|list|] = [1]\nelse:\n    list = []\nlist.append(2)").Saying("the variable `list` hides the built-in `list` in this file")
                .OnlyAtModuleLevel("a function has one `list` whichever branch is taken").Hidden(),
            Example.Bad("[|sum|] = 0\nfor x in [1, 2]:\n    sum += x", fixedTo: "sum_ = 0\nfor x in [1, 2]:\n    sum_ += x").From("Sonar S5806").Hidden(),
            Example.Bad("[|list|] = [1]\nprint(list((2, 3)))", fixedTo: "list_ = [1]\nprint(list((2, 3)))").Raising("TypeError").Hidden(),
            Example.Bad("def f(xs):\n    [|str|] = 'a'\n    return map(str, xs)", fixedTo: "def f(xs):\n    str_ = 'a'\n    return map(str, xs)").Hidden(),
            Example.Bad("def f(x):\n    [|int|] = 1\n    return isinstance(x, int)", fixedTo: "def f(x):\n    int_ = 1\n    return isinstance(x, int)").Hidden(),
            Example.Bad("[|list|] = [3]\nprint(list(list))\ndel list").Raising("TypeError").Hidden(),
            Example.Bad("[|max|] = max([1, 2])\nprint(max)", fixedTo: "max_ = max([1, 2])\nprint(max_)")
                .OnlyAtModuleLevel("there the first line finds the built-in").Saying("the variable `max` hides the built-in `max` in this file").Hidden(),
            Example.Bad("def read():\n    return id\n[|id|] = 3").OnlyAtModuleLevel("a call of `read` may come before the binding, so nothing is renamed").Hidden(),
            Example.Bad("def f(xs):\n    return all(xs)\n[|all|] = []\nprint(all)", fixedTo: "def f(xs):\n    return all(xs)\nall_ = []\nprint(all_)")
                .OnlyAtModuleLevel("inside a function the local `all` is never the built-in").Hidden(),
            Example.Bad("[|id|] = 3\nclass A:\n    id = id").Hidden(),
            Example.Bad("[|id|] = 3\nprint(id, id_)").Hidden(),
            Example.Bad("def f():\n    [|id|] = 3\n    return '{id}'.format(**locals())").Hidden(),
            Example.Bad("def f():\n    global len\n    [|len|] = 1\n    return len", fixedTo: "def f():\n    global len_\n    len_ = 1\n    return len_").Hidden(),
            Example.Bad(
                "def f():\n    [|sum|] = 0\n    def add(x):\n        nonlocal sum\n        sum += x\n    return add",
                fixedTo: "def f():\n    sum_ = 0\n    def add(x):\n        nonlocal sum_\n        sum_ += x\n    return add").Hidden(),
            Example.Bad("def f():\n    [|list|] = [1]\n    def g():\n        [|list|] = [2]\n        return list\n    return list, g").Hidden(),

            Example.Good("class A(B):\n    def f(self, list, *, type=None):\n        list = [*list, 1]\n        return list, type").Hidden(),
            Example.Good("class A:\n    for max in range(3):\n        pass\n    import json as type\n    with open('x') as input:\n        pass").Hidden(),
            Example.Good("_ = 1\n__doc__ = 'text'\n__name__ = 'x'\ncopyright = license = credits = 'me'\nexit = quit = None").Hidden(),
            Example.Good("list = [1]\nprint(list)\ndel list").Hidden(),
            Example.Good("import sys\nif sys.version_info >= (3,):\n    unicode = str\nelse:\n    str = unicode\n    from io import open").Hidden(),
            Example.Good("import sys\nif sys.version_info < (3, 11):\n    from exceptions import ExceptionGroup").Hidden(),
            Example.Good("try:\n    ExceptionGroup\nexcept NameError:\n    from exceptiongroup import ExceptionGroup").Hidden(),
            Example.Good("try:\n    from itertools import izip as zip\nexcept ImportError:\n    pass").Hidden(),
            Example.Good("import six\nif six.PY2:\n    range = xrange").Hidden(),
            Example.Good("from builtins import open, str\nfrom six.moves import range, zip").Hidden(),
            Example.Good("import builtins\nprint = builtins.print").Hidden(),
            Example.Good("from .compat import str, urlparse\nfrom shop._compat import bytes").Hidden(),
            Example.Bad("from .exceptions import [|ConnectionError|]\nraise ConnectionError()", fixedTo: "from .exceptions import ConnectionError as ConnectionError_\nraise ConnectionError_()").Hidden(),
            Example.Good("from codecs import open as open").Hidden(),
            Example.Good("TimeoutError = TimeoutError").OnlyAtModuleLevel("in a function the right side is the unbound local").Hidden(),
            Example.Bad("def f():\n    [|len|] = len\n    return len").Hidden(),
            Example.Good("from gzip import open\n__all__ = ['open']").OnlyAtModuleLevel("`__all__` is a name of the module").Hidden(),
            Example.Good("__all__ = ['x']\n__all__ += ['compile']\n__all__.append('hash')\ndef compile(p):\n    pass\ndef hash():\n    pass")
                .OnlyAtModuleLevel("`__all__` is a name of the module").Hidden(),
            Example.Good("id: int").Hidden(),
            Example.Good("point.max = 3\nrow['id'] = 4\nf(id=3)").Hidden(),
            Example.Good("def f[int](x: int) -> int:\n    return x").Hidden(),
            Example.Good("file = string = unicode = reduce = 1").Hidden(),
        ],
    };

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Module>(Check);

    private static void Check(Module module, RuleContext context)
    {
        if (context.Text.Path.EndsWith(".pyi", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var scope in context.Model.Scopes)
        {
            foreach (var symbol in scope.Symbols)
            {
                if (MayShadow(symbol) && !context.Option(Allow).Contains(symbol.Name) && FirstShadowing(symbol, context) is { } binding)
                {
                    Report(symbol, binding, context);
                }
            }
        }
    }

    /// <summary>True for a built-in that programs have no use for.</summary>
    internal static bool IsNoise(string name) => Array.IndexOf(Noise, name) >= 0;

    /// <summary>The names of a class are attributes, and parameters are a rule of their own.</summary>
    private static bool MayShadow(Symbol symbol) =>
        symbol.Scope.Kind is ScopeKind.Module or ScopeKind.Function or ScopeKind.Lambda or ScopeKind.Comprehension
        && Builtins.Contains(symbol.Name)
        && !symbol.Name.StartsWith('_')
        && !IsNoise(symbol.Name)
        && !HasParameter(symbol);

    private static bool HasParameter(Symbol symbol)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Kind == BindingKind.Parameter)
            {
                return true;
            }
        }

        return false;
    }

    private static NameBinding? FirstShadowing(Symbol symbol, RuleContext context)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.BindsValue && !BackPorts.IsOne(binding, symbol.Name, context.Model))
            {
                return symbol.Scope == context.Model.Module && PublicNames.Contains(context.Model.Module, symbol.Name) ? null : binding;
            }
        }

        return null;
    }

    private static void Report(Symbol symbol, in NameBinding binding, RuleContext context)
    {
        var uses = ShadowedUses.Of(symbol, context.Model);
        var worst = uses.Worst;
        if (worst < NameUse.BrokenBuiltin && IsGivenBack(symbol))
        {
            return;
        }

        var (kind, where) = (KindOf(binding.Kind), PlaceOf(symbol.Scope));
        var finding = worst switch
        {
            NameUse.UnboundBuiltin => context.Report(Unbound, binding.Span, symbol.Name, where),
            NameUse.BrokenBuiltin => context.Report(Needed, binding.Span, kind, symbol.Name, where),
            _ => context.Report(binding.Span, kind, symbol.Name, where),
        };
        Explain(finding.Severity(IsOnlyRegistered(symbol, binding) ? Severity.Info : SeverityOf(symbol.Name, worst)), symbol, binding, uses, context);
        uses.LeaveToCalls(finding);
        if (RenameFix.EditsFor(symbol, uses, context) is { } edits)
        {
            finding.Fix(FixSafety.Unsafe, $"rename `{symbol.Name}` to `{symbol.Name}_`", edits);
        }
    }

    /// <summary>True when a <c>del</c> takes the name away behind the last binding.</summary>
    private static bool IsGivenBack(Symbol symbol) =>
        symbol.Bindings[^1] is { Kind: BindingKind.Delete } last && last.Scope == symbol.Scope;

    /// <summary>True for a function that a decorator takes, such as a route or a command, and whose name nobody reads: it matters only where more code comes.</summary>
    private static bool IsOnlyRegistered(Symbol symbol, in NameBinding binding) =>
        symbol.References.IsEmpty && binding is { Kind: BindingKind.Function, Node: FunctionDefinition { DecoratorList: [Call, ..] } };

    private static Severity SeverityOf(string name, NameUse worst) => worst switch
    {
        NameUse.UnboundBuiltin or NameUse.BrokenBuiltin => Severity.Error,
        NameUse.CalledUnknown or NameUse.LateBuiltin => Severity.Warning,
        _ => Array.IndexOf(Common, name) >= 0 ? Severity.Warning : Severity.Info,
    };

    private static string KindOf(BindingKind kind) => kind switch
    {
        BindingKind.For or BindingKind.Comprehension => "loop variable",
        BindingKind.ExceptHandler => "exception variable",
        BindingKind.Function => "function",
        BindingKind.Class => "class",
        BindingKind.Import or BindingKind.ImportFrom => "import",
        BindingKind.MatchCapture => "capture",
        BindingKind.TypeAlias => "type alias",
        _ => "variable",
    };

    private static string PlaceOf(Scope scope) => scope.Node switch
    {
        FunctionDefinition function => $"`{function.Name}`",
        Lambda => "this lambda",
        Module => "this file",
        _ => "this comprehension",
    };

    private static void Explain(DiagnosticBuilder finding, Symbol symbol, in NameBinding binding, ShadowedUses uses, RuleContext context)
    {
        var name = symbol.Name;
        var worst = uses.Worst;
        var effect = symbol.Scope.Kind == ScopeKind.Module ? $"from here on `{name}` is this" : $"makes `{name}` local to {PlaceOf(symbol.Scope)}";
        ResolutionLabels.AddStop(finding, binding.Span, effect, symbol, context.Model);
        if (binding.Node is not (Alias or FunctionDefinition or ClassDef) && BetterNames.For(name) is { } better)
        {
            finding.Help($"say what the value is: {better}; where nothing better comes to mind, `{name}_` keeps the two apart");
        }

        if (worst >= NameUse.BrokenBuiltin)
        {
            finding.Why(worst == NameUse.UnboundBuiltin
                ? $"Python decides when it compiles {PlaceOf(symbol.Scope)} that `{name}` is a local variable, because a statement there binds it. A "
                    + "local name is never looked up among the built-ins, so reading it before it has a value raises UnboundLocalError."
                : $"A name is looked up local, enclosing, global, built-in, and the first match wins. Here that is your own `{name}`, which is "
                    + "neither a function nor a class: using it as one raises TypeError.");
        }

        var labels = 0;
        foreach (var (read, use) in uses.All)
        {
            if (labels < MostLabels && LabelOf(name, use, worst) is { } text)
            {
                finding.Label(read.Span, use < NameUse.BrokenBuiltin ? text : $"{text}; looked up: {ResolutionLabels.WordsAt(read, context.Model)}");
                labels++;
            }
        }
    }

    /// <summary>What fails is shown alone: next to it the harmless reads are noise.</summary>
    private static string? LabelOf(string name, NameUse use, NameUse worst) => use switch
    {
        NameUse.UnboundBuiltin => "UnboundLocalError: the local variable has no value yet",
        NameUse.BrokenBuiltin => "TypeError: this is no longer the built-in",
        NameUse.LateBuiltin when worst == use => $"TypeError when this runs after `{name}` is bound",
        NameUse.CalledUnknown when worst == use => $"calls your `{name}`, not the built-in",
        NameUse.Variable when worst < NameUse.BrokenBuiltin => $"your `{name}`, not the built-in",
        _ => null,
    };
}
