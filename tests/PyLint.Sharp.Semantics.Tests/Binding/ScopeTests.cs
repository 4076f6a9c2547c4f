using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Binding;

public class ScopeTests
{
    [Test]
    public void A_function_reads_names_of_the_functions_and_the_module_around()
    {
        var code = Snippet.Valid(
            """
            a = 1
            def outer():
                b = 2
                def inner():
                    return a, b
            """);
        code.Symbol("a", -1).Should().BeSameAs(code.Model.Module.OwnSymbol("a"));
        code.Symbol("b", -1)!.Scope.Node.Should().BeSameAs(code.Function("outer"));
    }

    [Test]
    public void A_method_does_not_see_the_names_of_its_class()
    {
        var code = Snippet.Valid(
            """
            size = 1
            class Box:
                size = 2
                def area(self):
                    return size
                half = size / 2
            """);
        code.Symbol("size", 2)!.Scope.Kind.Should().Be(ScopeKind.Module);
        code.Symbol("size", 3)!.Scope.Kind.Should().Be(ScopeKind.Class);
    }

    [Test]
    public void A_binding_anywhere_in_a_function_makes_the_name_local_everywhere_in_it()
    {
        var code = Snippet.Valid(
            """
            total = 0
            def add():
                print(total)
                total = 1
            """);
        code.Symbol("total", 1)!.Scope.Node.Should().BeSameAs(code.Function("add"));
    }

    [Test]
    public void Deleting_a_name_makes_it_local() =>
        Snippet.Valid("x = 1\ndef f():\n    del x").Symbol("x", 1)!.Scope.Kind.Should().Be(ScopeKind.Function);

    [Test]
    public void Global_binds_in_the_module()
    {
        var code = Snippet.Valid("def f():\n    global x\n    x = 1\n\nprint(x)");
        code.Symbol("x").Should().BeSameAs(code.Model.Module.OwnSymbol("x")).And.BeSameAs(code.Symbol("x", 1));
        code.Symbol("x")!.Bindings.Single().Scope.Node.Should().BeSameAs(code.Function("f"));
    }

    [Test]
    public void A_function_inside_reads_what_its_function_declares_global()
    {
        var code = Snippet.Valid(
            """
            def outer():
                x = 0
                def middle():
                    global x
                    def inner():
                        return x
            x = 1
            """);
        code.Symbol("x", 1)!.Scope.Kind.Should().Be(ScopeKind.Module);
    }

    [Test]
    public void Nonlocal_binds_in_the_nearest_function_that_has_the_name()
    {
        var code = Snippet.Valid(
            """
            def outer():
                n = 0
                class C:
                    n = 1
                    def inner(self):
                        nonlocal n
                        n += 1
            """);
        var symbol = code.Symbol("n")!;
        symbol.Bindings.Select(binding => binding.Kind).Should().Equal(BindingKind.Assignment, BindingKind.AugmentedAssignment);
        symbol.IsRebound.Should().BeTrue();
    }

    [Test]
    public void The_first_iterable_of_a_comprehension_is_evaluated_outside()
    {
        var code = Snippet.Valid(
            """
            class C:
                rows = []
                flat = [cell for row in rows for cell in rows]
            """);
        code.Symbol("rows", 1)!.Scope.Kind.Should().Be(ScopeKind.Class);
        code.Symbol("rows", 2).Should().BeNull("the second iterable is inside, where the class can't be seen");
    }

    [TestCase("def f():\n    [y := x for x in z]\n    return y", ScopeKind.Function)]
    [TestCase("any(y := x for x in z)\nprint(y)", ScopeKind.Module)]
    [TestCase("f = lambda: [[y := x for x in w] for w in z] and y", ScopeKind.Lambda)]
    public void A_walrus_in_a_comprehension_binds_in_the_function_around(string code, ScopeKind expected)
    {
        var snippet = Snippet.Valid(code);
        snippet.Symbol("y")!.Scope.Kind.Should().Be(expected);
        snippet.Symbol("y").Should().BeSameAs(snippet.Symbol("y", 1));
    }

    [Test]
    public void Decorators_defaults_and_bases_are_evaluated_outside()
    {
        var code = Snippet.Valid(
            """
            d = b = k = object
            @d
            class C(b, metaclass=k):
                @d
                def f(self, b=b, *, k=k): pass
                d = b = k = None
            """);
        foreach (var (name, nth) in new[] { ("d", 1), ("b", 1), ("k", 1) })
        {
            code.Symbol(name, nth)!.Scope.Kind.Should().Be(ScopeKind.Module);
        }

        code.Symbol("d", 2)!.Scope.Kind.Should().Be(ScopeKind.Class);
        code.Symbol("b", 2)!.Scope.Kind.Should().Be(ScopeKind.Class);
        code.Symbol("k", 2)!.Scope.Kind.Should().Be(ScopeKind.Class);
    }

    [Test]
    public void Annotations_see_the_class_around_but_not_the_function_they_belong_to()
    {
        var code = Snippet.Valid(
            """
            class Node:
                T = int
                def f(self, T: T) -> T: ...
                def g(self): return T
            """);
        code.Symbol("T", 1)!.Scope.Kind.Should().Be(ScopeKind.Class);
        code.Symbol("T", 2)!.Scope.Kind.Should().Be(ScopeKind.Class);
        code.Symbol("T", 3).Should().BeNull();
    }

    [Test]
    public void Type_parameters_live_between_the_definition_and_what_is_around()
    {
        var code = Snippet.Valid(
            """
            def first[T: (int, str) = int](items: list[T]) -> T:
                x: T = items[0]
                return x
            class Box[U](list[U]):
                item: U
            type Pair[V] = tuple[V, V]
            """);
        foreach (var name in new[] { "T", "U", "V" })
        {
            code.Symbol(name)!.Scope.Kind.Should().Be(ScopeKind.TypeParameters);
            code.Symbol(name)!.References.Length.Should().BeGreaterThan(1);
        }
    }

    [Test]
    public void Private_names_are_mangled_inside_a_class()
    {
        var code = Snippet.Valid(
            """
            class _Account:
                __rate = 0.5
                def interest(self, __x):
                    return __x * __rate + __dunder__
            """);
        code.Symbol("__rate")!.Name.Should().Be("_Account__rate");
        code.Model.ScopeOf(code.Name("__x")).Lookup("__x")!.Name.Should().Be("_Account__x");
        code.Model.ScopeOf(code.Name("__dunder__")).Entry("__dunder__").Should().NotBeNull();
    }

    [Test]
    public void Methods_read_their_class_as_dunder_class()
    {
        var code = Snippet.Valid("class C:\n    def f(self): return __class__\n    x = __class__");
        code.Symbol("__class__")!.Bindings.Single().Node.Should().BeSameAs(code.Class("C"));
        code.Symbol("__class__", 1).Should().BeNull();
    }

    [Test]
    public void A_star_import_is_known_to_its_scope() =>
        Snippet.Valid("from os import *").Model.Module.HasStarImport.Should().BeTrue();

    [Test]
    public void A_lookup_answers_for_names_that_the_scope_never_mentions()
    {
        var code = Snippet.Valid("x = 1\nclass C:\n    y = 2\n    def f(self): pass");
        var inside = code.Model.ScopeOf(code.Single<Pass>());
        inside.Lookup("x").Should().BeSameAs(code.Symbol("x"));
        inside.Lookup("y").Should().BeNull();
    }

    [Test]
    public void The_scope_of_a_definition_is_the_one_around_and_that_of_its_parameters_the_one_inside()
    {
        var code = Snippet.Valid("def f(a, b=c): pass");
        code.Model.ScopeOf(code.Function("f")).Should().BeSameAs(code.Model.Module);
        code.Model.ScopeOf(code.First<Arg>()).Kind.Should().Be(ScopeKind.Function);
        code.Model.ScopeOf(code.Name("c")).Should().BeSameAs(code.Model.Module);
    }

    [TestCase("pass", null)]
    [TestCase("def f(): pass", "f")]
    [TestCase("class C:\n    def m(self): pass", "C.m")]
    [TestCase("def f():\n    class C:\n        def g(self):\n            def h(): pass", "f.<locals>.C.g.<locals>.h")]
    [TestCase("def f():\n    global g\n    def g(): pass", "g")]
    [TestCase("class C[T]:\n    def m[U](self): pass", "C.m")]
    public void The_qualname_is_the_one_that_Python_gives(string code, string? expected)
    {
        var snippet = Snippet.Valid(code);
        snippet.Model.EnclosingQualname(snippet.Single<Pass>()).Should().Be(expected);
    }

    [Test]
    public void Files_with_any_number_of_variables_are_bound_alike([Values(10, 70_000)] int count)
    {
        var code = Snippet.Valid(string.Concat(Enumerable.Range(0, count).Select(i => $"v{i} = 1\n")) + $"def last(a):\n    return [a for a in a], v0, v{count - 1}\n");
        code.Model.ScopeOf(code.Function("last").Body[0]).Node.Should().BeSameAs(code.Function("last"));
        code.Symbol("a", -1)!.Scope.Kind.Should().Be(ScopeKind.Function);
        code.Symbol("a", -3)!.Scope.Kind.Should().Be(ScopeKind.Comprehension);
        code.Symbol("v0", -1)!.Name.Should().Be("v0");
        code.Symbol($"v{count - 1}", -1)!.Name.Should().Be($"v{count - 1}");
    }

    [Test]
    public void Defaults_decorators_and_annotations_stand_around_the_function_and_what_is_inside_of_them_in_its_own_scope()
    {
        var code = Snippet.Valid(
            """
            @decorate(lambda d: d)
            def f(a: T, b=[e for e in first], *c: T, k=lambda m=default: m) -> R:
                return a
            """);
        code.Model.ScopeOf(code.Expr("decorate")).Kind.Should().Be(ScopeKind.Module);
        code.Model.ScopeOf(code.Expr("first")).Kind.Should().Be(ScopeKind.Module);
        code.Model.ScopeOf(code.Expr("e")).Kind.Should().Be(ScopeKind.Comprehension);
        code.Model.ScopeOf(code.Expr("T")).Kind.Should().Be(ScopeKind.Annotation);
        code.Model.ScopeOf(code.Expr("T", 1)).Kind.Should().Be(ScopeKind.Annotation);
        code.Model.ScopeOf(code.Expr("R")).Kind.Should().Be(ScopeKind.Annotation);
        code.Model.ScopeOf(code.Expr("default")).Kind.Should().Be(ScopeKind.Module);
        code.Model.ScopeOf(code.Expr("m")).Kind.Should().Be(ScopeKind.Lambda);
        code.Model.ScopeOf(code.Expr("d")).Kind.Should().Be(ScopeKind.Lambda);
        code.Model.ScopeOf(code.Expr("a")).Kind.Should().Be(ScopeKind.Function);
    }
}
