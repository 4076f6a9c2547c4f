namespace PyLint.Sharp.Semantics.Tests.Types;

/// <content>
/// Classes whose instances are hashed: dataclasses of all flags, tuples and enumerations with names, classes that compare and hash by
/// themselves. First letters of attributes tell what they mostly hold, as those of variables do.
/// </content>
internal sealed partial class TypeGenerator
{
    private readonly List<Maker> makers = [];
    private readonly List<string> enumerated = [];
    private readonly Maker[] held = [new("Plain()", []), new("Plain()", [])];
    private List<string> members = [];
    private int classes;

    private void Class()
    {
        var name = $"C{classes++}";
        members = [];
        switch (random.Next(6))
        {
            case 0 or 1:
                Dataclass(name);
                break;
            case 2:
                Tuple(name);
                break;
            case 3:
                Enumeration(name);
                break;
            default:
                Plain(name);
                break;
        }
    }

    private void Dataclass(string name)
    {
        var flags = Pick("", "", "(frozen=True)", "(frozen=True)", "(eq=False)", "(unsafe_hash=True)", "(frozen=True, eq=False)", "(order=True)", "(frozen=True, slots=True)", "(eq=False, unsafe_hash=True)");
        Line($"@dataclass{flags}");
        Line($"class {name}:");
        depth++;
        Line(Pick("na: float", "na: float = 1", "na: float = field(default=2)"));
        Line(Pick("sa: str = 'a'", "sa: str = field(default='b', compare=False)", "sa: typing.ClassVar[str] = 'c'"));
        Line(Pick("la: list = field(default_factory=list)", "la: tuple = ()", "la: list[int] = field(default_factory=list, compare=False)", "la: list = field(default_factory=list, hash=False)", "la: tuple[int, list] = (1, [])"));
        Line(Pick("xa: object = None", "xa: int | None = None", "xa: bool = True"));
        members.AddRange(["na", "sa", "la", "xa"]);
        Special(canHash: !flags.Contains("unsafe", StringComparison.Ordinal));
        Methods();
        depth--;
        Makes($"{name}(1)", $"{name}(2.5)", $"{name}(na=1)");
    }

    private void Tuple(string name)
    {
        members.AddRange(["na", "sa", "la", "index(1)"]);
        if (random.Next(3) == 0)
        {
            Line($"{name} = collections.namedtuple('{name}', 'na sa la', defaults=('a', []))");
        }
        else
        {
            Line($"class {name}(typing.NamedTuple):");
            depth++;
            Line("na: float");
            Line("sa: str = 'a'");
            Line(Pick("la: list = [1]", "la: tuple = ()", "la: tuple[int, ...] = (1,)"));
            Methods();
            depth--;
        }

        Makes($"{name}(1)", $"{name}(1, 'b')");
    }

    private void Enumeration(string name)
    {
        Line($"class {name}(enum.{Pick("Enum", "IntEnum", "Flag", "Enum")}):");
        depth++;
        Line("na = 1");
        Line(Pick("sa = 2", "sa = enum.auto()"));
        Special(canHash: true);
        depth--;
        enumerated.AddRange([$"{name}.na", $"{name}.sa", $"{name}(1)"]);
    }

    private void Plain(string name)
    {
        var around = makers.Count == 0 ? Pick("", "(object)", "(Exception)") : Pick("", $"({Made().Text.Split('(')[0]})", "(Equal)", "(dict)");
        Line($"class {name}{around}:");
        depth++;
        Line("'what it is'");
        if (random.Next(3) == 0)
        {
            members.Add("xa");
            Line($"xa = {Pick("None", "[]", "1", "Plain()")}");
        }

        Special(canHash: true);
        if (around.StartsWith("(C", StringComparison.Ordinal) || random.Next(5) != 0)
        {
            members.AddRange(["na", "sa", "la", "xa", "_la"]);
            Line("def __init__(self, na=1, sa='a', xa=None):");
            depth++;
            Line($"self.na = {Number(1)}");
            Line($"self.sa = {Text(1)}");
            Line($"self.la = {List(1)}");
            Line($"self._la = {List(1)}");
            Line($"self.xa = {Pick("xa", "na", "None", "(na, [])", "(na, sa)", "{}", "self.na", "self._la", "(self.na, self.la)")}");
            depth--;
        }

        Methods();
        depth--;
        Makes($"{name}()", $"{name}()");
    }

    /// <summary>How instances compare and hash.</summary>
    private void Special(bool canHash)
    {
        if (random.Next(3) == 0)
        {
            Line(Pick("def __eq__(self, other): return self is other", "def __eq__(self, other): return NotImplemented", "__eq__ = object.__eq__"));
        }

        if (canHash && random.Next(4) == 0)
        {
            Line(Pick("def __hash__(self): return 1", "def __hash__(self): return hash(self.na)", "def __hash__(self): return hash(self.la)", "__hash__ = None", "__hash__ = object.__hash__"));
        }

        if (random.Next(30) == 0)
        {
            Line(Pick("def __getattr__(self, name): return 'got'", "def __setattr__(self, name, value): self.__dict__[name] = (value,)", "def __getattribute__(self, name): return 7", "def __new__(cls, *rest): return object.__new__(cls) if rest else 3"));
        }
    }

    private void Methods()
    {
        if (random.Next(2) == 0)
        {
            Line("def m0(self, x0=None):");
            depth++;
            Line(Pick("self.xa = x0", "self.xa = [x0]", "self._la = [1]", "self.na += 1", "pass", "self.la.append(x0)", "n0 = 1", "del self.xa"));
            RevealMember("self", members);
            members.AddRange(["m0()", "m0([])"]);
            Line($"return {Pick(Any(1), "self", "x0", "self.la", "self.na", "self.xa", "self._la", "(self.xa, 1)")}");
            depth--;
        }

        if (random.Next(3) == 0)
        {
            Line(Pick("@property", "@property", "@staticmethod"));
            members.Add("p0");
            Line("def p0(self=None):");
            depth++;
            Line($"return {Pick(Any(1), "self.la", "self.na", "[self]", "(self,)")}");
            depth--;
        }
    }

    private void RevealMember(string receiver, List<string> known)
    {
        revealed.Add(lines + 1);
        var member = known.Count == 0 ? receiver : $"{receiver}.{known[random.Next(known.Count)]}";
        Line(Pick(member, member, receiver, $"({member}, 1)"));
    }

    private void ClassStatement()
    {
        var i = random.Next(2);
        switch (random.Next(11))
        {
            case 0 or 1 or 2:
                held[i] = Made();
                Line($"c{i} = {held[i].Text}");
                break;
            case 3 or 4 when held[i].Members.Contains("xa"):
                Line($"c{i}.{Pick("xa", "xa", "la", "na")} = {Pick("x0", "l0", "n0", "[1]", "None")}");
                break;
            case 5 when random.Next(5) == 0:
                Line(Pick("setattr(c0, 'xa', (1,))", "c0.__dict__['la'] = 3", "setattr(c0, s0, 1)", "type(c0).xa = 5", "c0.__class__ = Plain", "Plain.__hash__ = None", "Plain.xa = []", "c0.m0 = len", "vars(c1)['na'] = 's'", "for c1.na in 'ab': pass"));
                break;
            case 6:
                Line($"x{random.Next(2)} = {Member(i)}");
                break;
            case 7:
                Line($"def r0(n): return {Pick("r0(n - 1)", "n * r0(n - 1)", "[r0(n - 1)]", "r0(n - 1) + 1", "(n, r0(n - 1))", "r0(n - 1) or ''")} if n > 0 else {Pick("1", "'a'", "[]", "None", "2.5")}");
                revealed.Add(lines + 1);
                Line("r0(3)");
                break;
            default:
                RevealMember($"c{i}", held[i].Members);
                break;
        }
    }

    private void Makes(params string[] texts)
    {
        foreach (var text in texts)
        {
            makers.Add(new Maker(text, members));
        }
    }

    private Maker Made() => makers.Count == 0 ? new Maker(Pick("Plain()", "Equal()"), []) : makers[random.Next(makers.Count)];

    private string Member(int i) => held[i].Members is { Count: > 0 } known ? $"c{i}.{known[random.Next(known.Count)]}" : $"c{i}";

    private string Instance(int level)
    {
        var made = Made();
        return random.Next(level == 0 ? 4 : 7) switch
        {
            0 or 1 => made.Text,
            2 when enumerated.Count > 0 => enumerated[random.Next(enumerated.Count)] + Pick("", "", ".value", ".name"),
            3 => $"c{random.Next(2)}",
            4 => $"({Instance(level - 1)}, {Any(level - 1)})",
            5 => Member(random.Next(2)),
            _ => made.Members.Count == 0 ? made.Text : $"{made.Text}.{made.Members[random.Next(made.Members.Count)]}",
        };
    }

    private void Hold()
    {
        for (var i = 0; i < held.Length; i++)
        {
            held[i] = Made();
            Line($"c{i} = {held[i].Text}");
        }
    }

    /// <summary>How a function ends: with a result, or as a generator.</summary>
    private void End(string name, bool isAsync)
    {
        if (random.Next(6) == 0)
        {
            Line($"if {Condition()}: return {name}({Pick("n0", "1")})");
        }

        if (!isAsync && random.Next(6) == 0)
        {
            Line($"yield {Any(1)}");
        }

        Line($"return {(random.Next(4) == 0 ? "n0" : Any(2))}");
    }

    /// <param name="Text">Makes an instance.</param>
    /// <param name="Members">What can stand behind the dot.</param>
    private sealed record Maker(string Text, List<string> Members);
}
