using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests;

public class RuleOptionTests
{
    [TestCase("id = 1\nlist = 2\n", "", "id list")]
    [TestCase("id = 1\nlist = 2\n", "id", "list")]
    [TestCase("def f():\n    id = 1\n    return id\n", "id,list", "")]
    public void Shadowed_builtin_allows_names(string code, string allowed, string expected)
    {
        var rule = BuiltInRules.Catalog.Rules.Single(rule => rule.Descriptor.Name == "shadowed-builtin");
        var option = rule.Descriptor.Options.Single(option => option.Name == "allow");
        var options = new RuleSettings { Values = ImmutableDictionary<RuleOption, object>.Empty.Add(option, allowed.Split(',').ToImmutableArray()) };
        var text = SourceText.From(code);

        var found = new Analyzer([rule], new AnalyzerOptions { Rules = options }).Run(SyntaxTree.Parse(text)).Diagnostics;
        string.Join(' ', found.Select(diagnostic => text.ToString(diagnostic.Span))).Should().Be(expected);
    }

    [TestCase(5, "f g")]
    [TestCase(6, "g")]
    [TestCase(7, "")]
    public void Too_many_parameters_counts_to_its_limit(long limit, string expected)
    {
        var rule = BuiltInRules.Catalog.Rules.Single(rule => rule.Descriptor.Name == "too-many-parameters");
        var option = rule.Descriptor.Options.Single(option => option.Name == "max");
        var options = new RuleSettings { Values = ImmutableDictionary<RuleOption, object>.Empty.Add(option, limit) };
        var text = SourceText.From("def f(a, b, c, d, e, g):\n    return [a, b, c, d, e, g]\ndef g(a, b, c, d, e, g, h):\n    return [a, b, c, d, e, g, h]\n");

        var found = new Analyzer([rule], new AnalyzerOptions { Rules = options }).Run(SyntaxTree.Parse(text)).Diagnostics;
        string.Join(' ', found.Select(diagnostic => text.ToString(diagnostic.Span))).Should().Be(expected);
    }

    [TestCase("try:\n    f()\nexcept Exception:\n    tell_ops()\n", "", true)]
    [TestCase("try:\n    f()\nexcept Exception:\n    tell_ops()\n", "tell_ops", false)]
    public void Broad_except_knows_reporters(string code, string reporters, bool isFlagged) =>
        FoundBy("broad-except", "reporters", reporters.Split(',').ToImmutableArray(), code).Should().Be(isFlagged ? 1 : 0);

    [TestCase(false, 0)]
    [TestCase(true, 1)]
    public void Broad_except_flags_logged_ones_when_asked(bool value, int expected) =>
        FoundBy("broad-except", "flag-logged", value, "try:\n    f()\nexcept Exception:\n    log.exception('no')\n").Should().Be(expected);

    [TestCase(5L, 0)]
    [TestCase(2L, 0)]
    [TestCase(1L, 1)]
    public void Wide_try_body_counts_up_to_a_limit(long limit, int expected) =>
        FoundBy("wide-try-body", "max-statements", limit, "try:\n    n = int(t)\n    print(n)\nexcept ValueError:\n    n = 0\n").Should().Be(expected);

    private static int FoundBy(string name, string option, object value, string code)
    {
        var rule = BuiltInRules.Catalog.Rules.Single(rule => rule.Descriptor.Name == name);
        var values = ImmutableDictionary<RuleOption, object>.Empty.Add(rule.Descriptor.Options.Single(each => each.Name == option), value);
        return new Analyzer([rule], new AnalyzerOptions { Rules = new RuleSettings { Values = values } }).Run(SyntaxTree.Parse(SourceText.From(code))).Diagnostics.Length;
    }
}
