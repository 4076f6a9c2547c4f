using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Types;

public class TypeOfTests
{
    [TestCase("None", PyTypeKind.None)]
    [TestCase("...", PyTypeKind.Ellipsis)]
    [TestCase("True", PyTypeKind.Bool)]
    [TestCase("1", PyTypeKind.Int)]
    [TestCase("1.5", PyTypeKind.Float)]
    [TestCase("2j", PyTypeKind.Complex)]
    [TestCase("'a' 'b'", PyTypeKind.Str)]
    [TestCase("b'a'", PyTypeKind.Bytes)]
    [TestCase("f'{a}'", PyTypeKind.Str)]
    [TestCase("t'{a}'", PyTypeKind.Template)]
    [TestCase("[a]", PyTypeKind.List)]
    [TestCase("[b for b in a]", PyTypeKind.List)]
    [TestCase("(a,)", PyTypeKind.Tuple)]
    [TestCase("{a: a}", PyTypeKind.Dict)]
    [TestCase("{b: b for b in a}", PyTypeKind.Dict)]
    [TestCase("{a}", PyTypeKind.Set)]
    [TestCase("{b for b in a}", PyTypeKind.Set)]
    [TestCase("(b for b in a)", PyTypeKind.Iterator)]
    [TestCase("lambda: a", PyTypeKind.Function)]
    [TestCase("dict(a)", PyTypeKind.Dict)]
    [TestCase("sorted(a)", PyTypeKind.List)]
    [TestCase("bytearray(a)", PyTypeKind.ByteArray)]
    [TestCase("frozenset(a)", PyTypeKind.FrozenSet)]
    [TestCase("open(a)", PyTypeKind.File)]
    [TestCase("'a b'.split()", PyTypeKind.List)]
    [TestCase("','.join(a).upper()", PyTypeKind.Str)]
    [TestCase("b'a'.decode()", PyTypeKind.Str)]
    [TestCase("[1].copy()", PyTypeKind.List)]
    [TestCase("[1][1:]", PyTypeKind.List)]
    [TestCase("[1][0]", PyTypeKind.Int)]
    [TestCase("[].append(a)", PyTypeKind.None)]
    [TestCase("{1} | {2}", PyTypeKind.Set)]
    [TestCase("[1] + [2]", PyTypeKind.List)]
    [TestCase("[1] * 2", PyTypeKind.List)]
    [TestCase("[1] * a", PyTypeKind.Unknown)]
    [TestCase("1 + 2", PyTypeKind.Int)]
    [TestCase("1 / 2", PyTypeKind.Float)]
    [TestCase("1 + 2.5", PyTypeKind.Float)]
    [TestCase("True + True", PyTypeKind.Int)]
    [TestCase("2 ** a", PyTypeKind.Unknown)]
    [TestCase("'%s' % a", PyTypeKind.Str)]
    [TestCase("-1", PyTypeKind.Int)]
    [TestCase("not a", PyTypeKind.Bool)]
    [TestCase("a is None", PyTypeKind.Bool)]
    [TestCase("a in b", PyTypeKind.Bool)]
    [TestCase("a == b", PyTypeKind.Unknown)]
    [TestCase("1 < 2", PyTypeKind.Bool)]
    [TestCase("1 if a else 2", PyTypeKind.Int)]
    [TestCase("1 if a else 'b'", PyTypeKind.Union)]
    [TestCase("a or []", PyTypeKind.Unknown)]
    [TestCase("[] or [1]", PyTypeKind.List)]
    [TestCase("a", PyTypeKind.Unknown)]
    [TestCase("a()", PyTypeKind.Unknown)]
    [TestCase("list", PyTypeKind.Class)]
    public void An_expression_has_the_type_that_it_proves(string expression, PyTypeKind expected)
    {
        var code = Snippet.Valid($"use = ({expression})");
        code.Model.TypeOf(code.Single<Assign>().Value).Kind.Should().Be(expected);
    }

    [TestCase("x = []", PyTypeKind.List)]
    [TestCase("x: tuple = []", PyTypeKind.List)]
    [TestCase("x = y = []", PyTypeKind.List)]
    [TestCase("print(x := [])", PyTypeKind.List)]
    [TestCase("y = []\nx = y", PyTypeKind.List)]
    [TestCase("x = []\nx = 1", PyTypeKind.Int)]
    [TestCase("x = []\nx += y", PyTypeKind.Unknown)]
    [TestCase("x = []\ndef f():\n    global x\n    x = 1", PyTypeKind.Unknown)]
    [TestCase("x: list", PyTypeKind.Unknown)]
    [TestCase("x, y = [], []", PyTypeKind.List)]
    [TestCase("for x in []: pass", PyTypeKind.Unknown)]
    [TestCase("x = x", PyTypeKind.Unknown)]
    [TestCase("x = y\ny = x", PyTypeKind.Unknown)]
    [TestCase("x = []\nfrom mystery import *", PyTypeKind.Unknown)]
    [TestCase("from mystery import *\nx = []", PyTypeKind.List)]
    [TestCase("def x(): pass", PyTypeKind.Function)]
    [TestCase("@decorated\ndef x(): pass", PyTypeKind.Unknown)]
    [TestCase("class x: pass", PyTypeKind.Class)]
    [TestCase("class C: pass\nx = C()", PyTypeKind.Instance)]
    [TestCase("class C(Base): pass\nx = C()", PyTypeKind.Unknown)]
    [TestCase("class C:\n    def __new__(cls): return []\nx = C()", PyTypeKind.Unknown)]
    [TestCase("import x", PyTypeKind.Module)]
    [TestCase("from y import x", PyTypeKind.Unknown)]
    [TestCase("from collections import deque\nx = deque()", PyTypeKind.Deque)]
    [TestCase("import collections as c\nx = c.defaultdict(list)", PyTypeKind.DefaultDict)]
    [TestCase("from array import array\nx = array('b')", PyTypeKind.Array)]
    [TestCase("list = 1\nx = list()", PyTypeKind.Unknown)]
    public void A_name_has_the_type_that_was_bound_last(string code, PyTypeKind expected)
    {
        var snippet = Snippet.Valid($"{code}\nuse(x)");
        snippet.Model.TypeOf(snippet.Name("x", -1)).Kind.Should().Be(expected);
    }

    [Test]
    public void A_name_of_a_class_that_the_module_binds_too_may_mean_either()
    {
        var code = Snippet.Valid("x = 1\nclass C:\n    if a: x = []\n    use(x)");
        code.Model.TypeOf(code.Name("x", -1)).IsUnknown.Should().BeTrue();
    }

    [Test]
    public void A_built_in_that_the_module_binds_too_may_mean_either()
    {
        var code = Snippet.Valid("if a: input = []\nuse(input)");
        code.Model.TypeOf(code.Name("input", -1)).IsUnknown.Should().BeTrue();
    }

    [Test]
    public void Types_know_what_proves_them_and_their_names()
    {
        var code = Snippet.Valid("class C: pass\nx = C()\ny = (1, 2)\nuse(x, y)");
        code.Model.TypeOf(code.Name("x", -1)).Origin.Should().BeSameAs(code.Class("C"));
        code.Model.TypeOf(code.Name("x", -1)).Name.Should().Be("C");
        code.Model.TypeOf(code.Name("y", -1)).Origin.Should().BeOfType<Syntax.Nodes.Tuple>();
        code.Model.TypeOf(code.Name("y", -1)).Name.Should().Be("tuple");
    }

    [Test]
    public void A_built_in_shows_through_where_a_variable_may_have_no_value([Values(0, 63, 64, 130)] int others)
    {
        var variables = string.Concat(Enumerable.Range(0, others).Select(i => $"v{i} = {i}\n"));
        var code = Snippet.Valid(variables + "if maybe:\n    list = 1\n    list\nlist\nlist = 2\nlist\n");
        code.Model.TypeOf(code.Expr("list", 1)).Kind.Should().Be(PyTypeKind.Int);
        code.Model.TypeOf(code.Expr("list", 2)).Kind.Should().Be(PyTypeKind.Unknown);
        code.Model.TypeOf(code.Expr("list", -1)).Kind.Should().Be(PyTypeKind.Int);
    }
}
