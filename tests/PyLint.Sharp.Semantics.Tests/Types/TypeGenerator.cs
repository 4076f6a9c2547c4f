using System.Text;

namespace PyLint.Sharp.Semantics.Tests.Types;

/// <summary>
/// Makes programs that assign, loop, test and call, in which some lines are expressions alone: those are revealed. Names tell what a
/// variable mostly holds (n a number, s a text, l a list, d a dict, x anything), so that most lines run.
/// </summary>
internal sealed partial class TypeGenerator(Random random)
{
    private readonly StringBuilder code = new();
    private int functions;
    private int callable;
    private int depth;

    /// <summary>The program, and the numbers of the lines that reveal.</summary>
    public (string Code, IReadOnlySet<int> Revealed) Create()
    {
        revealed.Clear();
        Line("import asyncio, copy, collections, enum, math, os.path, typing");
        Line("from dataclasses import dataclass, field");
        Line("from datetime import datetime, timedelta, timezone");
        Line("class Plain: pass");
        Line("class Equal:");
        Line("    def __eq__(self, other): return True");
        Start();
        for (var i = random.Next(4); i > 0; i--)
        {
            Class();
        }

        Hold();
        for (var i = random.Next(1, 3); i > 0; i--)
        {
            Function();
        }

        Hold();
        Block(random.Next(4, 12));
        return (code.ToString(), revealed);
    }

    private readonly HashSet<int> revealed = [];
    private int lines;

    private void Line(string text)
    {
        code.Append(' ', depth * 4).Append(text).Append('\n');
        lines++;
    }

    private void Start() => Line("n0 = 1; n1 = 2.5; s0 = 'a'; s1 = 'bc'; l0 = [1, 2]; l1 = []; d0 = {'a': 1}; d1 = {}; x0 = None; x1 = 3; n9 = 0");

    private void Function()
    {
        var name = $"f{functions++}";
        var isAsync = random.Next(8) == 0;
        Line($"{(isAsync ? "async " : "")}def {name}({Pick("n0, l0", "n0, l0=None", "n0: int, l0: list[int] = [1]", "*n0", "n0=1, **l0")}):");
        depth++;
        Line("n0 = 1; n1 = 2.5; s0 = 'a'; s1 = 'bc'; l1 = []; d0 = {'a': 1}; d1 = {}; x0 = None; x1 = 3; n9 = 0");
        if (random.Next(3) == 0)
        {
            Line("l0 = [2]");
        }

        Hold();
        if (random.Next(6) == 0)
        {
            Line("def inner():");
            Line($"    nonlocal x0, l1");
            Line($"    x0 = {Any(1)}");
            Line("    l1.append('inner')");
        }

        Block(random.Next(2, 7));
        End(name, isAsync);
        depth--;
        callable = functions;
    }

    private void Block(int count)
    {
        for (; count > 0; count--)
        {
            Statement();
            if (random.Next(2) == 0)
            {
                Reveal();
            }
        }
    }

    private void Reveal()
    {
        revealed.Add(lines + 1);
        Line(random.Next(3) == 0 ? Any(2) : Variable());
    }

    private void Statement()
    {
        if (random.Next(6) == 0)
        {
            ClassStatement();
            return;
        }

        switch (random.Next(depth > 3 ? 17 : 24))
        {
            case 0 or 1:
                Line($"n{random.Next(2)} = {Number(2)}");
                break;
            case 2:
                Line($"s{random.Next(2)} = {Text(2)}");
                break;
            case 3:
                Line($"l{random.Next(2)} = {List(2)}");
                break;
            case 4:
                Line($"d{random.Next(2)} = {Dict(2)}");
                break;
            case 5 or 6:
                Line($"x{random.Next(2)} = {Any(2)}");
                break;
            case 7:
                Line($"{VariableOf("nslx")} {Pick("+=", "-=", "+=")} {Any(1)}");
                break;
            case 8:
                Line($"{VariableOf("l")}.{Pick($"append({Any(1)})", $"extend({List(1)})", $"insert(0, {Any(1)})", "sort(key=str)", "clear()", "reverse()")}");
                break;
            case 9:
                Line($"{VariableOf("d")}[{Any(1)}] = {Any(1)}");
                break;
            case 10:
                Line($"{VariableOf("l")}[0] = {Any(1)}");
                break;
            case 11:
                Line($"{Pick("x0, x1", "x0, *l1", "[n0, s0]", "(x0, (x1, s1))", "x0, l0[0]")} = {Pick(Tuple(1), List(1), "(1, (2, 'a'))", $"{Any(1)}, {Any(1)}")}");
                break;
            case 12:
                Line($"{VariableOf("d")}.{Pick($"setdefault({Any(1)}, {Any(1)})", $"update({Dict(1)})", "clear()", $"setdefault('k', []).append({Any(1)})")}");
                break;
            case 13:
                Line($"{Variable()} = {Variable()} = {Any(1)}");
                break;
            case 14:
                Line($"print(x0 := {Any(1)}, file=open('/dev/null', 'w')) if {Condition()} else None");
                break;
            case 15:
                Line(Pick("del x0", "for x1 in l0: l0 = [x1]", "del l0[:1]", "x1 = l0", "l1 = l0", "d1['self'] = l0", "l0.append(l1)"));
                break;
            case 16:
                // A function calls only those above it, so that no program runs forever.
                Line(callable == 0 ? "x0 = x1" : $"x{random.Next(2)} = {Pick("", "", "list", "asyncio.run")}(f{random.Next(callable)}({Any(1)}{(random.Next(2) == 0 ? "" : $", {List(1)}")}))");
                break;
            case 17 or 18:
                Compound($"if {Condition()}:", "else:");
                break;
            case 19 or 20:
                Compound($"for {Pick("x0", "n0", "s0", "x0, x1", "n0, s0")} in {Iterable()}:", "else:", "n9 += 1", "if n9 > 9: break");
                break;
            case 21:
                Compound($"while n9 < 9 and {Condition()}:", null, "n9 += 1");
                break;
            case 22:
                Compound("try:", Pick("except Exception as x1:", "except (ValueError, TypeError) as x0:", "except Exception:", "finally:"));
                break;
            default:
                Compound($"match {Any(1)}:", null, "case [x0, *l1]: pass", "case {'a': x1, **d1}: pass", "case int(): x0 = 1", "case x1: pass");
                break;
        }
    }

    private void Compound(string head, string? other, params string[] first)
    {
        Line(head);
        depth++;
        if (head.StartsWith("match", StringComparison.Ordinal))
        {
            foreach (var line in first)
            {
                Line(line);
            }

            depth--;
            return;
        }

        foreach (var line in first)
        {
            Line(line);
        }

        Block(random.Next(1, 4));
        if (random.Next(5) == 0 && head[0] is 'f' or 'w')
        {
            Line($"if {Condition()}: {Pick("break", "continue")}");
            Block(1);
        }

        depth--;
        if (other != null && (head[0] == 't' || random.Next(2) == 0))
        {
            Line(other);
            depth++;
            Block(random.Next(1, 3));
            depth--;
        }
    }

    private string Condition() => random.Next(9) switch
    {
        0 => $"isinstance({VariableOf("xn")}, {Pick("int", "str", "(list, tuple)", "float", "dict")})",
        1 => $"{VariableOf("x")} is {Pick("", "not ")}None",
        2 => VariableOf("xld"),
        3 => $"not {VariableOf("x")}",
        4 => $"{Condition()} {Pick("and", "or")} {Condition()}",
        5 => $"len({VariableOf("slx")}) > 1",
        6 => Pick("True", "False", "1", "n0"),
        7 => $"'a' in {VariableOf("sld")}",
        _ => $"{VariableOf("n")} > 1",
    };

    private string Any(int level) => random.Next(13) switch
    {
        0 or 1 => Number(level),
        2 => Text(level),
        3 => List(level),
        4 => Dict(level),
        5 => Tuple(level),
        6 => Pick("None", "True", "Plain()", "Equal()", "Plain", "len", "ValueError('a')", "OSError(2, 'a')", "datetime(2020, 1, 1)", "datetime.now(timezone.utc)", "timedelta(1)"),
        7 => level == 0 ? "None" : $"({Any(level - 1)} if {Condition()} else {Any(level - 1)})",
        8 => level == 0 ? "None" : $"({Any(level - 1)} {Pick("or", "and")} {Any(level - 1)})",
        9 => level == 0 ? "x1" : $"{VariableOf("ld")}.{Pick("copy()", "pop()", "get('a')", "get('a', 1)", "items()", "keys()", "values()", "pop('a', None)", "popitem()")}",
        10 or 11 => Instance(level),
        _ => Variable(),
    };

    private string Number(int level) => level == 0
        ? Pick("1", "0", "2.5", "True", "n0", "n1", "-1")
        : random.Next(9) switch
        {
            0 => $"{Number(level - 1)} {Pick("+", "-", "*", "/", "//", "%", "** 2 +", "&")} {Number(level - 1)}",
            1 => $"len({Iterable()})",
            2 => $"sum({VariableOf("l")})",
            3 => $"max({VariableOf("l")}, default=0)",
            4 => $"round({Number(level - 1)}{Pick("", ", 1")})",
            5 => $"abs({Number(level - 1)})",
            6 => $"{VariableOf("l")}[{Pick("0", "-1", "n0")}]",
            7 => Pick("int('3')", "math.pi", "math.floor(2.5)", "ord('a')", "'abc'.find('b')", "divmod(7, 2)[0]", "min(3, 2.5)", "(n0 == 1)", "(not n0)"),
            _ => $"(lambda v: {Pick("v", "1", "n0")})({Number(level - 1)})",
        };

    private string Text(int level) => level == 0
        ? Pick("'a'", "''", "s0", "s1")
        : random.Next(7) switch
        {
            0 => $"{Text(level - 1)} + {Text(level - 1)}",
            1 => $"{Text(level - 1)}.{Pick("upper()", "strip()", "replace('a', 'b')", "partition('a')[0]", "join(['a', 'b'])")}",
            2 => $"str({Any(level - 1)})",
            3 => $"f'{{{VariableOf("nsx")}}}'",
            4 => "os.path.join('a', 'b')",
            5 => $"{VariableOf("s")}[{Pick("0", ":1", "::2", "-1")}]",
            _ => $"'%s' % {VariableOf("nsl")}",
        };

    private string List(int level) => level == 0
        ? Pick("[]", "[1]", "l0", "l1", "['a', 2]", "[[1], [2]]")
        : random.Next(12) switch
        {
            0 => $"[{Any(level - 1)}, {Any(level - 1)}]",
            1 => $"[{Pick("v", "v * 2", "(v, 1)", "str(v)", "[v]")} for v in {Iterable()}]",
            2 => $"list({Iterable()})",
            3 => $"sorted({Iterable()}, key=str)",
            4 => $"{List(level - 1)} + {List(level - 1)}",
            5 => $"{List(level - 1)} * 2",
            6 => $"{VariableOf("l")}[{Pick(":", "1:", "::-1")}]",
            7 => $"{Text(level - 1)}.split()",
            8 => $"copy.{Pick("copy", "deepcopy")}({VariableOf("l")})",
            9 => $"[*{Iterable()}, {Any(level - 1)}]",
            10 => $"list(map({Pick("str", "len", "int", "repr")}, {VariableOf("ls")}))",
            _ => $"[v for v in {Iterable()} if {Pick("v", "isinstance(v, str)", "v is not None")}]",
        };

    private string Dict(int level) => level == 0
        ? Pick("{}", "{'a': 1}", "d0", "d1", "{1: [2]}")
        : random.Next(7) switch
        {
            0 => $"{{{Any(level - 1)}: {Any(level - 1)}, 'a': {Any(level - 1)}}}",
            1 => $"{{v: {Any(level - 1)} for v in {Iterable()}}}",
            2 => $"dict(zip({Iterable()}, {Iterable()}))",
            3 => $"{{**{VariableOf("d")}, 'b': {Any(level - 1)}}}",
            4 => $"{VariableOf("d")} | {Dict(level - 1)}",
            5 => $"dict.fromkeys({Iterable()}, {Any(level - 1)})",
            _ => $"collections.{Pick("defaultdict(list)", "OrderedDict()", "Counter('ab')")}",
        };

    private string Tuple(int level) => level == 0
        ? Pick("()", "(1,)", "(n0, s0)", "(l0, 1)")
        : random.Next(6) switch
        {
            0 => $"({Any(level - 1)}, {Any(level - 1)})",
            1 => $"tuple({Iterable()})",
            2 => $"{Tuple(level - 1)} + {Tuple(level - 1)}",
            3 => $"({Any(level - 1)}, *{Iterable()})",
            4 => $"frozenset({Iterable()}) {Pick("|", "&", "-", "^")} {{1, True, 'a'}}",
            _ => $"{Tuple(level - 1)}[{Pick("0", "-1", ":1")}]",
        };

    private string Iterable() => random.Next(9) switch
    {
        0 => "range(3)",
        1 => "'ab'",
        2 => VariableOf("ld"),
        3 => $"enumerate({VariableOf("l")})",
        4 => $"zip({VariableOf("ls")}, {VariableOf("ls")})",
        5 => $"{VariableOf("d")}.{Pick("items()", "keys()", "values()")}",
        6 => $"({Pick("v", "n0", "x1")} for v in {VariableOf("ls")})",
        7 => $"reversed({VariableOf("l")})",
        _ => $"{{{Number(0)}, {Text(0)}}}",
    };

    private string Variable() => VariableOf("nsldx");

    private string VariableOf(string kinds) => $"{kinds[random.Next(kinds.Length)]}{random.Next(2)}";

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
