using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Types;

public class HashabilityTests
{
    [TestCase("1", Answer.Yes)]
    [TestCase("'a'", Answer.Yes)]
    [TestCase("frozenset(a)", Answer.Yes)]
    [TestCase("(1, ('a', None))", Answer.Yes)]
    [TestCase("[]", Answer.No)]
    [TestCase("{}", Answer.No)]
    [TestCase("set()", Answer.No)]
    [TestCase("bytearray()", Answer.No)]
    [TestCase("(1, ('a', []))", Answer.No)]
    [TestCase("(a, [])", Answer.No)]
    [TestCase("(a, 1)", Answer.Unknown)]
    [TestCase("(*a, 1)", Answer.Unknown)]
    [TestCase("tuple(a)", Answer.Unknown)]
    [TestCase("list", Answer.Yes)]
    [TestCase("lambda: 0", Answer.Yes)]
    [TestCase("a", Answer.Unknown)]
    public void A_value_is_as_hashable_as_what_it_holds(string expression, Answer expected)
    {
        var code = Snippet.Valid($"use = ({expression})");
        code.Model.IsHashable(code.Single<Assign>().Value).Should().Be(expected);
    }

    [TestCase("class C: pass", Answer.Yes)]
    [TestCase("class C(object):\n    def f(self): pass", Answer.Yes)]
    [TestCase("class C:\n    def __eq__(self, other): return True", Answer.No)]
    [TestCase("class C:\n    def __eq__(self, other): return True\n    def __hash__(self): return 1", Answer.Unknown)]
    [TestCase("class C:\n    __hash__ = None", Answer.No)]
    [TestCase("class C(Base):\n    def __eq__(self, other): return True", Answer.Unknown)]
    [TestCase("@dataclass\nclass C:\n    a: int", Answer.Unknown)]
    [TestCase("class C:\n    def __eq__(self, other): return True\nC.__hash__ = f", Answer.Unknown)]
    [TestCase("class C:\n    if a:\n        def __eq__(self, other): return True", Answer.Unknown)]
    public void An_instance_is_hashable_as_its_class_says(string definition, Answer expected)
    {
        var code = Snippet.Valid($"{definition}\nuse(C())");
        code.Model.IsHashable(code.Expr("C()")).Should().Be(expected);
    }

    [Test]
    public void The_offending_element_is_found_deep_in_a_tuple()
    {
        var code = Snippet.Valid("x = []\nuse = (1, ('a', x))");
        code.Model.FindUnhashable(code.Expr("(1, ('a', x))")).Should().BeSameAs(code.Name("x", -1));
        code.Model.FindUnhashable(code.Expr("1")).Should().BeNull();
    }

    [Test]
    public void A_tuple_from_elsewhere_stands_for_its_element()
    {
        var code = Snippet.Valid("def f(c, x):\n    pair = (1, []) if c else (x, {})\n    return (pair, [])");
        code.Model.FindUnhashable(code.Expr("(pair, [])")).Should().BeSameAs(code.Name("pair", -1));
    }
}
