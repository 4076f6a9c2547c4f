using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>What a finding about a hash points at: what has none, with the path to it.</summary>
public class HashabilityLabelTests
{
    private const string Record = "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass P:\n    name: str\n    xs: list\n";

    [TestCase("d = {(1, (2, [3])): 4}\n", "1:14 element `[1][1]` has no hash")]
    [TestCase("inner = ([1], 2)\nhash((1, inner))\n", "1:10 element `[1][0]` has no hash")]
    [TestCase("def pair():\n    return 1, [2]\nd = {}\nd[pair()] = 1\n", "2:15 element `[1]` has no hash")]
    [TestCase("def f(c, x):\n    key = (1, []) if c else (x, {})\n    return {key: 1}\n", "2:5 bound to the tuple here; its element `[1]` has no hash")]
    [TestCase("def f(c, x):\n    return {((1, []) if c else (x, {})): 1}\n", "2:14 element `[1]` has no hash")]
    [TestCase("def f(c, x):\n    pair = (1, []) if c else (x, {})\n    return {(pair, []): 1}\n", "3:14 element `[0][1]` has no hash")]
    [TestCase(Record + "d = {(1, P('a', [])): 1}\n", "6:10 element `[1].xs` has no hash")]
    public void An_element_of_a_tuple_is_shown_with_its_path(string code, string label) => LabelsOf(code, "PLS102").Should().Equal(label);

    [TestCase("class P:\n    __hash__ = None\ns = {P()}\n", "2:5 takes the hash away")]
    [TestCase(Record + "p = P('a', [])\nd = {p: 1}\n", "5:5 `.xs` has no hash")]
    [TestCase(Record + "class Q(P):\n    pass\nd = {Q('a', []): 1}\n", "5:5 `.xs` has no hash")]
    [TestCase("from typing import NamedTuple\nclass P(NamedTuple):\n    pair: tuple[int, list]\nhash(P((1, [])))\n", "3:5 `.pair[1]` has no hash")]
    public void A_field_of_an_instance_is_shown_with_its_path(string code, string label) => LabelsOf(code, "PLS103").Should().Equal(label);

    [Test]
    public void A_value_without_hash_is_shown_where_it_is_bound() =>
        LabelsOf("xs = [1]\nd = {xs: 1}\n", "PLS101").Should().Equal("1:1 bound to a list here");

    private static IEnumerable<string> LabelsOf(string code, string rule)
    {
        var result = new Analyzer(BuiltInRules.Catalog.Rules.Where(one => one.Descriptor.Code == rule)).Run(SyntaxTree.Parse(SourceText.From(code)));
        return result.Diagnostics.Should().ContainSingle().Which.Labels.Select(label => $"{result.Tree.Text.PositionOf(label.Span.Start)} {label.Text}");
    }
}
