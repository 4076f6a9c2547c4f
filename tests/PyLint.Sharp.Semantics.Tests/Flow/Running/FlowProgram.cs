using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Semantics.Tests.Flow.Running;

/// <summary>
/// Writes small programs about the bindings of a few names. A read stands between two calls with its number, <c>h(7); x; k(7)</c>, so
/// that a run tells whether it was reached and whether it raised. Everything else that happens is decided by <c>c()</c>, <c>m()</c>,
/// <c>it()</c> and <c>w()</c>, which the runner throws dice for.
/// </summary>
internal sealed partial class FlowProgram(Random random, bool hasExceptStar)
{
    private const int DeepestBlock = 4;
    private static readonly string[] Names = ["x", "y", "z"];
    private static readonly string[] Managers = ["w()", "w()", "Swallows()", "Passes()", "contextlib.suppress(E, NameError)"];
    private static readonly string[] Errors = ["E", "F", "NameError", "(E, F)", "Exception", "BaseException"];

    private readonly StringBuilder code = new();
    private bool isFunction;
    private bool isGenerator;
    private int bodies;
    private bool isInStar;
    private int reads;
    private int budget;
    private int loops;

    /// <summary>A function <c>p</c>, or a module.</summary>
    public string Write()
    {
        code.Append(SameFileManagers);
        isFunction = random.Next(4) > 0;
        isGenerator = isFunction && random.Next(5) == 0;
        budget = random.Next(6, 22);
        if (isFunction)
        {
            code.Append(isGenerator ? "def q(" : "def p(").Append(random.Next(3) == 0 ? "x=1):\n" : "):\n");
        }

        if (isGenerator)
        {
            Line(1, "yield m()");
        }

        Block(isFunction ? 1 : 0);
        if (isGenerator)
        {
            Line(0, "p = lambda: list(q())");
        }

        return code.ToString();
    }

    private string Name => Names[random.Next(Names.Length)];

    private string Condition => random.Next(10) switch
    {
        0 => "True",
        1 => "False",
        2 => Name,
        3 => $"not {Name}",
        4 => $"c() and ({Name} := c())",
        5 => $"c() or ({Name} := c())",
        6 => $"0 < c() < ({Name} := 2)",
        _ => "c()",
    };

    private void Line(int depth, string text) => code.Append(' ', depth * 2).Append(text).Append('\n');

    private void Block(int depth)
    {
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            Statement(depth);
        }
    }

    private void Statement(int depth)
    {
        if (budget-- <= 0 || depth > DeepestBlock || random.Next(5) < 3)
        {
            Simple(depth);
            return;
        }

        switch (random.Next(11))
        {
            case 0 or 1:
                If(depth);
                break;
            case 2:
                Loop(depth, random.Next(3) switch { 0 => $"for {Name} in it():", 1 => $"for {Name} in (1, 2):", _ => $"while {Condition}:" });
                break;
            case 3 or 4:
                Try(depth);
                break;
            case 5:
                Line(depth, $"with {Managers[random.Next(Managers.Length)]}{(random.Next(3) == 0 ? " as " + Name : "")}:");
                Block(depth + 1);
                break;
            case 6:
                Class(depth);
                break;
            case 7:
                Function(depth);
                break;
            case 8:
                Finally(depth);
                break;
            case 9 when hasExceptStar:
                TryStar(depth);
                break;
            default:
                Match(depth);
                break;
        }
    }

    private void Simple(int depth)
    {
        switch (random.Next(15))
        {
            case 0 or 1 or 2:
                Line(depth, $"{Name} = {(random.Next(3) == 0 ? "m()" : random.Next(2) == 0 ? "1" : "0")}");
                break;
            case 3:
                Line(depth, $"del {Name}");
                break;
            case 4:
                Line(depth, random.Next(4) == 0 ? $"raise {Errors[random.Next(2)]}" : "m()");
                break;
            case 5 when loops > 0 && !isInStar:
                Line(depth, random.Next(2) == 0 ? "break" : "continue");
                break;
            case 6 when isFunction && !isInStar && random.Next(2) == 0:
                Line(depth, "return m()");
                break;
            case 7:
                Line(depth, $"{Name} += m()");
                break;
            case 8:
                Line(depth, $"assert {Condition}");
                break;
            case 9:
                Read(depth, read => $"later(lambda: (h({read}), {Name}, k({read})))", isDeferred: true);
                break;
            case 11 when isGenerator:
                Line(depth, $"{Name} = yield m()");
                break;
            case 10:
                Read(depth, _ => $"[{Name} for _ in (1,)]");
                break;
            default:
                Read(depth, _ => Name);
                break;
        }
    }

    private void Read(int depth, Func<string, string> write, bool isDeferred = false)
    {
        var read = reads++.ToString(CultureInfo.InvariantCulture);
        Line(depth, isDeferred ? write(read) : $"h({read}); {write(read)}; k({read})");
    }

    private void If(int depth)
    {
        Line(depth, $"if {Condition}:");
        Block(depth + 1);
        if (random.Next(3) == 0)
        {
            Line(depth, $"elif {Condition}:");
            Block(depth + 1);
        }

        Else(depth);
    }

    private void Else(int depth)
    {
        if (random.Next(2) == 0)
        {
            Line(depth, "else:");
            Block(depth + 1);
        }
    }

    /// <summary>A turn begins with <c>t()</c>, which stands in no <c>try</c> inside the loop and so ends a run that takes too long.</summary>
    private void Loop(int depth, string head)
    {
        Line(depth, head);
        Line(depth + 1, "t()");
        loops++;
        Block(depth + 1);
        loops--;
        Else(depth);
    }

    private void Try(int depth)
    {
        Line(depth, "try:");
        Block(depth + 1);
        var handlers = random.Next(3);
        for (var i = 0; i < handlers; i++)
        {
            var isBare = i == handlers - 1 && random.Next(4) == 0;
            Line(depth, isBare ? "except:" : $"except {Errors[random.Next(Errors.Length)]}{(random.Next(3) == 0 ? " as " + Name : "")}:");
            Block(depth + 1);
        }

        if (handlers > 0)
        {
            Else(depth);
        }

        if (handlers == 0 || random.Next(2) == 0)
        {
            Line(depth, "finally:");
            Block(depth + 1);
        }
    }

    private void Match(int depth)
    {
        Line(depth, "match c():");
        for (var i = random.Next(1, 3); i > 0; i--)
        {
            Line(depth + 1, random.Next(3) switch { 0 => $"case 0 as {Name}:", 1 => "case 1:", _ => $"case {Name} if {Condition}:" });
            Block(depth + 2);
        }

        if (random.Next(2) == 0)
        {
            Line(depth + 1, random.Next(2) == 0 ? "case _:" : $"case {Name}:");
            Block(depth + 2);
        }
    }
}
