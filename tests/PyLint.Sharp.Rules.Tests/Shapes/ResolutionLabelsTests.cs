using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests.Shapes;

/// <summary>What a finding shows of the search for a name: the steps, where it stops, what it passes over and what it never reaches.</summary>
public class ResolutionLabelsTests
{
    [Test]
    public void A_class_that_is_passed_over_is_shown() =>
        LabelsOf(new ClassScopeLookup(), "class Box:\n    size = 2\n    def area(self):\n        return size\n").Should().Equal(
            "4:16 looked up: not local → class Box skipped → global → built-in → undefined",
            "2:5 class scope skipped here: only the body of `Box` itself sees this name");

    [Test]
    public void All_classes_that_are_passed_over_are_shown() =>
        LabelsOf(new ClassScopeLookup(), "class A:\n    x = 1\n    class B:\n        x = 2\n        def f(): return x\n").Should().Equal(
            "5:25 looked up: not local → class A.B skipped → class A skipped → global → built-in → undefined",
            "4:9 class scope skipped here: only the body of `B` itself sees this name",
            "2:5 class scope skipped here: only the body of `A` itself sees this name");

    [Test]
    public void The_local_variable_and_the_one_behind_it_are_shown() =>
        LabelsOf(new UnboundLocalFromAssignment(), "n = 0\ndef add():\n    print(n)\n    n = 1\n").Should().Equal(
            "3:11 looked up: local",
            "4:5 the search stops here: this makes `n` local to `add`",
            "1:1 never reached: the search stops before it comes to the global `n`");

    [Test]
    public void An_enclosing_function_is_named() =>
        LabelsOf(new ShadowedBuiltinCalled(), "def f():\n    sum = 1\n    return [sum(3) for _ in (1, 2)]\n").Should().Equal(
            "3:13 looked up: not local → enclosing f",
            "2:5 the search stops here, in `f` around it");

    [Test]
    public void A_binding_of_the_owner_comes_before_one_from_inside() =>
        LabelsOf(new ShadowedBuiltinCalled(), "def f():\n    global sum\n    sum = 1\nsum = 2\nsum(3)\n").Should().Equal(
            "5:1 looked up: global, else built-in",
            "4:1 the search stops here, in the module");

    [Test]
    public void A_shadowed_builtin_shows_where_its_use_stops() =>
        LabelsOf(new ShadowedBuiltin(), "def f(xs):\n    sum = sum(xs)\n    return sum\n").Should()
            .Contain("2:11 UnboundLocalError: the local variable has no value yet; looked up: local");

    [TestCase("def f(list):\n    return list\n", "1:7 local to `f`; looked up: local, before built-in")]
    [TestCase("def g():\n    id = 1\n    def f(id):\n        return id\n    return f\n", "3:11 local to `f`; looked up: local, before enclosing g → built-in")]
    public void A_parameter_shows_what_it_keeps_out_of_reach(string code, string label) =>
        LabelsOf(new ShadowedBuiltinParameter(), code).First().Should().Be(label);

    private static IEnumerable<string> LabelsOf(Rule rule, string code)
    {
        var result = new Analyzer([rule]).Run(SyntaxTree.Parse(SourceText.From(code)));
        return result.Diagnostics.Single().Labels.Select(label => $"{result.Tree.Text.PositionOf(label.Span.Start)} {label.Text}");
    }
}
