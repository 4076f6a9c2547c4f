using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Syntax.Tests.Parsing;

[TestFixture]
public sealed class SyntaxErrorTests
{
    [TestCase("f'{x'\n", "1:5", null)]
    [TestCase("x = a ? b : c\n", "1:7", null)]
    [TestCase("match q:\n    c\n", "2:5", "only `case` can stand directly in a `match`, and not `c`")]
    [TestCase("match q:\n    x = 1\n", "2:5", "only `case` can stand directly in a `match`, and not `x`")]
    [TestCase("print 'x'\n", "1:7", "`print` is a function in Python 3; write `print(…)`")]
    [TestCase("f(a b)\n", "1:5", "two values stand side by side; an operator or a comma is missing between them")]
    [TestCase("x = def\n", "1:5", "the keyword `def` cannot stand here")]
    [TestCase("x = [1,\ndef f(): pass\n", "1:5", "`[` was never closed; write its `]`")]
    [TestCase("try:\n    a\nexcept (A, B:\n    b\n", "3:8", "`(` was never closed; write its `)`")]
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
