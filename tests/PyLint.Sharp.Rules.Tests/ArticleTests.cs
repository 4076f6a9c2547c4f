using System.Text.RegularExpressions;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>
/// No article stands before a name that the user chose: whether it is <c>a `user`</c> or <c>an `hour`</c> no program can hear. Before
/// words of Python, which we write ourselves, the article is that of the word.
/// </summary>
public partial class ArticleTests
{
    private static IEnumerable<string> Codes => BuiltInRules.Catalog.Rules.Select(rule => rule.Descriptor.Code);

    [TestCaseSource(nameof(Codes))]
    public void Messages_have_none_before_values(string code)
    {
        var descriptor = RuleOf(code).Descriptor;
        descriptor.OtherMessages.Prepend(descriptor.Message).Should().NotContain(message => BeforeValue().IsMatch(message));
    }

    [TestCaseSource(nameof(Codes))]
    public void What_is_said_of_examples_has_none_before_names(string code)
    {
        var rule = RuleOf(code);
        foreach (var test in ExampleCase.AllOf([rule]).Where(test => test.Variant == ExampleVariant.AsWritten && test.Example.IsBad))
        {
            var result = new Analyzer([rule]).Run(SyntaxTree.Parse(SourceText.From(MarkedCode.Parse(test.Example.Code).Code)));
            foreach (var finding in result.Diagnostics)
            {
                string[] said = [finding.Message, finding.Why, finding.Help, finding.Fix?.Title ?? "", .. finding.Labels.Select(label => label.Text)];
                said.Should().NotContain(text => WrongSound().IsMatch(text), "{0}", test);
            }
        }
    }

    [TestCase("`x` is a `A`", true)]
    [TestCase("An `list` of", true)]
    [TestCase("an `int` and a `try`", false)]
    [TestCase("a `user`", true)]
    public void The_sound_is_judged_by_the_letter(string text, bool isWrong) => WrongSound().IsMatch(text).Should().Be(isWrong);

    private static Rule RuleOf(string code) => BuiltInRules.Catalog.Rules.Single(rule => rule.Descriptor.Code == code);

    [GeneratedRegex(@"\b[Aa]n? `\{")]
    private static partial Regex BeforeValue();

    /// <summary>Rather a wrong alarm about <c>a `user`</c> in an example than a silent one about <c>a `int`</c>.</summary>
    [GeneratedRegex(@"\b([Aa] `[aeiouAEIOU]|[Aa]n `[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z])")]
    private static partial Regex WrongSound();
}
