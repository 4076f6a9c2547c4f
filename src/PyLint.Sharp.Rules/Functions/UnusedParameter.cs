using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>A parameter whose argument nothing looks at.</summary>
public sealed class UnusedParameter : Rule
{
    private const string Plain = "{function} never reads its parameter `{name}`";
    private const string Overwritten = "{function} overwrites its parameter `{name}` before it reads it: what callers pass is lost";
    private const string Lost = "`{class}` takes `{name}` and drops it: `__init__` never reads it";
    private const string Swallowed = "{function} takes any keyword into `**{name}` and never looks at it: a mistyped argument vanishes without an error";
    private const string Surplus = "{function} takes any number of arguments into `*{name}` and never looks at them: one too many vanishes without an error";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS317",
        Name = "unused-parameter",
        Area = SkillArea.Functions,
        Severity = Severity.Warning,
        Aliases = ["ARG001", "ARG002", "ARG003", "ARG004", "W0613", "unused-argument", "S1172"],
        Message = Plain,
        OtherMessages = [Overwritten, Lost, Swallowed, Surplus],
        Why = "A parameter is a promise: callers work out a value for it and expect it to matter. One that is never read is left over from an "
            + "older version, or the body uses another name by mistake and the argument has no effect. Worst is `**kwargs` that nobody looks "
            + "at: Python would have answered `connect(tiemout=5)` with a TypeError, and now it says nothing.",
        Instead = "Remove the parameter and its arguments, or use it. Write `**kwargs` only to hand it on, and name the keywords that you accept. Where somebody "
            + "else fixes the signature, a leading underscore says that the value isn't needed.",
        Interview = new(
            "When is `**kwargs` good API design, and what does it cost?",
            "It is good when a function hands the keywords on, as a decorator or a subclass does, or really takes any names, as `dict` does. The cost is that the "
            + "signature no longer says what is accepted: editors can't help, and a typo is found only where the keywords are taken apart, or "
            + "never if nobody does. For flexibility within my own code I prefer keyword-only parameters with defaults: adding one breaks no caller."),
        FineWhen = "When somebody else decides the signature: a base class, a decorator, a protocol, a caller that gets the function as a value or finds it by its "
            + "name or with `*arguments`. In tests, and in what stands in for something else. The rule is silent on these as far as the file shows them, on empty bodies, on functions that use `locals()`, and on names "
            + "such as `_event` and `unused_event`.",
        Examples =
        [
            Example.Bad("""
                def price(net, [|discount|], tax=0.2):
                    return net * (1 + tax)

                print(price(100, 0.1))
                """).Saying("`price` never reads its parameter `discount`"),
            Example.Bad("""
                import socket

                def connect(host, port=80, **[|options|]):
                    return socket.create_connection((host, port))

                def check(host):
                    return connect(host, tiemout=5)
                """).Saying("`connect` takes any keyword into `**options` and never looks at it: a mistyped argument vanishes without an error"),
            Example.Good("""
                import socket

                def connect(host, port=80, **options):
                    return socket.create_connection((host, port), **options)
                """),
            Example.Good("""
                import signal

                def stop(signum, frame):
                    raise SystemExit("stopped")

                signal.signal(signal.SIGTERM, stop)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("class User:\n    def __init__(self, name, [|age|]):\n        self.name = name").Saying("`User` takes `age` and drops it: `__init__` never reads it").Hidden(),
        Example.Bad("def f(a, *[|rest|]):\n    return a + 1").Saying("`f` takes any number of arguments into `*rest` and never looks at them: one too many vanishes without an error").Hidden(),
        Example.Bad("def f([|n|]):\n    n = 3\n    return n + 1").Saying("`f` overwrites its parameter `n` before it reads it: what callers pass is lost").Hidden(),
        Example.Bad("def total([|i|], xs):\n    for i in range(3):\n        print(xs[i])").Hidden(),
        Example.Bad("class A:\n    def area(self, [|scale|]):\n        return self.width\n    @staticmethod\n    def of([|kind|], n):\n        return n * 2\n    @classmethod\n    def made(cls, [|kind|]):\n        return cls()").Hidden(),
        Example.Bad("async def f([|x|], /, y, *, [|z|]=1):\n    return await y").Hidden(),
        Example.Bad("def outer(x):\n    def inner([|y|]):\n        return x * 2\n    return inner(1)").Hidden(),
        Example.Bad("import functools\n@functools.cache\ndef f([|x|]):\n    return sum([1])").Hidden(),
        Example.Good("class Base:\n    def area(self, scale):\n        return scale\nclass Square(Base):\n    def area(self, scale):\n        return self.side ** 2").Hidden(),
        Example.Good("class Base:\n    def area(self, scale):\n        return self.side ** 2\nclass Square(Base):\n    def area(self, scale):\n        return scale").Hidden(),
        Example.Good("from typing import override\nfrom shop import Base\nclass A(Base):\n    def run(self, speed):\n        return self.go()\nclass B:\n    @override\n    def run(self, speed):\n        return self.go()").Hidden(),
        Example.Good("from abc import abstractmethod\nclass A:\n    @abstractmethod\n    def run(self, speed):\n        print('abstract')\n    def walk(self, speed):\n        \"\"\"Walk.\"\"\"\n    def hop(self, speed): ...\n    def fly(self, speed):\n        raise NotImplementedError('no wings')\n    def swim(self, speed):\n        return False").Hidden(),
        Example.Good("def on_click(event):\n    print('clicked')\ndef show(event):\n    print('shown')\nbutton.bind('<Button>', show)\ncommands = {'show': show}").Hidden(),
        Example.Good("import ast\nclass Names(ast.NodeVisitor):\n    def visit_Name(self, node):\n        print('name')\nclass Shell:\n    def do_exit(self, line):\n        return self.close()\n    def handle_data(self, data):\n        self.count()").Hidden(),
        Example.Good("def f(_x, unused_y, *_args, **_kwargs):\n    return sum([1])").Hidden(),
        Example.Good("class A:\n    def __exit__(self, kind, value, traceback):\n        self.close()\n    def __getattr__(self, name):\n        return self.inner\n    def __new__(cls, name):\n        return super().__new__(cls)").Hidden(),
        Example.Good("from web import app\nimport pytest\n@app.route('/')\ndef index(page):\n    return render()\n@pytest.fixture\ndef db(tmp_path):\n    return connect()\ndef test_all(db):\n    assert render()").Hidden(),
        Example.Good("def f(name, age):\n    return '{name} {age}'.format(**locals())").Hidden(),
        Example.Good("def f(a, b):\n    del b\n    return a").Hidden(),
        Example.Good("def outer(x):\n    def inner(y):\n        return x\n    return inner").Hidden(),
        Example.Good("def outer(x):\n    return lambda: x\ndef g(x, y=1):\n    x += y\n    return x").Hidden(),
        Example.Good("class Circle:\n    def draw(self, canvas):\n        canvas.circle(self)\nclass Nothing:\n    def draw(self, canvas):\n        self.skipped += 1").Hidden(),
        Example.Good("import sys\nif sys.platform == 'win32':\n    def clear(fast):\n        print('cls')\nelse:\n    def clear(fast):\n        print(fast)").Hidden(),
        Example.Good("def index(request):\n    return render('index.html')\ndef lambda_handler(event, context):\n    return dict(status=200)").Hidden(),
        Example.Good("class Wrong(Exception):\n    def __init__(self, text, code):\n        super().__init__(text)").Hidden(),
        Example.Good("class Node:\n    def __init__(self, data, left=None):\n        self.data = None\n        self.left = None\nclass Tree:\n    def insert(self, data):\n        pass").Hidden(),
        Example.Good("class Shape:\n    def area(self):\n        raise NotImplementedError\n    def scaled(self, factor):\n        return self.area()\nclass Screen:\n    def show(self, shape):\n        return getattr(self, 'draw_' + shape)(2)\n    def draw_dot(self, size):\n        return self.pixel").Hidden(),
        Example.Good("class Proxy:\n    def by_text(self, conn):\n        return str(self)\n    fallbacks = {'text': by_text}\n").Hidden(),
        Example.Good("import unittest\nclass Finder:\n    def find_spec(self, name):\n        return self.spec").OnlyAtModuleLevel("the import shows that the file is of tests").Hidden(),
        Example.Good("class FakeResponse(dict):\n    def get_all(self, name):\n        return list(self.values())\ndef find(name, path=None):\n    # path is ignored, meta_path passes it\n    return name.lower()").Hidden(),
        Example.Good("import doctest\ndef load_tests(loader, tests, pattern):\n    tests.addTest(doctest.DocTestSuite())\n    return tests").Hidden(),
        Example.Good("def eat(kind, text, line):\n    print(text)\nfor token in tokens:\n    eat(*token)").Hidden(),
        Example.Bad("def eat(kind, text, [|line|]):\n    print(text, kind)\nfor kind, text in tokens:\n    eat(kind, text, 1)").Hidden(),
        Example.Good("import warnings\ndef set_mark(place, name):\n    warnings.warn('gone')\n    raise ValueError('no marks')").Hidden(),
        Example.Good("class Record:\n    def __init__(self, text, **rest):\n        self.text = text\nfactory = Record").Hidden(),
        Example.Good("class Value:\n    def __init__(self, number, lock=True):\n        self.number = number\nmanager.register('Value', Value)").Hidden(),
        Example.Bad("class Value:\n    def __init__(self, number, [|lock|]=True):\n        self.number = number\nok = isinstance(Value(1), Value)").Hidden(),
        Example.Good("class Filter:\n    ACCEPT = 1\n    def accept(self, element):\n        return self.ACCEPT").Hidden(),
        Example.Good("def show(name, price, stock):\n    print(name, price)\nfor row in rows:\n    show(**row)").Hidden(),
        Example.Good("def text_encode(text, errors='strict'):\n    return bytes(text)").Hidden(),
        Example.Good("def load(name, kind):\n    print(name)\nhandler = globals()['load']").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<Module>(Check);

    private static void Check(Module module, RuleContext context)
    {
        if (TestCode.IsFile(context.Tree) || ParameterFreedom.IsFileOfStandIns(context.Text.Path))
        {
            return;
        }

        var kinds = context.Tree.Kinds.AsSpan();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is NodeKind.FunctionDef or NodeKind.AsyncFunctionDef)
            {
                Check((FunctionDefinition)context.Tree.Nodes[i], context);
            }
        }
    }

    private static void Check(FunctionDefinition function, RuleContext context)
    {
        var arguments = function.Args;
        var state = Answer.Unknown;
        foreach (var parameter in arguments.PosOnlyArgs)
        {
            Check(function, parameter, ref state, context);
        }

        foreach (var parameter in arguments.Args)
        {
            Check(function, parameter, ref state, context);
        }

        if (arguments.VarArg is { } rest)
        {
            Check(function, rest, ref state, context);
        }

        foreach (var parameter in arguments.KwOnlyArgs)
        {
            Check(function, parameter, ref state, context);
        }

        if (arguments.KwArg is { } named)
        {
            Check(function, named, ref state, context);
        }
    }

    /// <param name="function">The function.</param>
    /// <param name="parameter">One of its parameters.</param>
    /// <param name="isFree">Whether the author could leave parameters out; found when the first unused one is met.</param>
    /// <param name="context">The file.</param>
    private static void Check(FunctionDefinition function, Arg parameter, ref Answer isFree, RuleContext context)
    {
        if (isFree == Answer.No || IsSaidUnused(parameter.Name.Text) || Parameters.SymbolOf(function, parameter, context.Model) is not { } symbol
            || (!symbol.References.IsEmpty && !symbol.IsRebound) || symbol.Has(BindingKind.Delete) || symbol.Has(BindingKind.AugmentedAssignment)
            || (symbol.IsRebound && IsReadFirst(symbol)) || parameter == Receiver.Of(function, context.Model) || BrokenCode.Is(function, context.Tree))
        {
            return;
        }

        if (isFree == Answer.Unknown)
        {
            isFree = ParameterFreedom.Of(function, context.Model) ? Answer.Yes : Answer.No;
        }

        if (isFree == Answer.Yes && !ParameterFreedom.MayBeReadInDamage(function, parameter.Name.Text) && (!symbol.IsRebound || context.Model.IsEverRead(parameter) == Answer.No))
        {
            Report(function, parameter, symbol, context);
        }
    }

    /// <summary>True where the first read stands above all that binds the name anew, or in what an assignment binds it to: <c>x = x or []</c>. Nobody has to follow paths for that.</summary>
    private static bool IsReadFirst(Symbol symbol)
    {
        foreach (var binding in symbol.Bindings)
        {
            if (binding.Kind != BindingKind.Parameter)
            {
                return symbol.References is [var read, ..]
                    && (read.Span.Start < binding.Span.Start || (binding.Kind == BindingKind.Assignment && read.Index < binding.Node.SubtreeEnd));
            }
        }

        return false;
    }

    private static bool IsSaidUnused(string name) => name.StartsWith('_')
        || name.StartsWith("unused", StringComparison.Ordinal) || name.StartsWith("ignored", StringComparison.Ordinal) || name.StartsWith("dummy", StringComparison.Ordinal);

    private static void Report(FunctionDefinition function, Arg parameter, Symbol symbol, RuleContext context)
    {
        var (span, name, called) = (parameter.Name.Span, parameter.Name.Text, $"`{function.Name.Text}`");
        if (symbol.IsRebound)
        {
            var report = context.Report(Overwritten, span, called, name);
            foreach (var binding in symbol.Bindings)
            {
                if (binding.Kind != BindingKind.Parameter)
                {
                    report.Label(binding.Span, "gets another value here");
                    break;
                }
            }
        }
        else if (parameter == function.Args.KwArg)
        {
            context.Report(Swallowed, span, called, name);
        }
        else if (parameter == function.Args.VarArg)
        {
            context.Report(Surplus, span, called, name);
        }
        else if (function.Name.Text == "__init__" && context.Model.ScopeOf(function).Node is ClassDef owner)
        {
            context.Report(Lost, span, owner.Name.Text, name);
        }
        else
        {
            // Nobody in the file shows what callers need of a public one.
            context.Report(span, called, name).Severity(function.Name.Text.StartsWith('_') || FileNames.Of(context.Model).HasCallOf(function.Name.Text) ? Severity.Warning : Severity.Info);
        }
    }
}
