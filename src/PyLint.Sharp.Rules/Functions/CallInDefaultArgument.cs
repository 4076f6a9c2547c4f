using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>A default that is the result of a call which should happen anew each time: of the clock, of chance, of the user.</summary>
public sealed class CallInDefaultArgument : Rule
{
    private const string Clock = "`{name}` defaults to the time at which {function} was defined, not to the time of the call";
    private const string Chance = "`{name}` defaults to the same result of `{call}` in all calls of {function}";
    private const string Place = "`{name}` defaults to the folder that was current when {function} was defined";
    private const string File = "`{name}` defaults to one open file for all calls of {function}, opened as soon as the module is imported";
    private const string Question = "the default of `{name}` asks the user when {function} is defined, and never again";
    private const string Shared = "`{name}` defaults to one `{class}` that all calls of {function} share and can change";

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS316",
        Name = "call-in-default-argument",
        Area = SkillArea.Functions,
        Severity = Severity.Warning,
        Aliases = ["B008", "reportCallInDefaultInitializer", "WPS404"],
        Message = Clock,
        OtherMessages = [Chance, Place, File, Question, Shared],
        Why = "Python evaluates a default once, when it runs the `def`, and keeps the result in `__defaults__` of the function. For a method or a "
            + "function of a module that is at import. `def log(text, at=datetime.now())` therefore stamps every line with the time at which "
            + "the program started; it looks right in a test that runs at once, and wrong a day later.",
        Instead = "Make `None` the default and call inside: `if at is None: at = datetime.now()`. Tests can still pass a fixed value.",
        Interview = new(
            "When does Python evaluate `time.time()` in `def wait(start=time.time())`, and how would you write what was meant?",
            "Once, when the `def` statement runs, which for a module is its import; all calls that leave `start` out get that number. I write "
            + "`start=None` and take the time inside. I keep it as a parameter, because a test can then pass a time; the price is a `None` in the "
            + "signature. Where `None` would be a meaningful argument, a private sentinel object takes its place."),
        FineWhen = "When one evaluation is what you mean, and the result doesn't change: `Path(\"data\")`, `timedelta(days=1)`, `re.compile(...)`, "
            + "`frozenset()`, a sentinel `object()`, and what frameworks want there, like `Depends(...)` of FastAPI. A parameter that is annotated "
            + "with an immutable type may share an object; the clock stands still for it all the same, so `at: float = time()` is flagged.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("""
                from datetime import datetime

                def log(text, at=[|datetime.now()|]):
                    print(f"{at:%H:%M:%S} {text}")
                """, fixedTo: """
                from datetime import datetime

                def log(text, at=None):
                    if at is None:
                        at = datetime.now()
                    print(f"{at:%H:%M:%S} {text}")
                """).Saying("`at` defaults to the time at which `log` was defined, not to the time of the call"),
            Example.Bad("""
                class Basket:
                    def __init__(self):
                        self.items = []

                def order(item, basket=[|Basket()|]):
                    basket.items.append(item)
                    return basket
                """, fixedTo: """
                class Basket:
                    def __init__(self):
                        self.items = []

                def order(item, basket=None):
                    if basket is None:
                        basket = Basket()
                    basket.items.append(item)
                    return basket
                """).Saying("`basket` defaults to one `Basket` that all calls of `order` share and can change"),
            Example.Good("""
                from datetime import datetime

                def log(text, at=None):
                    if at is None:
                        at = datetime.now()
                    print(f"{at:%H:%M:%S} {text}")
                """),
            Example.Good("""
                from datetime import timedelta
                from pathlib import Path

                def clean(folder=Path("cache"), older_than=timedelta(days=7)):
                    print(folder, older_than)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("class K:\n    def __init__(self):\n        self.n = 0\n    def add(self):\n        self.n += 1\ndef f(k=[|K()|]):\n    k.add()")
            .Saying("`k` defaults to one `K` that all calls of `f` share and can change").From("pylint #788").Hidden(),
        Example.Bad("import time\ndef f(t=[|time.time()|]):\n    return t", fixedTo: "import time\ndef f(t=None):\n    if t is None:\n        t = time.time()\n    return t").From("pylint #4659").Hidden(),
        Example.Bad("from time import time as now\nclass Timer:\n    def __init__(self, *, start=[|now()|]):\n        self.start = start").From("pylint #9435").Hidden(),
        Example.Bad("from uuid import uuid4\ndef f(key=str([|uuid4()|])):\n    return key", fixedTo: "from uuid import uuid4\ndef f(key=None):\n    if key is None:\n        key = str(uuid4())\n    return key")
            .Saying("`key` defaults to the same result of `uuid4()` in all calls of `f`").Hidden(),
        Example.Bad("import random\ndef roll(dice=[|random.randint(1, 6)|]):\n    return dice").Saying("`dice` defaults to the same result of `random.randint(1, 6)` in all calls of `roll`").Hidden(),
        Example.Bad("def ask(name=[|input('name? ')|]):\n    return name").Saying("the default of `name` asks the user when `ask` is defined, and never again").Hidden(),
        Example.Bad("def read(file=[|open('a.txt')|]):\n    return file.read()").Saying("`file` defaults to one open file for all calls of `read`, opened as soon as the module is imported").Hidden(),
        Example.Bad("import os\ndef f(path=[|os.getcwd()|]):\n    return path").Saying("`path` defaults to the folder that was current when `f` was defined").Hidden(),
        Example.Bad("import time\nasync def f(*, t: float = [|time.time()|] + 5):\n    return t").Hidden(),
        Example.Bad("import datetime as dt\ndef f(a, /, day: dt.date=[|dt.date.today()|]):\n    return a, day").Hidden(),
        Example.Bad("import time\ndef f(day=[|time.strftime('%d')|]):\n    return day").Hidden(),
        Example.Good("import time\ndef f(day=time.strftime('%d', (2024,) * 9), e=time.gmtime(0)):\n    return day, e").Hidden(),
        Example.Good("import re\nfrom decimal import Decimal\ndef f(a=tuple(), b=frozenset(), c=Decimal('1'), d=re.compile('x'), e=object()):\n    return a, b, c, d, e").Hidden(),
        Example.Good("from fastapi import Depends, Query\ndef read(user=Depends(), page=Query(1)):\n    return user, page").Hidden(),
        Example.Good("from dataclasses import dataclass, field\n@dataclass\nclass A:\n    xs: list = field(default_factory=list)").Hidden(),
        Example.Good("class Missing:\n    def __repr__(self):\n        return 'missing'\ndef f(x=Missing()):\n    return x").Hidden(),
        Example.Good("from enum import Enum\nclass Color(Enum):\n    RED = 1\ndef f(c=Color(1)):\n    return c").Hidden(),
        Example.Good("from dataclasses import dataclass\n@dataclass(frozen=True)\nclass P:\n    x: int = 0\ndef f(p=P()):\n    return p").Hidden(),
        Example.Good("class Names(tuple):\n    def __init__(self):\n        self.seen = []\ndef f(x: tuple = Names()):\n    return x").Hidden(),
        Example.Good("import time\nprint(lambda start=time.time(): start)\ndef f(now=time.time, later=lambda: time.time() + 1):\n    return now, later").Hidden(),
        Example.Good("from shop import Cart, now\ndef f(cart=Cart(), at=now()):\n    return cart, at").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<FunctionDef>(static (node, context) => Check(node, context));
        on.Visit<AsyncFunctionDef>(static (node, context) => Check(node, context));
    }

    private static void Check(FunctionDefinition function, RuleContext context)
    {
        var arguments = function.Args;
        for (var i = 0; i < arguments.Defaults.Length; i++)
        {
            Check(function, Parameters.OfDefault(arguments, i), arguments.Defaults[i], context);
        }

        for (var i = 0; i < arguments.KwDefaults.Length; i++)
        {
            if (arguments.KwDefaults[i] is { } value)
            {
                Check(function, arguments.KwOnlyArgs[i], value, context);
            }
        }
    }

    private static void Check(FunctionDefinition function, Arg parameter, Expr value, RuleContext context)
    {
        if (value is Constant or Name || CallIn(value, parameter, context) is not var (call, message) || Parameters.IsOverload(function, context.Model))
        {
            return;
        }

        var name = $"`{function.Name.Text}`";
        var report = message switch
        {
            Chance => context.Report(message, call.Span, parameter.Name.Text, context.TextOf(call), name),
            Shared => context.Report(message, call.Span, parameter.Name.Text, context.TextOf(call.Func), name),
            _ => context.Report(message, call.Span, parameter.Name.Text, name),
        };
        if (NoneFix.EditsFor(function, parameter, value, context) is { } edits)
        {
            report.Fix(FixSafety.Unsafe, $"make `None` the default and call `{context.TextOf(call.Func)}` inside", edits);
        }
    }

    /// <summary>The first call that a default makes of those that should be made anew each time. What a lambda calls, it calls later.</summary>
    private static (Call Call, string Message)? CallIn(Expr value, Arg parameter, RuleContext context)
    {
        var nodes = context.Tree.Nodes;
        for (var i = value.Index; i < value.SubtreeEnd; i++)
        {
            if (nodes[i] is Lambda or GeneratorExp)
            {
                i = nodes[i].SubtreeEnd - 1;
            }
            else if (nodes[i] is Call call && MessageFor(call, context.Model) is { } message)
            {
                return (call, message);
            }
        }

        return value is Call made && MakesSharedState(made, context.Model) && !IsImmutable(parameter.Annotation, context.Model) ? (made, Shared) : null;
    }

    private static string? MessageFor(Call call, SemanticModel model) => model.KnownName(call.Func) switch
    {
        "time.time" or "time.time_ns" or "time.monotonic" or "time.monotonic_ns" or "time.perf_counter" or "time.perf_counter_ns" or "time.process_time"
            or "datetime.datetime.now" or "datetime.datetime.utcnow" or "datetime.datetime.today" or "datetime.date.today" => Clock,
        "time.localtime" or "time.gmtime" or "time.ctime" or "time.asctime" => call.Args.IsEmpty ? Clock : null,
        "time.strftime" => call.Args.Length == 1 ? Clock : null,
        "uuid.uuid1" or "uuid.uuid4" or "os.urandom" or "tempfile.mkdtemp" or "tempfile.mkstemp" => Chance,
        "random.random" or "random.randint" or "random.randrange" or "random.uniform" or "random.choice" or "random.choices" or "random.sample"
            or "random.gauss" or "random.getrandbits" or "random.randbytes" => Chance,
        "secrets.token_hex" or "secrets.token_urlsafe" or "secrets.token_bytes" or "secrets.choice" or "secrets.randbelow" or "secrets.randbits" => Chance,
        "os.getcwd" or "pathlib.Path.cwd" => Place,
        "open" or "io.open" => File,
        "input" or "getpass.getpass" => Question,
        _ => null,
    };

    private static bool MakesSharedState(Call call, SemanticModel model) =>
        call.Func is Name or Attribute
        && model.ClassNamedBy(call.Func).Source is { } made
        && made.Linearization.Exists == Answer.Yes
        && made.IsEnum == Answer.No
        && made.Dataclass is not { Frozen: not Answer.No }
        && MutableClass.Is(made);

    private static bool IsImmutable(Expr? annotation, SemanticModel model) =>
        ReadOnlyAnnotation.Is(annotation, model)
        || (annotation is not null && model.KnownName(annotation is Subscript generic ? generic.Value : annotation)
            is "int" or "float" or "complex" or "bool" or "str" or "bytes" or "tuple" or "frozenset" or "typing.Tuple" or "typing.FrozenSet");
}
