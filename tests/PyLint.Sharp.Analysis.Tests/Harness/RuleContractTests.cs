using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Analysis.Tests.Harness;

/// <summary>A rule that owes something is told what.</summary>
public class RuleContractTests
{
    private static readonly Example[] Enough = [Example.Bad("[|a|]"), Example.Bad("[|b|]"), Example.Good("c"), Example.Good("d").Hidden()];

    private static ToyRule Rule(RuleDescriptor descriptor) => new(descriptor, _ => { });

    private static ToyRule Rule(params Example[] examples) => Rule(ToyRule.Describe(examples: examples));

    /// <summary>Without what is true of every toy: that it lies in no folder of rules.</summary>
    private static IEnumerable<string> Problems(Rule rule) =>
        RuleContract.ProblemsOf(rule).Where(problem => !problem.Contains("is not the folder of", StringComparison.Ordinal));

    [Test]
    public void A_complete_rule_owes_nothing() => Problems(Rule(Enough)).Should().BeEmpty();

    [Test]
    public void A_rule_lies_in_the_folder_of_its_area() =>
        RuleContract.ProblemsOf(Rule(Enough)).Should().Equal("PyLint.Sharp.Analysis.Tests is not the folder of ControlFlow");

    [TestCase("PLS98", "*is not PLS*")]
    [TestCase("PLX298", "*is not PLS*")]
    [TestCase("PLS298x", "*is not PLS*")]
    public void A_malformed_code_is_told(string code, string problem) =>
        Problems(Rule(ToyRule.Describe(code, examples: Enough))).Should().ContainSingle().Which.Should().Match(problem);

    [TestCase("Toy-Rule")]
    [TestCase("toy_rule")]
    [TestCase("another-rule")]
    public void A_name_is_that_of_the_class_in_kebab_case(string name) =>
        Problems(Rule(ToyRule.Describe(name: name, examples: Enough))).Should().ContainSingle().Which.Should().Contain("kebab-case");

    [TestCase("Allow", "What is fine.", "*Allow is not in kebab-case*")]
    [TestCase("allow", "what is fine", "the documentation of allow*")]
    public void A_badly_named_or_documented_option_is_told(string name, string documentation, string problem) =>
        Problems(Rule(ToyRule.Describe(examples: Enough, options: [RuleOption.Words(name, documentation)]))).Should().ContainSingle().Which.Should().Match(problem);

    [TestCase("Upper case")]
    [TestCase("final stop.")]
    [TestCase("two\nlines")]
    [TestCase("space at the end ")]
    [TestCase("")]
    public void A_badly_punctuated_message_is_told(string message) => RuleContract.ProblemOfMessage(message).Should().NotBeNull();

    [TestCase("compare with `None` using `is`")]
    [TestCase("`{name}` hides the built-in")]
    [TestCase("{count} calls have a better form")]
    public void A_well_punctuated_message_is_fine(string message) => RuleContract.ProblemOfMessage(message).Should().BeNull();

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("No final stop")]
    [TestCase("small start.")]
    [TestCase("Space behind. ")]
    public void A_bad_explanation_is_told(string text) => RuleContract.ProblemOfExplanation("Why", text).Should().StartWith("Why");

    [TestCase("It is so.")]
    [TestCase("`is` compares identity.")]
    [TestCase("Is it?")]
    public void A_good_explanation_is_fine(string text) => RuleContract.ProblemOfExplanation("Why", text).Should().BeNull();

    [Test]
    public void Two_examples_of_each_kind_are_needed_and_one_of_them_is_shown()
    {
        Problems(Rule(Enough[1..])).Should().ContainSingle().Which.Should().Contain("bad examples");
        Problems(Rule(Enough[..3])).Should().ContainSingle().Which.Should().Contain("good examples");
        Problems(Rule([.. Enough[..2], Enough[2].Hidden(), Enough[3]])).Should().ContainSingle().Which.Should().Contain("good examples");
    }

    [Test]
    public void The_same_example_twice_is_told() =>
        Problems(Rule([.. Enough, Enough[0]])).Should().ContainSingle().Which.Should().Contain("stands there twice");

    [Test]
    public void A_fix_is_declared_exactly_where_an_example_shows_one()
    {
        Problems(Rule(ToyRule.Describe(fix: FixSafety.Safe, examples: Enough))).Should().ContainSingle().Which.Should().Contain("declared as Safe");
        Problems(Rule([.. Enough, Example.Bad("[|e|]", "f")])).Should().ContainSingle().Which.Should().Contain("declared as None");
    }

    [Test]
    public void An_alias_is_one_word() =>
        Problems(Rule(ToyRule.Describe(aliases: ["E722 W0702"], examples: Enough))).Should().ContainSingle().Which.Should().Contain("one word");

    [Test]
    public void A_rule_without_state_of_its_own_is_asked_for()
    {
        var counting = new CountingRule();
        RuleContract.ProblemsOf(counting).Should().Contain("a rule keeps no state, but count can change");
    }

    [Test]
    public void An_alias_is_shared_within_an_area_only()
    {
        var (one, two) = (Rule(ToyRule.Describe("PLS301", "one", aliases: ["W0622"])), Rule(ToyRule.Describe("PLS302", "two", aliases: ["w0622"])));
        var far = Rule(ToyRule.Describe("PLS401", "far", aliases: ["W0622"]));
        RuleContract.ProblemsBetween([one, two]).Should().BeEmpty();
        RuleContract.ProblemsBetween([one, far]).Should().ContainSingle().Which.Should().Contain("shared across areas");
    }

    [TestCase("PLS302")]
    [TestCase("two")]
    public void An_alias_is_no_code_or_name_of_ours(string alias)
    {
        var rules = new[] { Rule(ToyRule.Describe("PLS301", "one", aliases: [alias])), Rule(ToyRule.Describe("PLS302", "two")) };
        RuleContract.ProblemsBetween(rules).Should().ContainSingle().Which.Should().Contain("of a rule of ours");
    }

    private sealed class CountingRule : Rule
    {
        private int count;

        public override RuleDescriptor Descriptor { get; } = ToyRule.Describe(name: "counting-rule", examples: Enough);

        public override void Register(Registration on) => on.Visit<Pass>((node, context) => context.Report(node.Span, $"{++count}"));
    }
}
