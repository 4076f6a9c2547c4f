using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Syntax.Tests.Parsing;

/// <summary>What a mistake leaves of the lines around it.</summary>
[TestFixture]
public sealed class RecoveryTests
{
    [TestCase("if a:\n    kept\nelif c = d:\n    e\n")]
    [TestCase("try:\n    kept\nexcept A B:\n    c\n")]
    [TestCase("try:\n    a\nexcept A:\n    kept\nexcept B C:\n    d\n")]
    [TestCase("try:\n    a\nexcept A:\n    b\nelse:\n    kept\nfinally c:\n    d\n")]
    [TestCase("while a:\n    kept\nelse b:\n    c\n")]
    [TestCase("for a in b:\n    kept\nelse c:\n    d\n")]
    [TestCase("match a:\n    case 1:\n        kept\n    case c d:\n        e\n")]
    [TestCase("def f():\n    match a:\n        case b c:\n            kept\n        case d:\n            pass\n    return 1\n")]
    [TestCase("def f():\n    match a:\n        case b c: pass\n        case d: kept\n")]
    [TestCase("if a:\n    b\nelif c:\n    d e\nelse:\n    kept\n")]
    [TestCase("if a:\n    b\nc == d:\n    e\nelif f:\n    g\nelse:\n    kept\n")]
    [TestCase("for a b in c:\n    kept\n")]
    [TestCase("with a b:\n    kept\n")]
    [TestCase("def f(a b):\n    kept\n")]
    [TestCase("class C(a b):\n    kept\n")]
    [TestCase("x = (1,\nimport os\nkept = 2\n")]
    [TestCase("x = f(a\nkept = 2\n")]
    [TestCase("x = f(a\ndef g():\n    kept\n")]
    [TestCase("x = 'a\nkept\n")]
    [TestCase("def f(:\n    kept\n    b\n")]
    [TestCase("def f(a, b:\n    kept\n    b\n")]
    [TestCase("if f(a:\n    kept\n    b\n")]
    [TestCase("if a[b:\n    kept = 1\n    c = 2\n")]
    [TestCase("class C(a:\n    kept\n")]
    [TestCase("x = f(\nif a:\n    kept\n")]
    [TestCase("x = f(a,\nfor b in c:\n    kept\n")]
    [TestCase("x = [\n    a,\nkept = 1\n")]
    [TestCase("x = f(\nkept.y = 1\n")]
    [TestCase("x = f(a,\nkept += 1\n")]
    [TestCase("x = f(a,\n@kept\ndef g(): pass\n")]
    [TestCase("x = f(a\n'' + kept\n")]
    [TestCase("x = f('a)\nkept\n")]
    [TestCase("x = [(1, 2, (3, 4)]\nkept\n")]
    [TestCase("x = [\n    a, 1), b,\n    c\n]\nkept\n")]
    [TestCase("x = [\n    a\n    b,\n    c\n]\nkept\n")]
    [TestCase("if (\n    a):\n    b\n    or c\n    kept\n")]
    [TestCase("def f():\nkept\n    return 1\n")]
    [TestCase("class C:\n    def f(self):\nkept\n\n    def g(self):\n        return 1\n")]
    [TestCase("class C:\n    def f(self):\n        if a:\nkept\n        else:\n            b\n        return 1\n")]
    [TestCase("def f():\n    a\n  b\n  kept\n")]
    [TestCase("if a:\n        b\n    if c:\n        kept\n")]
    [TestCase("class C:\n    def f(self):\nif a:\n            b\n        return kept\n")]
    public void A_mistake_costs_no_block_that_can_be_read(string source)
    {
        var tree = Parsed.From("before\n" + source + "after\n");

        tree.Errors.Should().ContainSingle("of {0}", string.Join(" | ", tree.Errors));
        tree.Nodes.OfType<Name>().Select(name => name.Id).Should().Contain(["before", "kept", "after"]);
        TreeInvariants.Check(tree);
    }

    [TestCase("def f(a:\n    int, b): pass\n")]
    [TestCase("def f(a:\n    'x' = 1, *, b:\n    int = 2\n): pass\n")]
    [TestCase("if {a:\n    b}: pass\n")]
    [TestCase("if a[b:\n    c]: pass\n")]
    [TestCase("if f(lambda:\n    c): pass\n")]
    [TestCase("{a\n    if b else c:\n    d}\n")]
    [TestCase("x = [lambda a,\nb=1: a]\n")]
    [TestCase("type X[T,\nU = int] = T\n")]
    [TestCase("f(a,\nb=1)\n")]
    [TestCase("def f():\n    x = (yield\nfrom y)\n")]
    [TestCase("x = (a\nif b else\nc)\n")]
    [TestCase("x = [a\nfor a in b\nif c[1:]]\n")]
    [TestCase("x = (a\n@ b)\n")]
    [TestCase("x = ('a'\n'b'\nf'c'\n'd')\n")]
    public void What_looks_like_a_forgotten_bracket_and_is_none_is_Python(string source)
    {
        var tree = Parsed.From(source);

        tree.Errors.Should().BeEmpty("of {0}", string.Join(" | ", tree.Errors));
        TreeInvariants.Check(tree);
    }

    [TestCase("x = )\nreturn 1\n", 2)]
    [TestCase("x = )\nbreak\n", 2)]
    [TestCase("x = )\nif a:\n    yield\n", 2)]
    [TestCase("def f(a b):\n    return 1\nreturn 2\n", 2)]
    [TestCase("for a b in c:\n    break\ncontinue\n", 2)]
    [TestCase("def f():\n    x = )\n    break\n", 2)]
    [TestCase("def f():\nreturn 1\ndef g():\n    pass\nreturn 2\n", 2)]
    [TestCase("def f():\n        a\n    return 1\nif b:\n    return 2\n", 2)]
    public void What_stands_in_the_wrong_place_is_told_beside_another_mistake(string source, int count)
    {
        var tree = Parsed.From(source);

        tree.Errors.Should().HaveCount(count, "of {0}", string.Join(" | ", tree.Errors));
    }

    [TestCase("def f(a b):\n    return 1\n")]
    [TestCase("def f(a:\n    return 1\n")]
    [TestCase("async def f(a b):\n    await a\n    async for b in c: pass\n")]
    [TestCase("for a b in c:\n    if d:\n        break\n")]
    [TestCase("while a\n    continue\n")]
    [TestCase("f():\n    yield 1\n")]
    [TestCase("def f():\nreturn 1\nreturn 2\n")]
    [TestCase("def f():\n    a\nb\n    return 1\n")]
    [TestCase("def f():\n        a\n    return 1\n    return 2\n")]
    [TestCase("for a in b:\n    c\nelse d:\n    break\n")]
    public void What_a_lost_head_or_indentation_displaces_is_not_told(string source)
    {
        var tree = Parsed.From(source);

        tree.Errors.Should().ContainSingle("of {0}", string.Join(" | ", tree.Errors));
    }

    [TestCase("if x:\\\n")]
    [TestCase("if x:\n    y\n    \\\n")]
    [TestCase("if x:\n\\\n")]
    public void A_joined_line_at_the_end_is_one_mistake(string source) => Parsed.From(source).Errors.Should().ContainSingle();
}
