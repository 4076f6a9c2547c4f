using System.Text;

namespace PyLint.Sharp.Syntax.Tests.Fuzzing;

/// <summary>Writes valid Python 3.12: every statement and pattern. <see cref="ExpressionGenerator"/> has the expressions.</summary>
internal sealed class ProgramGenerator(Random random)
{
    private readonly StringBuilder output = new();
    private readonly ExpressionGenerator expressions = new(random);
    private readonly string newLine = random.Next(8) switch { 0 => "\r\n", 1 => "\r", _ => "\n" };
    private int names;

    public string Program()
    {
        for (var count = random.Next(1, 12); count > 0; count--)
        {
            Statement("", new Place(3));
        }

        return output.ToString();
    }

    private string Expr => expressions.Expression(3);

    private string Fresh() => "v" + ++names;

    private bool Maybe(int of = 2) => random.Next(of) == 0;

    private void Line(string indent, string text) =>
        output.Append(indent).Append(text).Append(Maybe(12) ? "  # note" : "").Append(newLine).Append(Maybe(12) ? "  \f" + newLine : "");

    private void Enter(Place place)
    {
        expressions.IsInAsync = place.IsAsync;
        expressions.IsInFunction = place.IsFunction && !place.IsAsync;
    }

    private void Statement(string indent, Place place)
    {
        Enter(place);
        if (place.Depth > 0 && Maybe())
        {
            Compound(indent, place with { Depth = place.Depth - 1 });
        }
        else
        {
            Line(indent, Simple(place) + (Maybe(6) ? "; " + Simple(place) : "") + (Maybe(12) ? ";" : ""));
        }
    }

    private string Simple(Place place) => random.Next(22) switch
    {
        0 => "pass",
        1 => "del a, b.c, d[0], (e, [f])",
        2 => place.IsFunction ? (place.IsAsync ? "return" : "return " + Expr + ", *" + "a") : "pass",
        3 => place.IsLoop ? (Maybe() ? "break" : "continue") : "...",
        4 => "raise" + (Maybe() ? " " + Expr + (Maybe() ? " from " + Expr : "") : ""),
        5 => "assert " + Expr + (Maybe() ? ", " + Expr : ""),
        6 => "import a.b.c as d, e" + (Maybe() ? ".f" : ""),
        7 => "from " + (Maybe() ? "." : Maybe() ? "....a" : "a.b") + " import " + (Maybe() ? "(c as d, e,)" : "c, d as e"),
        8 => place is { IsFunction: false, IsClass: false } && Maybe() ? "from a import *" : "global " + Fresh() + ", " + Fresh(),
        9 => "type " + Fresh() + (Maybe() ? "[T, *Ts, **P]" : "") + " = int | str",
        10 => "a" + (Maybe() ? ".b" : "[0]") + ": int" + (Maybe() ? " = " + Expr : ""),
        11 => "(a): 'int' = " + Expr,
        12 => "a " + "+ - * / // % @ & | ^ << >> **".Split(' ')[random.Next(13)] + "= " + Expr,
        13 => "a = b.c = d[0] = " + Expr,
        14 => "a, *b, (c, [d, *e]) = " + Expr + ", *f",
        15 => "[a, b], c = *d, " + Expr,
        16 => "match = type = case = _ = lazy = " + Expr,
        17 => "print(" + Expr + ", *a, sep='', **b)",
        18 => "match[0], case.type; type(match)",
        19 => "a = \\" + newLine + "    " + Expr,
        _ => Expr,
    };

    private void Block(string indent, Place place)
    {
        Enter(place);
        if (Maybe(5))
        {
            output.Length -= newLine.Length;
            output.Append(' ').Append(Simple(place)).Append(newLine);
            return;
        }

        var inner = indent + (Maybe(5) ? "\t" : Maybe() ? "  " : "    ");
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            Statement(inner, place);
        }
    }

    /// <summary>The head has no comment, so that a block may follow on its line.</summary>
    private void Clause(string indent, string head, Place place)
    {
        output.Append(indent).Append(head).Append(':').Append(newLine);
        Block(indent, place);
        Enter(place);
    }

    private void Compound(string indent, Place place)
    {
        var loop = place with { IsLoop = true };
        var async = place.IsAsync && Maybe() ? "async " : "";
        switch (random.Next(9))
        {
            case 0:
                If(indent, place);
                break;
            case 1:
                Clause(indent, "while " + Expr, loop);
                Else(indent, place);
                break;
            case 2:
                Clause(indent, $"{async}for a, (b.c, *d) in {Expr}, *e", loop);
                Else(indent, place);
                break;
            case 3:
                Try(indent, place);
                break;
            case 4:
                Clause(indent, async + (Maybe() ? $"with {Expr} as a, {Expr}" : $"with ({Expr} as (a, b), {Expr} as c[0],)"), place);
                break;
            case 5:
                Match(indent, place);
                break;
            case 6:
                Decorators(indent);
                Clause(indent, $"class {Fresh()}{Generics()}{(Maybe() ? "(a.b, *c, k=d, **e)" : Maybe() ? "()" : "")}", new Place(place.Depth) { IsClass = true });
                break;
            default:
                Function(indent, place);
                break;
        }
    }

    private string Generics() => Maybe(4) ? "[T: (int, str), *Ts, **P]" : "";

    private void Decorators(string indent)
    {
        while (Maybe(3))
        {
            Line(indent, "@" + Expr);
        }
    }

    private void Function(string indent, Place place)
    {
        var isAsync = Maybe(3);
        Decorators(indent);
        var head = $"{(isAsync ? "async " : "")}def {Fresh()}{Generics()}({Parameters()}){(Maybe(3) ? " -> a[b]" : "")}";
        Clause(indent, head, new Place(place.Depth) { IsFunction = true, IsAsync = isAsync });
    }

    private string Parameters() => random.Next(6) switch
    {
        0 => "",
        1 => $"{Fresh()}, {Fresh()}: int = 1,",
        2 => $"{Fresh()}, /, {Fresh()}=1, *, {Fresh()}, {Fresh()}: 'a' = b",
        3 => $"*{Fresh()}: *Ts, {Fresh()}=2, **{Fresh()}",
        4 => $"**{Fresh()}: int",
        _ => $"{Fresh()}=1, /, *{Fresh()}",
    };

    private void If(string indent, Place place)
    {
        Clause(indent, "if " + Expr, place);
        while (Maybe())
        {
            Clause(indent, "elif " + Expr, place);
        }

        Else(indent, place);
    }

    private void Else(string indent, Place place)
    {
        if (Maybe(3))
        {
            Clause(indent, "else", place);
        }
    }

    private void Try(string indent, Place place)
    {
        Clause(indent, "try", place);
        var kind = random.Next(3);
        for (var count = kind == 0 ? 0 : random.Next(1, 3); count > 0; count--)
        {
            // Nothing may leave the block of an `except*`.
            Clause(indent, kind == 1 ? "except* a" : $"except (a, {Expr}) as {Fresh()}", kind == 1 ? new Place(0) { IsClass = true } : place);
        }

        if (kind == 2 && Maybe())
        {
            Clause(indent, "except", place);
        }

        if (kind != 0)
        {
            Else(indent, place);
        }

        if (kind == 0 || Maybe())
        {
            Clause(indent, "finally", place with { IsLoop = false });
        }
    }

    private void Match(string indent, Place place)
    {
        Line(indent, $"match {Expr}{(Maybe() ? ", *a" : "")}:");
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            Clause(indent + " ", $"case {Pattern(2)}{(Maybe(3) ? " if " + Expr : "")}", place);
        }

        Clause(indent + " ", "case _", place);
    }

    /// <summary>Never one that matches everything: only the last case may.</summary>
    private string Pattern(int depth) => random.Next(depth == 0 ? 5 : 11) switch
    {
        0 => "-1" + (Maybe() ? "+2j" : ""),
        1 => "'a' 'b'",
        2 => "None",
        3 => "a.b.c",
        4 => "1 | 2.5 | True | b'x'",
        5 => $"[{Pattern(depth - 1)}, *{(Maybe() ? "_" : Fresh())}]",
        6 => $"({Pattern(depth - 1)}, {Fresh()},)",
        7 => $"{{1: {Pattern(depth - 1)}, 'k': {Fresh()}, **{Fresh()}}}",
        8 => $"a.B({Pattern(depth - 1)}, x={Pattern(depth - 1)}, y={Fresh()})",
        9 => $"({Pattern(depth - 1)}) as {Fresh()}",
        _ => "{}",
    };

    /// <param name="Depth">How many blocks may open inside.</param>
    private readonly record struct Place(int Depth)
    {
        public bool IsFunction { get; init; }

        public bool IsAsync { get; init; }

        public bool IsLoop { get; init; }

        public bool IsClass { get; init; }
    }
}
