using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Syntax.Tests.Parsing;

[TestFixture]
public sealed class SyntaxErrorTests
{
    [TestCase("if x\n    pass\n", "1:5", "a `:` is missing at the end of this line")]
    [TestCase("x = (1,\n", "1:5", "`(` was never closed")]
    [TestCase("x = [1)\n", "1:7", "`)` does not close the `[` opened at 1:5")]
    [TestCase("x = 1)\n", "1:6", "this `)` closes nothing")]
    [TestCase("x = 'abc\ny = 1\n", "1:5", "this string is never closed; its closing quote must stand on the same line")]
    [TestCase("'''abc\n", "1:1", "this triple-quoted string is never closed")]
    [TestCase("f'{x'\n", "1:5", null)]
    [TestCase("if x = 3:\n    pass\n", "1:6", "`=` assigns; a comparison is written `==`")]
    [TestCase("  x = 1\n", "1:3", "this line is indented, but nothing above it opens a block")]
    [TestCase("def f():\npass\n", "2:1", "an indented block is expected here")]
    [TestCase("if x:\n        a\n    b\n", "3:1", "this indentation matches no line above; indent it like the block that it belongs to")]
    [TestCase("if x:\n        a\n\tb\n", "3:1", "tabs and spaces are mixed so that the indentation is ambiguous; use spaces alone")]
    [TestCase("else:\n    pass\n", "1:1", "this `else` belongs to no `if`, `for`, `while` or `try` above it; compare the indentation")]
    [TestCase("f() = 1\n", "1:1", "cannot assign to a function call")]
    [TestCase("del f()\n", "1:5", "cannot delete a function call")]
    [TestCase("1 += 2\n", "1:1", "a literal cannot be the target of an augmented assignment")]
    [TestCase("(x := 1) = 2\n", "1:2", "cannot assign to a named expression")]
    [TestCase("*a, *b = c\n", "1:5", "only one starred target can take the rest")]
    [TestCase("a + not b\n", "1:5", "`not` binds weaker than the operator before it; put it in parentheses")]
    [TestCase("f(a=1, b)\n", "1:8", "a positional argument stands behind a keyword argument")]
    [TestCase("f(x for x in y, 1)\n", "1:3", "a generator expression beside other arguments needs its own parentheses")]
    [TestCase("def f(a=1, b): pass\n", "1:12", "parameter `b` without a default follows parameters with one")]
    [TestCase("def f(*): pass\n", "1:7", "at least one parameter must follow a bare `*`")]
    [TestCase("def f(**k, a): pass\n", "1:12", "nothing can follow `**k`")]
    [TestCase("{1: 2, 3}\n", "1:8", "a value is missing for this key")]
    [TestCase("try:\n    pass\n", "1:1", "this `try` has neither `except` nor `finally`")]
    [TestCase("(a as b)\n", "1:4", "the keyword `as` cannot stand here")]
    [TestCase("x = 012\n", "1:5", "a number cannot start with 0; an octal number starts with `0o`")]
    [TestCase("x = 1abc\n", "1:5", "this is neither a number nor a name; a name cannot start with a digit")]
    [TestCase("x = “a”\n", "1:5", "a typographic quote (U+201C); write a straight `\"`")]
    [TestCase("x\u00a0= 1\n", "1:2", "a no-break space (U+00A0); write an ordinary space")]
    [TestCase("x = 1\0\n", "1:6", "a NUL byte cannot stand in Python source")]
    [TestCase("x = a ? b : c\n", "1:7", null)]
    [TestCase("x = f(a,, b)\n", "1:9", "two commas in a row")]
    [TestCase("b'é'\n", "1:3", "bytes can contain only ASCII characters; write others as escapes")]
    [TestCase("'\\x1'\n", "1:2", "the escape `\\x` needs 2 hexadecimal digits")]
    [TestCase("match x:\n    case [*a, *b]: pass\n", "2:15", "only one starred pattern can take the rest of a sequence")]
    [TestCase("match q:\n    c\n", "2:5", "`c` cannot stand here")]
    [TestCase("match q:\n    x = 1\n", "2:5", "`x` cannot stand here")]
    [TestCase("match *a:\n    case b: pass\n", "1:7", "a starred expression needs a tuple around it; write a comma behind it")]
    [TestCase("print x\n", "1:7", "`print` is a function in Python 3; write `print(…)`")]
    [TestCase("print 'x'\n", "1:7", "`print` is a function in Python 3; write `print(…)`")]
    [TestCase("exec code\n", "1:6", "`exec` is a function in Python 3; write `exec(…)`")]
    [TestCase("if a:\n    b\nelse if c:\n    d\n", "3:6", "`else if` is written `elif`")]
    [TestCase("if a <> b: pass\n", "1:7", "`<>` is written `!=`")]
    [TestCase("if a && b: pass\n", "1:7", "`&&` is written `and`")]
    [TestCase("if a || b: pass\n", "1:7", "`||` is written `or`")]
    [TestCase("if !a: pass\n", "1:4", "`!` is no operator in Python; negation is written `not`")]
    [TestCase("i++\n", "1:4", "there is no `++` in Python; write `+= 1`")]
    [TestCase("i--\n", "1:4", "there is no `--` in Python; write `-= 1`")]
    [TestCase("x = `a`\n", "1:5", "a backtick; Python 3 writes `repr(x)`")]
    [TestCase("function f():\n    pass\n", "1:10", "a function starts with `def`: `def f(…):`")]
    [TestCase("switch x:\n    pass\n", "1:8", "`switch` is written `match`, with a `case` for each branch")]
    [TestCase("var x = 1\n", "1:5", "Python declares no variables; leave out `var`")]
    [TestCase("throw x\n", "1:7", "`throw` is written `raise`")]
    [TestCase("x = a b\n", "1:7", "two values stand side by side; an operator or a comma is missing between them")]
    [TestCase("f(a b)\n", "1:5", "two values stand side by side; an operator or a comma is missing between them")]
    [TestCase("class = 3\n", "1:7", "`=` cannot stand here")]
    [TestCase("x = def\n", "1:5", "the keyword `def` cannot stand here")]
    [TestCase("print('a'\n", "1:6", "`(` was never closed")]
    [TestCase("x = [1,\ndef f(): pass\n", "1:5", "`[` was never closed")]
    [TestCase("try:\n    a\nexcept (A, B:\n    b\n", "3:8", "`(` was never closed")]
    [TestCase("if a:\n    b\nelif c = d:\n    e\nelse:\n    f\n", "3:8", "`=` assigns; a comparison is written `==`")]
    [TestCase("match a:\n    case b c:\n        d\n    case e:\n        f\n", "2:12", null)]
    public void A_mistake_is_told_once_in_plain_words(string source, string position, string? message)
    {
        var tree = Parse(source + "\nafter = 1\n");

        var error = tree.Errors.Should().ContainSingle("of {0}", string.Join(" | ", tree.Errors)).Subject;
        tree.Text.PositionOf(error.Span.Start).ToString().Should().Be(position);
        error.Message.Should().Be(message ?? error.Message).And.NotEndWith(".");
    }

    [Test]
    public void What_stands_around_a_mistake_is_in_the_tree()
    {
        var tree = Parse("import os\nif x = 3:\n    inside = 1\nelse:\n    other = 2\ndef f(a b):\n    body = 3\nclass C:\n    a = )\n    b = 4\nlast = 5\n");

        tree.Errors.Should().HaveCount(3);
        tree.Nodes.OfType<Name>().Select(name => name.Id).Should().Contain(["inside", "other", "body", "b", "last"]);
        TreeInvariants.Check(tree);
    }

    [TestCase("if a:\n    kept\nelif c = d:\n    e\n")]
    [TestCase("try:\n    kept\nexcept A B:\n    c\n")]
    [TestCase("try:\n    a\nexcept A:\n    kept\nexcept B C:\n    d\n")]
    [TestCase("match a:\n    case 1:\n        kept\n    case c d:\n        e\n")]
    [TestCase("def f():\n    match a:\n        case b c:\n            kept\n        case d:\n            pass\n    return 1\n")]
    [TestCase("def f():\n    match a:\n        case b c: pass\n        case d: kept\n")]
    [TestCase("if a:\n    b\nelif c:\n    d e\nelse:\n    kept\n")]
    [TestCase("for a b in c:\n    kept\n")]
    [TestCase("with a b:\n    kept\n")]
    [TestCase("def f(a b):\n    kept\n")]
    [TestCase("class C(a b):\n    kept\n")]
    [TestCase("x = (1,\nimport os\nkept = 2\n")]
    [TestCase("x = f(a\nkept = 2\n")]
    [TestCase("x = f(a\ndef g():\n    kept\n")]
    [TestCase("x = 'a\nkept\n")]
    public void A_mistake_costs_no_block_that_can_be_read(string source)
    {
        var tree = Parse("before\n" + source + "after\n");

        tree.Errors.Should().ContainSingle();
        tree.Nodes.OfType<Name>().Select(name => name.Id).Should().Contain(["before", "kept", "after"]);
        TreeInvariants.Check(tree);
    }

    [TestCase("lazy import a.b as c, d\n")]
    [TestCase("lazy from .a import (b, c as d)\n")]
    [TestCase("lazy = 1; lazy; lazy(x)\n")]
    [TestCase("[*a for a in b]; {*a for a in b}; {**a for a in b}; (*a for a in b); f(*a for a in b)\n")]
    public void What_Python_3_15_adds_is_Python(string source)
    {
        var tree = Parse(source);

        tree.Errors.Should().BeEmpty();
        TreeInvariants.Check(tree);
    }

    [TestCase("(", 100_000)]
    [TestCase("[", 100_000)]
    [TestCase("{", 100_000)]
    [TestCase("f(", 100_000)]
    [TestCase("-", 100_000)]
    [TestCase("not ", 100_000)]
    [TestCase("lambda: ", 100_000)]
    [TestCase("a.", 100_000)]
    [TestCase("a + ", 100_000)]
    [TestCase("a if b else ", 100_000)]
    [TestCase("f'{", 10_000)]
    [TestCase("'a' ", 100_000)]
    public void No_nesting_ends_the_process(string part, int count)
    {
        var source = string.Concat(Enumerable.Repeat(part, count));
        SyntaxTree? tree = null;
        var thread = new Thread(() => tree = Parse(source + "a\n"), 16 * 1024 * 1024);
        thread.Start();
        thread.Join();

        tree!.Nodes.Should().NotBeEmpty();
    }

    [TestCase("if a:\n")]
    [TestCase("match a:\n case b:\n")]
    public void No_depth_of_blocks_ends_the_process(string header)
    {
        var lines = header.TrimEnd().Split('\n');
        var source = new System.Text.StringBuilder();
        for (var i = 0; i < 2000; i++)
        {
            source.Append(' ', i).Append(lines[i % lines.Length].Trim()).Append('\n');
        }

        Parse(source.ToString()).Errors.Should().Contain(error => error.Message == "too many levels of indentation");
    }

    private static SyntaxTree Parse(string source) => SyntaxTree.Parse(SourceText.From(source));
}
