using PyLint.Sharp.Analysis;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Rules.Tests;

public class RuleContractTests
{
    private static IEnumerable<TestCaseData<Rule>> Rules =>
        BuiltInRules.Catalog.Rules.Select(rule => new TestCaseData<Rule>(rule).SetArgDisplayNames(rule.Descriptor.Name));

    [TestCaseSource(nameof(Rules))]
    public void A_rule_explains_itself_completely(Rule rule) => RuleContract.ProblemsOf(rule).Should().BeEmpty();

    [Test]
    public void No_alias_means_rules_of_two_areas_or_a_name_of_ours() =>
        RuleContract.ProblemsBetween(BuiltInRules.Catalog.Rules).Should().BeEmpty();

    [Test]
    public void The_readme_lists_every_rule_and_says_which_are_off()
    {
        var readme = Repository.ReadText("README.md");
        BuiltInRules.Catalog.Rules.Select(rule => rule.Descriptor)
            .Where(rule => !readme.Contains($"{rule.Code} `{rule.Name}`{(rule.IsEnabledByDefault ? "" : " (off)")}", StringComparison.Ordinal)
                || (rule.IsEnabledByDefault && readme.Contains($"`{rule.Name}` (off)", StringComparison.Ordinal)))
            .Select(rule => rule.Code).Should().BeEmpty();
    }
}
