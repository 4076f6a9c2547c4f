namespace PyLint.Sharp.Syntax.Tests.Fuzzing;

/// <summary>Writes valid expressions of Python 3.12, of every kind.</summary>
internal sealed class ExpressionGenerator(Random random)
{
    private static readonly string[] Atoms =
    [
        "a", "b", "é", "match", "case", "type", "lazy", "_", "None", "True", "...", "0", "1_000", "0xFf", "0o17", "0b_1", "1.5e-3", ".5", "2.", "3J",
        "''", "'a' \"b\"", "r'\\d'", "b'\\x00'", "Rb'x'", "u'ü'", "'''a\nb'''", "'\\N{BULLET}\\u00e9\\101'", "f'{a}'", "f'{a!r:>{b}}{{}}'", "f'{a=}'", "f\"{'x' + f'{b}'}\"",
        "f'''{\na\n:{b}}'''", "rf'\\{a}\\d'", "'a' f'{b:%Y-%m}' 'c'", "()", "[]", "{}", "(a,)", "{**a}", "[*a, b]", "{*a, b}", "(*a, b)",
    ];

    private static readonly string[] BinaryOperators =
        ["+", "-", "*", "/", "//", "%", "@", "**", "<<", ">>", "&", "|", "^", "<", ">", "==", "!=", "<=", ">=", " in ", " not in ", " is ", " is not ", " and ", " or "];

    private static readonly string[] UnaryOperators = ["-", "+", "~", "- -", "(not ", "-(not "];

    /// <summary>Whether `await` may stand here.</summary>
    public bool IsInAsync { get; set; }

    /// <summary>Whether `yield` may stand here.</summary>
    public bool IsInFunction { get; set; }

    public string Expression(int depth) => depth <= 0 ? Atom() : random.Next(16) switch
    {
        0 or 1 => Atom(),
        2 or 3 => $"{Operand(depth)} {BinaryOperators[random.Next(BinaryOperators.Length)]} {Operand(depth)}",
        4 => $"not {Operand(depth)}",
        5 => $"{Operand(depth)} if {Operand(depth)} else {Expression(depth - 1)}",
        6 => Lambda(depth),
        7 => Primary(depth),
        8 => $"[{Expression(depth - 1)}, *{Primary(depth)}]",
        9 => $"{{{Expression(depth - 1)}: {Expression(depth - 1)}, **{Primary(depth)}}}",
        10 or 11 => Comprehension(depth),
        12 => $"(n := {Expression(depth - 1)})",
        13 => $"f'{{({Inline(depth)})!s:{{a}}}}'",
        14 => IsInFunction ? (random.Next(2) == 0 ? $"(yield {Expression(depth - 1)})" : $"(yield from {Expression(depth - 1)})") : $"({Expression(depth - 1)})",
        _ => IsInAsync ? $"await {Name()}" : $"(\n  {Expression(depth - 1)}  # inside\n)",
    };

    private string Atom() => Atoms[random.Next(Atoms.Length)];

    private string Name() => "a b c match type".Split(' ')[random.Next(5)];

    /// <summary>What may stand beside an operator.</summary>
    private string Operand(int depth) => random.Next(4) switch
    {
        0 => Atom(),
        1 => Primary(depth - 1),
        2 when UnaryOperators[random.Next(UnaryOperators.Length)] is var op => op + Primary(depth - 1) + (op.Contains('(', StringComparison.Ordinal) ? ")" : ""),
        _ => $"({Expression(depth - 1)})",
    };

    private string Primary(int depth) => depth <= 0 ? Name() : random.Next(8) switch
    {
        0 => $"{Primary(depth - 1)}.c",
        1 => $"{Primary(depth - 1)}({Expression(depth - 1)}, *a, k={Expression(depth - 1)}, **b)",
        2 => $"{Primary(depth - 1)}()",
        3 => $"{Primary(depth - 1)}[{Expression(depth - 1)}:{Expression(depth - 1)}:, ..., *a]",
        4 => $"{Primary(depth - 1)}[::2]",
        5 => $"({Expression(depth - 1)})",
        6 => $"{Name()}({WithoutBinding(() => Expression(depth - 1))} for d in {Name()})",
        _ => Name(),
    };

    private string Lambda(int depth)
    {
        var parameters = random.Next(4) switch { 0 => "", 1 => " p, q=1", 2 => " p, /, *, q", _ => " *p, **q" };
        return $"(lambda{parameters}: {WithoutBinding(() => Expression(depth - 1))})";
    }

    private string Comprehension(int depth) => WithoutBinding(() =>
    {
        var element = WithoutWalrus(Expression(depth - 1));
        var generators = $"for d, *e in {Name()} if {WithoutWalrus(Operand(depth))} for (f) in {Primary(0)}";
        return random.Next(4) switch
        {
            0 => $"[{element} {generators}]",
            1 => $"{{{element} {generators}}}",
            2 => $"{{{element}: {element} {generators}}}",
            _ => $"({element} {generators})",
        };
    });

    /// <summary>In the body of a class no comprehension may bind a name outside it.</summary>
    private static string WithoutWalrus(string text) => text.Replace("n := ", "", StringComparison.Ordinal);

    /// <summary>In a scope of its own neither `yield` nor `await` may stand.</summary>
    private string WithoutBinding(Func<string> write)
    {
        var before = (IsInAsync, IsInFunction);
        (IsInAsync, IsInFunction) = (false, false);
        var text = WithoutWalrus(write());
        (IsInAsync, IsInFunction) = before;
        return text;
    }

    /// <summary>On one line, because the string around it is.</summary>
    private string Inline(int depth) => Expression(depth - 1).Replace("  # inside", "", StringComparison.Ordinal);
}
