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
}
