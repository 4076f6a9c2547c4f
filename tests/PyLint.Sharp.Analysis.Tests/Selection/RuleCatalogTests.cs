using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Analysis.Tests.Selection;

public class RuleCatalogTests
{
    /// <summary>What the search of an assembly finds: public, concrete, a rule.</summary>
    public sealed class FoundRule : Rule
    {
        public override RuleDescriptor Descriptor { get; } = ToyRule.Describe("PLS297", "found-rule");

        public override void Register(Registration on) => ArgumentNullException.ThrowIfNull(on);
    }

    /// <summary>A rule that there can be no instance of.</summary>
    public sealed class BrokenRule : Rule
    {
        public BrokenRule() => throw new InvalidOperationException("no instance");

        public override RuleDescriptor Descriptor => throw new NotSupportedException();

        public override void Register(Registration on) => throw new NotSupportedException();
    }

    /// <summary>A base of rules is none itself.</summary>
    public abstract class BaseOfRules : Rule;

    private sealed class Wordless(bool throws) : Rule
    {
        public override RuleDescriptor Descriptor => throws ? throw new InvalidOperationException() : null!;

        public override void Register(Registration on) => ArgumentNullException.ThrowIfNull(on);
    }

    private static ToyRule Rule(string code, string name, params string[] aliases) => new(ToyRule.Describe(code, name, aliases: aliases), _ => { });

    [Test]
    public void An_assembly_yields_its_public_concrete_rules() =>
        RuleCatalog.Of(typeof(RuleCatalogTests).Assembly).Rules.Should().ContainSingle().Which.Should().BeOfType<FoundRule>();

    [Test]
    public void A_rule_whose_constructor_throws_is_a_failure_beside_the_others()
    {
        var failure = RuleCatalog.Of(typeof(RuleCatalogTests).Assembly).Failures.Should().ContainSingle().Subject;
        failure.TypeName.Should().Be(nameof(BrokenRule));
        failure.Exception.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("no instance");
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_rule_that_cannot_say_what_it_is_is_a_failure_beside_the_others(bool throws)
    {
        var catalog = new RuleCatalog([new Wordless(throws), Rule("PLS201", "a")]);
        catalog.Rules.Should().ContainSingle();
        catalog.Descriptors.Should().NotContainNulls();
        catalog.Failures.Should().ContainSingle().Which.TypeName.Should().Be(nameof(Wordless));
    }

    [Test]
    public void Rules_come_in_the_order_of_their_codes() =>
        new RuleCatalog([Rule("PLS301", "b"), Rule("PLS201", "c"), Rule("PLS202", "a")]).Rules
            .Select(rule => rule.Descriptor.Code).Should().Equal("PLS201", "PLS202", "PLS301");

    [TestCase("PLS201")]
    [TestCase("pls201")]
    [TestCase("bare-except")]
    [TestCase("e722")]
    public void A_rule_is_found_by_code_name_and_alias(string word) =>
        new RuleCatalog([Rule("PLS201", "bare-except", "E722")]).Find(word).Single().Code.Should().Be("PLS201");

    [Test]
    public void A_shared_alias_finds_all_its_rules() =>
        new RuleCatalog([Rule("PLS301", "a", "W0622"), Rule("PLS302", "b", "W0622")]).Find("W0622").Should().HaveCount(2);

    [TestCase("PLS000", "syntax-error")]
    [TestCase("rule-crashed", "rule-crashed")]
    [TestCase("E999", "syntax-error")]
    public void The_diagnostics_of_the_engine_are_found_too(string word, string name) =>
        new RuleCatalog([]).Find(word).Single().Name.Should().Be(name);

    [Test]
    public void An_unknown_word_finds_nothing() => new RuleCatalog([]).Find("bare-except").Should().BeEmpty();

    [TestCase("PLS201", "other-name")]
    [TestCase("PLS202", "bare-except")]
    [TestCase("PLS000", "other-name")]
    public void A_code_or_name_belongs_to_one_rule(string code, string name) =>
        FluentActions.Invoking(() => new RuleCatalog([Rule("PLS201", "bare-except"), Rule(code, name)])).Should().Throw<ArgumentException>();

    [TestCase("abc", "abc", 0)]
    [TestCase("abc", "ABC", 0)]
    [TestCase("abc", "acb", 1)]
    [TestCase("abc", "ab", 1)]
    [TestCase("abc", "abxc", 1)]
    [TestCase("abc", "axc", 1)]
    [TestCase("", "abc", 3)]
    [TestCase("kitten", "sitting", 3)]
    public void Slips_are_counted(string left, string right, int slips)
    {
        DidYouMean.Distance(left, right).Should().Be(slips);
        DidYouMean.Distance(right, left).Should().Be(slips);
    }

    [Test]
    public void The_closest_word_is_meant_and_the_first_of_equals() =>
        DidYouMean.Closest("selct", ["--ignore", "selects", "select", "elect"]).Should().Be("select");

    [Test]
    public void Something_quite_different_is_not_suggested() => DidYouMean.Closest("jobs", ["select"]).Should().BeNull();
}
