using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Binding;

public class SymbolTests
{
    [TestCase("x = 1", BindingKind.Assignment, typeof(Assign), "1")]
    [TestCase("x = y = 1", BindingKind.Assignment, typeof(Assign), "1")]
    [TestCase("[a, (*x, b)] = 1", BindingKind.Assignment, typeof(Assign), null)]
    [TestCase("x: int = 1", BindingKind.AnnotatedAssignment, typeof(AnnAssign), "1")]
    [TestCase("(x): int = 1", BindingKind.AnnotatedAssignment, typeof(AnnAssign), "1")]
    [TestCase("x: int", BindingKind.Annotation, typeof(AnnAssign), null)]
    [TestCase("x += 1", BindingKind.AugmentedAssignment, typeof(AugAssign), null)]
    [TestCase("(x := 1)", BindingKind.NamedExpr, typeof(NamedExpr), "1")]
    [TestCase("for x, y in z: pass", BindingKind.For, typeof(For), null)]
    [TestCase("with a as (x, y): pass", BindingKind.With, typeof(WithItem), null)]
    [TestCase("try: pass\nexcept E as x: pass", BindingKind.ExceptHandler, typeof(ExceptHandler), null)]
    [TestCase("[1 for x in y]", BindingKind.Comprehension, typeof(Comprehension), null)]
    [TestCase("def f(x): pass", BindingKind.Parameter, typeof(Arg), null)]
    [TestCase("lambda *x: 0", BindingKind.Parameter, typeof(Arg), null)]
    [TestCase("def x(): pass", BindingKind.Function, typeof(FunctionDef), null)]
    [TestCase("class x: pass", BindingKind.Class, typeof(ClassDef), null)]
    [TestCase("import x", BindingKind.Import, typeof(Alias), null)]
    [TestCase("import x . y", BindingKind.Import, typeof(Alias), null)]
    [TestCase("import a.b as x", BindingKind.Import, typeof(Alias), null)]
    [TestCase("from a import x", BindingKind.ImportFrom, typeof(Alias), null)]
    [TestCase("match a:\n    case x: pass", BindingKind.MatchCapture, typeof(MatchAs), null)]
    [TestCase("match a:\n    case [*x]: pass", BindingKind.MatchCapture, typeof(MatchStar), null)]
    [TestCase("match a:\n    case {**x}: pass", BindingKind.MatchCapture, typeof(MatchMapping), null)]
    [TestCase("del x", BindingKind.Delete, typeof(Delete), null)]
    [TestCase("def f[x](): pass", BindingKind.TypeParameter, typeof(TypeVar), null)]
    [TestCase("def f[**x](): pass", BindingKind.TypeParameter, typeof(ParamSpec), null)]
    [TestCase("def f[*x](): pass", BindingKind.TypeParameter, typeof(TypeVarTuple), null)]
    [TestCase("type x = int", BindingKind.TypeAlias, typeof(TypeAlias), null)]
    public void A_binding_says_where_the_name_stands_and_what_binds_it(string code, BindingKind kind, Type node, string? value)
    {
        var snippet = Snippet.Valid(code);
        var symbol = snippet.Model.Scopes.SelectMany(scope => scope.Symbols).Single(symbol => symbol.Name == "x");
        var binding = symbol.Bindings.Single();
        binding.Kind.Should().Be(kind);
        binding.Node.Should().BeOfType(node);
        snippet.TextOf(binding).Should().Be("x");
        (binding.Value is null ? null : snippet.TextOf(binding.Value)).Should().Be(value);
    }

    [Test]
    public void An_annotation_in_parentheses_declares_nothing() =>
        Snippet.Valid("(x): int").Model.Module.OwnSymbol("x").Should().BeNull();

    [Test]
    public void References_are_the_reads_in_source_order()
    {
        var code = Snippet.Valid("x = 1\nprint(x)\nx += 2\ndef f(): return x");
        code.Symbol("x")!.References.Should().Equal(code.Name("x", 1), code.Name("x", 3));
    }

    [TestCase("x = 1", false)]
    [TestCase("x: int\nx = 1", false)]
    [TestCase("x = 1\ndel x", false)]
    [TestCase("x = 1\nx = 2", true)]
    [TestCase("x = 1\nx += 1", true)]
    [TestCase("x = 1\ndef f():\n    global x\n    x = 2", true)]
    [TestCase("x = 1\ndef f():\n    x = 2", false)]
    public void A_name_is_rebound_when_more_than_one_place_gives_it_a_value(string code, bool expected) =>
        Snippet.Valid(code).Symbol("x")!.IsRebound.Should().Be(expected);

    [Test]
    public void A_nonlocal_without_a_variable_still_binds_somewhere() =>
        Snippet.Broken("def f():\n    nonlocal x\n    x = 1\n").Symbol("x").Should().NotBeNull();
}
