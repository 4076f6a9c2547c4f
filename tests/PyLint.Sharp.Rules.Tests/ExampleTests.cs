using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Rules.Tests;

public class ExampleTests
{
    private static IEnumerable<TestCaseData<ExampleCase>> Cases =>
        ExampleCase.AllOf(BuiltInRules.Catalog.Rules).Select(test => new TestCaseData<ExampleCase>(test).SetArgDisplayNames(test.ToString()));

    [TestCaseSource(nameof(Cases))]
    public void A_rule_keeps_what_its_example_promises(ExampleCase test)
    {
        if (RuleExamples.ProblemOf(test) is { } problem)
        {
            Assert.Fail(problem);
        }
    }

    [Test]
    public void No_rule_flags_a_good_example_of_another() => RuleExamples.ForeignFindings(BuiltInRules.Catalog.Rules).Should().BeEmpty();

    [Test]
    public void No_rule_flags_what_the_fix_of_another_made() => RuleExamples.FindingsAfterFixes(BuiltInRules.Catalog.Rules).Should().BeEmpty();
}
