using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Semantics.Tests.Programs;

/// <summary>
/// Functions, methods, constructors and lambdas with random parameters, and calls with random arguments. The program prints of each
/// call <c>TypeError</c> or which parameter got which argument; the arguments are numbers, each once.
/// </summary>
internal sealed class CallGenerator(Random random)
{
    /// <summary>Attempts with higher numbers call a method <c>inside…</c> of that number, whose only call is meant.</summary>
    public const int FirstInside = 100;

    private const string Prelude = """
        import abc, collections, contextlib, dataclasses, functools, typing
        def told(values):
            parts = []
            for name, value in values.items():
                if name in ('self', 'cls', '__class__'): continue
                for one in value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else [value]:
                    if isinstance(one, int): parts.append(f'{one}={name}')
            return ' '.join(sorted(parts))
        def told_fields(self, init):
            names = [f.name for f in self.__dataclass_fields__.values() if f._field_type is dataclasses._FIELD_INITVAR]
            log.append(told({**{name: getattr(self, name, None) for name in ('a', 'b', 'c', 'd')}, **dict(zip(names, init))}))
        log = []
        def attempt(number, run):
            log.clear()
            try:
                made = run()
                if hasattr(made, '__enter__'): made.__enter__()
                if isinstance(made, tuple): log.append(told(made._asdict()))
                print(number, log[-1] if log else '')
            except TypeError as error:
                print(number, 'TypeError')
            except AttributeError: pass

        """;

    private static readonly string[] Names = ["a", "b", "c", "d"];
    private readonly StringBuilder program = new(Prelude);
    private readonly List<string> callees = [];
    private bool hasNew;
    private int argument = 1000;
    private int inside = FirstInside;

    public string Create()
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            Add($"f{i}");
        }

        for (var i = 0; i < 6; i++)
        {
            var callee = callees[random.Next(callees.Count)];
            program.Append(CultureInfo.InvariantCulture, $"attempt({i}, lambda: {callee}({Arguments()}))\n");
        }

        return program.ToString();
    }

    private void Add(string name)
    {
        switch (random.Next(9))
        {
            case 0:
                Line($"{name} = lambda {Parameters()}: log.append(told(locals()))");
                Call(name);
                break;
            case 1 or 2:
                Function("", name, random.Next(4) == 0 ? Pick("@functools.lru_cache", "@functools.cache", "@contextlib.contextmanager") : "", Parameters());
                Call(name);
                break;
            case 3 or 4 or 5:
                AddClass(name);
                break;
            case 6:
                AddDataclass(name, "");
                Call(name);
                break;
            case 7:
                AddNamedTuple(name);
                Call(name);
                break;
            default:
                AddDataclass(name + "b", "");
                AddDataclass(name, name + "b");
                Call(name);
                break;
        }
    }

    private void AddClass(string name)
    {
        hasNew = false;
        var hasBase = random.Next(3) == 0;
        if (hasBase)
        {
            Line($"class {name}b{Pick("", "(abc.ABC)", "(Exception)")}:");
            Methods(name + "b");
        }

        Line($"class {name}{(hasBase ? $"({name}b)" : Pick("", "", "(object)", "(Exception)"))}:");
        var isPlain = !Methods(name) && !hasBase;
        Call(name);
        Call($"{name}.s");
        Call($"{name}.k");
        if (isPlain)
        {
            Call($"{name}().m");
        }
    }

    private void AddNamedTuple(string name)
    {
        var fields = Names.Take(random.Next(1, 5)).ToList();
        var listed = $"['{string.Join("', '", fields)}']";
        var called = $"collections.namedtuple('{name}', {Pick($"'{string.Join(' ', fields)}'", $"'{string.Join(", ", fields)}'", listed)}{Pick("", "", ", defaults=[None]", ", rename=False", ", rename=True")})";
        var typed = $"typing.NamedTuple('{name}', [{string.Join(", ", fields.Select(field => $"('{field}', int)"))}])";
        switch (random.Next(4))
        {
            case 0:
                Line($"class {name}({called}): pass");
                break;
            case 1:
                Line($"class {name}(typing.NamedTuple):");
                fields.ForEach(field => Line($"    {field}: int{(field == fields[^1] ? Pick("", " = None") : "")}"));
                break;
            default:
                Line($"{name} = {Pick(called, typed)}");
                break;
        }
    }

    /// <summary>True when one is <c>__init__</c> or <c>__new__</c>.</summary>
    private bool Methods(string name)
    {
        var hasInit = random.Next(2) == 0;
        var parameters = Parameters();
        if (hasInit)
        {
            Function("    ", "__init__", "", parameters.Length > 0 ? "self, " + parameters : "self");
        }

        if (!hasNew && random.Next(4) == 0)
        {
            hasNew = true;
            var taken = Pick(parameters, "*args, **kwargs", Parameters());
            var result = Pick("return super().__new__(cls)", "made = super().__new__(cls); return made", "return 'other'");
            Line($"    def __new__(cls{(taken.Length > 0 ? ", " : "")}{taken}): log.append(told(locals())); {result}");
        }

        Function("    ", "m", "", random.Next(12) == 0 ? Parameters() : WithSelf("self"));
        Function("    ", "s", "@staticmethod", Parameters());
        Function("    ", "k", "@classmethod", WithSelf("cls"));
        if (!hasNew && random.Next(2) == 0)
        {
            inside++;
            Line($"    def inside{inside}(self): return {Pick("self.m", "self.k", "self.s", "type(self).k", "self.missing")}({Arguments()})");
            Line($"attempt({inside}, lambda: {name}.__new__({name}).inside{inside}())");
        }

        return hasInit || hasNew;
    }

    private void AddDataclass(string name, string baseName)
    {
        Line($"@dataclasses.dataclass{Pick("", "", "()", "(kw_only=True)", "(frozen=True)", "(order=True)", baseName.Length == 0 ? "(init=False)" : "")}");
        Line($"class {name}({baseName}):");
        Line("    def __post_init__(self, *init): told_fields(self, init)");
        var hasDefault = baseName.Length > 0;
        foreach (var field in Names.Take(random.Next(1, 5)).OrderBy(_ => random.Next()))
        {
            hasDefault |= random.Next(3) == 0;
            var annotation = Pick("int", "int", "int", "typing.ClassVar[int]", "dataclasses.InitVar[int]");
            Line($"    {field}: {annotation}"
                + (hasDefault ? Pick(" = None", " = dataclasses.field(default=None)", annotation == "int" ? " = dataclasses.field(default_factory=str)" : " = None") : Pick("", "", "", " = dataclasses.field(init=False)", " = dataclasses.field()")));
        }
    }

    private void Function(string indent, string name, string decorator, string parameters)
    {
        if (decorator.Length > 0)
        {
            Line(indent + decorator);
        }

        var body = decorator.Contains("context", StringComparison.Ordinal) ? "log.append(told(locals())); yield" : "log.append(told(locals()))";
        Line($"{indent}def {name}({parameters}): {body}");
    }

    private string WithSelf(string self) => Parameters() is { Length: > 0 } others ? $"{self}, {others}" : self;

    private string Parameters()
    {
        var parts = new List<string>();
        var names = new Queue<string>(Names.OrderBy(_ => random.Next()));
        var hasDefault = false;
        var places = random.Next(4);
        var slash = random.Next(4) == 0 ? random.Next(1, 3) : 0;
        for (var i = 0; i < places && names.Count > 0; i++)
        {
            hasDefault |= random.Next(3) == 0;
            parts.Add(names.Dequeue() + (hasDefault ? "=None" : ""));
            if (i + 1 == slash)
            {
                parts.Add("/");
            }
        }

        var star = random.Next(3);
        if (star == 1)
        {
            parts.Add("*args");
        }

        if (star > 0 && names.Count > 0 && random.Next(3) > 0)
        {
            if (star == 2)
            {
                parts.Add("*");
            }

            parts.Add(names.Dequeue() + (random.Next(2) == 0 ? "=None" : ""));
        }

        if (random.Next(5) == 0)
        {
            parts.Add("**others");
        }

        return string.Join(", ", parts);
    }

    private string Arguments()
    {
        var parts = new List<string>();
        for (var count = random.Next(4); count > 0; count--)
        {
            parts.Add(random.Next(14) switch { 0 => "*[]", 1 => $"*({Next()}, {Next()})", 2 => "*list(range(2))", _ => Next() });
        }

        foreach (var name in Names.Append("e").OrderBy(_ => random.Next()).Take(random.Next(10) switch { < 5 => 0, < 8 => 1, _ => 2 }))
        {
            parts.Add($"{name}={Next()}");
        }

        if (random.Next(12) == 0)
        {
            parts.Add(Pick("**{}", "**dict(a=1)", "**dict(b=2, c=3)", $"**{{'a': {Next()}}}", $"**{{'b': {Next()}, 'e': {Next()}}}"));
        }

        return string.Join(", ", parts);
    }

    private string Next() => (++argument).ToString(CultureInfo.InvariantCulture);

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private void Call(string callee) => callees.Add(callee);

    private void Line(string text) => program.Append(text).Append('\n');
}
