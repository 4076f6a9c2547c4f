using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Analysis.Tests.Harness;

/// <summary>The harness is only worth something if it fails when a rule is wrong.</summary>
public class ExampleHarnessTests
{
    private static readonly Action<Pass, RuleContext> FlagPass = (node, context) => context.Report(node.Span);

    private static readonly Action<Pass, RuleContext> FixPass = (node, context) =>
        context.Report(node.Span).Fix(FixSafety.Safe, "write dots", new TextEdit(node.Span, "..."));

    private static ToyRule Rule(Action<Pass, RuleContext> check, Example example, FixSafety fix = FixSafety.None) =>
        new(ToyRule.Describe(fix: fix, examples: example), on => on.Visit(check));

    private static IEnumerable<string> Problems(Rule rule) =>
        ExampleCase.AllOf([rule]).Select(RuleExamples.ProblemOf).OfType<string>();

    private static string? Problem(Rule rule, string variant) =>
        RuleExamples.ProblemOf(ExampleCase.AllOf([rule]).Single(test => test.Variant.Name == variant));

    [TestCase("[|pass|]")]
    [TestCase("if x:\n    [|pass|]\nelse:\n    [|pass|]  # comment\n")]
    [TestCase("text = '''\nif x:\n    pass\n'''\n[|pass|]")]
    [TestCase("text = \"\"\"\n\"\"\"\n[|pass|]")]
    [TestCase("f(\n  x,\n)\n\n[|pass|]; y = '''\n\n'''")]
    [TestCase("# comment\n\n[|pass|]")]
    public void A_sound_rule_passes_in_every_variant(string code) => Problems(Rule(FlagPass, Example.Bad(code))).Should().BeEmpty();

    [Test]
    public void A_sound_fix_passes_in_every_variant() =>
        Problems(Rule(FixPass, Example.Bad("if x:\n    [|pass|]\n[|pass|]  # why", "if x:\n    ...\n...  # why").Saying("this is flagged"), FixSafety.Safe))
            .Should().BeEmpty();

    [Test]
    public void A_silent_rule_passes_a_good_example() => Problems(Rule(FlagPass, Example.Good("x = 1"))).Should().BeEmpty();

    [Test]
    public void Each_example_is_tried_in_seven_variants() =>
        ExampleCase.AllOf([Rule(FlagPass, Example.Bad("[|pass|]"))]).Select(test => test.ToString()).Should().Equal(
            "toy-rule, bad 1, as written",
            "toy-rule, bad 1, with CRLF",
            "toy-rule, bad 1, after a comment",
            "toy-rule, bad 1, in a function",
            "toy-rule, bad 1, in a string",
            "toy-rule, bad 1, in a comment",
            "toy-rule, bad 1, with noqa");

    [TestCase("from x import *\n[|pass|]")]
    [TestCase("from __future__ import annotations\n[|pass|]")]
    [TestCase("def g():\n    global x\n    [|pass|]")]
    [TestCase("# nothing but a comment")]
    public void What_belongs_to_a_module_is_not_tried_in_a_function(string code)
    {
        var example = code.Contains("[|", StringComparison.Ordinal) ? Example.Bad(code) : Example.Good(code);
        ExampleCase.AllOf([Rule(FlagPass, example)]).Should().NotContain(test => test.Variant.Name == "in a function");
    }

    [Test]
    public void An_example_may_opt_out_of_the_function_with_a_reason() =>
        ExampleCase.AllOf([Rule(FlagPass, Example.Bad("[|pass|]").OnlyAtModuleLevel("it is about modules"))])
            .Should().NotContain(test => test.Variant.Name == "in a function");

    [TestCase("pa[|ss|]", "*expected to be flagged:*pa[[]|ss|]*but flagged is:*[[]|pass|]*")]
    [TestCase("[|x|]", "*expected to be flagged:*[[]|x|]*but flagged is:*")]
    [TestCase("[|pass|]; pass", "*but flagged is:*[[]|pass|]; [[]|pass|]*")]
    [TestCase("pass", "*marks what is flagged*")]
    [TestCase("x = = 1; [|pass|]", "*PLS000 at 1:*")]
    public void A_bad_example_fails_where_the_rule_does_not_flag_exactly_the_marks(string code, string problem) =>
        Problem(Rule(FlagPass, Example.Bad(code)), "as written").Should().Match(problem.Replace("[[]", "["));

    [TestCase("pass", "*but flagged is:*[|pass|]*")]
    [TestCase("[|x|]", "*a good example has no*")]
    [TestCase("x = = 1", "*PLS000*")]
    public void A_good_example_fails_where_the_rule_flags_something(string code, string problem) =>
        Problem(Rule(FlagPass, Example.Good(code)), "as written").Should().Match(problem);

    [Test]
    public void A_rule_that_crashes_fails() =>
        Problem(Rule((_, _) => throw new InvalidOperationException("no"), Example.Bad("[|pass|]")), "as written").Should().Contain("PLS003");

    [Test]
    public void Another_message_than_stated_fails() =>
        Problem(Rule(FlagPass, Example.Bad("[|pass|]").Saying("something else")), "as written")
            .Should().Be("expected to say: something else\nbut says: this is flagged");

    [TestCase("with CRLF", "\r\n")]
    [TestCase("after a comment", "🐍")]
    [TestCase("in a function", "def ")]
    public void A_rule_that_is_put_off_by_the_surroundings_fails(string variant, string trap)
    {
        var rule = Rule((node, context) => ReportUnless(context.Text.Content.Contains(trap, StringComparison.Ordinal), node, context), Example.Bad("[|pass|]\nx"));
        Problems(rule).Should().ContainSingle().Which.Should().Be(Problem(rule, variant)).And.Contain("expected to be flagged");
    }

    [TestCase("in a string")]
    [TestCase("in a comment")]
    public void A_rule_that_searches_the_text_fails(string variant)
    {
        var rule = new ToyRule(ToyRule.Describe(examples: Example.Bad("[|pass|]")), on => on.Visit<Module>((_, context) =>
        {
            var start = context.Text.Content.IndexOf("pass", StringComparison.Ordinal);
            context.Report(new TextSpan(start, start + 4));
        }));
        Problem(rule, variant).Should().Contain("flagged");
    }

    [Test]
    public void A_rule_that_is_told_by_a_comment_what_to_flag_fails_with_noqa()
    {
        var rule = Rule((node, context) => ReportUnless(context.Tree.Comments.Length > 0, node, context), Example.Bad("[|pass|]"));
        Problem(rule, "with noqa").Should().Contain("expected to be suppressed");
    }

    [Test]
    public void Another_fixed_text_than_stated_fails() =>
        Problem(Rule(FixPass, Example.Bad("[|pass|]", "return"), FixSafety.Safe), "as written").Should().Contain("but fixed to:\n...");

    [Test]
    public void A_stated_fix_that_is_not_offered_fails() =>
        Problem(Rule(FlagPass, Example.Bad("[|pass|]", "..."), FixSafety.Safe), "as written").Should().Contain("but fixed to:\npass");

    [Test]
    public void A_fix_with_line_ends_of_its_own_fails()
    {
        var rule = Rule(
            (node, context) => context.Report(node.Span).Fix(FixSafety.Safe, "spread", new TextEdit(node.Span, "x\ny")),
            Example.Bad("[|pass|]", "x\ny"),
            FixSafety.Safe);
        Problem(rule, "as written").Should().BeNull();
        Problem(rule, "with CRLF").Should().Contain("expected to be fixed to");
    }

    [Test]
    public void A_fix_that_promises_more_than_the_rule_fails() =>
        Problem(Rule(FixPass, Example.Bad("[|pass|]", "..."), FixSafety.Unsafe), "as written")
            .Should().Be("the fix “write dots” is Safe, but the rule declares Unsafe");

    [Test]
    public void A_fix_into_something_that_does_not_parse_fails() =>
        Problem(Rule(Replacing("= ="), Example.Bad("[|pass|]"), FixSafety.Safe), "as written").Should().StartWith("the fixed text does not parse: PLS000");

    [Test]
    public void A_fix_that_never_ends_fails() =>
        Problem(Rule(Replacing("pass; pass"), Example.Bad("[|pass|]"), FixSafety.Safe), "as written").Should().StartWith("after 10 passes");

    [Test]
    public void A_fix_that_leaves_a_finding_fails()
    {
        Action<Pass, RuleContext> check = (node, context) =>
        {
            var builder = context.Report(node.Span);
            _ = context.Text.Length > 4 ? builder : builder.Fix(FixSafety.Safe, "do it again", new TextEdit(node.Span, "pass;"));
        };
        Problem(Rule(check, Example.Bad("[|pass|]", "pass;"), FixSafety.Safe), "as written").Should().Contain("but flagged is:\n[|pass|];");
    }

    [Test]
    public void A_rule_that_flags_a_good_example_of_another_is_named()
    {
        var other = new ToyRule(ToyRule.Describe("PLS101", "other-rule", examples: Example.Good("pass")), _ => { });
        RuleExamples.ForeignFindings([Rule(FlagPass, Example.Good("pass")), other])
            .Should().Equal("PLS298 toy-rule flags a good example of PLS101 other-rule: this is flagged\npass");
    }

    private static Action<Pass, RuleContext> Replacing(string text) =>
        (node, context) => context.Report(node.Span).Fix(FixSafety.Safe, "replace", new TextEdit(node.Span, text));

    private static void ReportUnless(bool condition, Pass node, RuleContext context)
    {
        if (!condition)
        {
            context.Report(node.Span);
        }
    }
}
