using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Rules.Tests.Shapes;

/// <summary>The LEGB table of a finding: each place, what it has of the name, where, and whether the search comes to it.</summary>
public class ResolutionTablesTests
{
    private static readonly string[] ScopeRules =
        ["PLS301", "PLS302", "PLS303", "PLS305", "PLS306", "PLS307", "PLS308", "PLS309", "PLS310", "PLS311", "PLS312", "PLS313"];

    [Test]
    public void A_local_variable_stops_the_search_before_all_others() =>
        TableOf(new UnboundLocalFromAssignment(), "def outer():\n    n = 0\n    def add():\n        n += 1\n    return add\n").Should().Equal(
            "n", "Local add Bound 4:9", "Enclosing outer Bound 2:5 (not reached)", "Global <module> NotBound (not reached)", "BuiltIn builtins NotBound (not reached)");

    [Test]
    public void What_a_built_in_is_hidden_by_stands_before_it() =>
        TableOf(new ShadowedBuiltin(), "from os import open\nprint(open)\n").Should().Equal(
            "open", "Global <module> Bound 1:16", "BuiltIn builtins Bound (not reached)");

    [Test]
    public void A_class_is_passed_over() =>
        TableOf(new ClassScopeLookup(), "class Box:\n    size = 2\n    def area(self):\n        return [size for _ in (1, 2)]\n").Should().Equal(
            "size", "Local <listcomp> NotBound", "Enclosing area NotBound", "Class Box Skipped 2:5", "Global <module> NotBound", "BuiltIn builtins NotBound");

    [Test]
    public void A_closure_finds_the_function_around() =>
        TableOf(new LateBindingClosure(), "def f(xs):\n    fs = []\n    for i in xs:\n        fs.append(lambda: i)\n    return fs\n").Should().Equal(
            "i", "Local <lambda> NotBound", "Enclosing f Bound 3:9", "Global <module> NotBound (not reached)", "BuiltIn builtins NotBound (not reached)");

    [Test]
    public void A_declaration_sends_the_search_to_the_module() =>
        TableOf(new GlobalStatement(), "n = 0\ndef f():\n    global n\n    n = 1\n").Should().Equal(
            "n", "Local f DeclaredGlobal", "Global <module> Bound 1:1", "BuiltIn builtins NotBound (not reached)");

    [Test]
    public void Nonlocal_never_looks_into_the_module() =>
        TableOf(new ScopeDeclarationMisuse(), "n = 0\ndef f():\n    def g():\n        nonlocal n\n        n = 1\n    return g\n").Should().Equal(
            "n", "Local g DeclaredNonlocal", "Enclosing f NotBound");

    [Test]
    public void Inside_a_class_the_next_place_is_the_module() =>
        TableOf(new ClassAttributeCapturesBuiltin(), "def f():\n    class A:\n        max = 3\n        top = max(1, 2)\n    return A\n").Should().Equal(
            "max", "Local A Bound 3:9", "Global <module> NotBound (not reached)", "BuiltIn builtins Bound (not reached)");

    [Test]
    public void A_star_import_may_have_the_name() =>
        TableOf(new ShadowedBuiltinCalled(), "from shop import *\ndef f():\n    sum = 0\n    return sum(())\n").Should().Equal(
            "sum", "Local f Bound 3:5", "Global <module> NotBound (not reached)", "Global <module> PossiblyBound (not reached)", "BuiltIn builtins Bound (not reached)");

    [TestCaseSource(nameof(ScopeRules))]
    public void Every_finding_about_a_scope_has_one_and_shows_its_steps(string code)
    {
        var rule = BuiltInRules.Catalog.Rules.Single(rule => rule.Descriptor.Code == code);
        foreach (var test in ExampleCase.AllOf([rule]).Where(test => test.Variant == ExampleVariant.AsWritten && test.Example.IsBad))
        {
            var result = new Analyzer([rule]).Run(SyntaxTree.Parse(SourceText.From(MarkedCode.Parse(test.Example.Code).Code)));
            foreach (var finding in result.Diagnostics.Where(finding => result.Tree.Text.ToString(finding.Span) != "nonlocal"))
            {
                finding.Resolution.Should().NotBeNull("{0} is about a name", test);
                finding.Resolution!.Steps.Should().Contain(step => step.IsReached, "{0} is looked up", test);
                finding.Labels.Should().Contain(label => label.Text.Contains("looked up: ", StringComparison.Ordinal), "{0} shows it", test);
            }
        }
    }

    private static IEnumerable<string> TableOf(Rule rule, string code)
    {
        var result = new Analyzer([rule]).Run(SyntaxTree.Parse(SourceText.From(code)));
        var table = result.Diagnostics.Single().Resolution!;
        return table.Steps.Select(step =>
            $"{step.Place} {step.Scope} {step.Outcome}{(step.Binding is { } binding ? $" {result.Tree.Text.PositionOf(binding.Start)}" : "")}{(step.IsReached ? "" : " (not reached)")}")
            .Prepend(table.Name);
    }
}
