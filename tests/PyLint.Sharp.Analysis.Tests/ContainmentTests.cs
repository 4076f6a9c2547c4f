using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Tests;

/// <summary>A rule that throws costs its own findings in that file and nothing else.</summary>
public class ContainmentTests
{
    private const string Code = "a = 1\nb = 2\nc = [\n    3,\n]\nd = 4\n";

    private static readonly ToyRule Sound = ToyRule.Flagging<Constant>("PLS101", "sound-rule");

    private sealed class WithoutDescriptor : Rule
    {
        public override RuleDescriptor Descriptor => throw new InvalidOperationException("no words");

        public override void Register(Registration on) => on.Visit<Assign>((_, _) => { });
    }

    private static ToyRule ThrowingAt(int call, Exception exception)
    {
        var calls = 0;
        return ToyRule.Checking<Assign>(
            (node, context) =>
            {
                context.Report(node.Span);
                if (++calls == call)
                {
                    throw exception;
                }
            },
            "PLS299",
            "broken-rule");
    }

    [TestCase(1, "1:1")]
    [TestCase(2, "2:1")]
    [TestCase(3, "3:1")]
    public void A_crash_at_any_node_leaves_the_findings_of_other_rules_as_they_were(int call, string position)
    {
        var undisturbed = Checks.Run(Code, Sound).Diagnostics;
        var result = Checks.Run(Code, ThrowingAt(call, new InvalidOperationException("oh\nno")), Sound);
        result.Diagnostics.Where(finding => finding.Descriptor == Sound.Descriptor).Should().Equal(undisturbed);
        result.Lines().Should().Contain($"{position} PLS003 `broken-rule` (PLS299) crashed here: InvalidOperationException: oh no");
        result.Diagnostics.Should().HaveCount(undisturbed.Length + 1, "what the crashed rule had found before is dropped");
    }

    [Test]
    public void A_crash_points_at_the_first_line_of_the_node()
    {
        var result = Checks.Run(Code, ThrowingAt(3, new InvalidOperationException()));
        result.Tree.Text.ToString(result.Diagnostics.Single().Span).Should().Be("c = [");
    }

    [Test]
    public void A_crashed_rule_is_not_called_again_in_this_file_but_in_the_next()
    {
        var calls = 0;
        var analyzer = new Analyzer([ToyRule.Checking<Assign>((_, _) => throw new InvalidOperationException($"{++calls}"))]);
        analyzer.Run(Checks.Parse(Code)).Crashes.Should().ContainSingle();
        analyzer.Run(Checks.Parse(Code)).Crashes.Should().ContainSingle();
        calls.Should().Be(2);
    }

    [Test]
    public void The_exception_is_kept_for_whoever_repairs_the_rule()
    {
        var exception = new InvalidOperationException();
        var crash = Checks.Run(Code, ThrowingAt(1, exception)).Crashes.Single();
        crash.Exception.Should().BeSameAs(exception);
        crash.Exception.StackTrace.Should().Contain(nameof(ContainmentTests));
    }

    [Test]
    public void A_rule_that_throws_while_it_registers_crashes_on_each_file()
    {
        var rule = new ToyRule(ToyRule.Describe("PLS299", "broken-rule"), _ => throw new InvalidOperationException("no"));
        var result = Checks.Run("x = 1", rule, Sound);
        result.Lines().Should().Equal(
            "1:1 PLS003 `broken-rule` (PLS299) crashed here: InvalidOperationException: no",
            "1:5 PLS101 this is flagged");
    }

    [Test]
    public void A_rule_without_descriptor_is_named_by_its_type() =>
        Checks.Run("x = 1", new WithoutDescriptor(), Sound).Lines().Should().Equal(
            "1:1 PLS003 `WithoutDescriptor` crashed here: InvalidOperationException: no words",
            "1:5 PLS101 this is flagged");

    [Test]
    public void A_rule_that_never_came_to_be_crashes_on_each_file()
    {
        var analyzer = new Analyzer([Sound], new AnalyzerOptions { Catalog = new RuleCatalog([new WithoutDescriptor()]) });
        for (var file = 0; file < 2; file++)
        {
            analyzer.Run(Checks.Parse("x = 1")).Lines().Should().Equal(
                "1:1 PLS003 `WithoutDescriptor` crashed here: InvalidOperationException: no words",
                "1:5 PLS101 this is flagged");
        }
    }

    [Test]
    public void A_crash_in_the_review_of_suppressions_takes_back_what_it_said_only()
    {
        var reviewer = new ToyRule(ToyRule.Describe("PLS299", "broken-rule"), on => on.VisitSuppressions((review, context) =>
        {
            context.Report(new TextSpan(0, 1));
            throw new InvalidOperationException($"{review.Suppressions.Length}");
        }));
        Checks.Run("x = 1  # noqa: PLS999", reviewer, Sound).Lines().Should().Equal(
            "1:1 PLS003 `broken-rule` (PLS299) crashed here: InvalidOperationException: 1",
            "1:5 PLS101 this is flagged");
    }

    [Test]
    public void A_finding_outside_of_the_file_is_a_crash() =>
        Checks.Run("pass", ToyRule.Checking<Pass>((_, context) => context.Report(new TextSpan(2, 99)))).Lines().Single()
            .Should().StartWith("1:1 PLS003 `toy-rule` (PLS298) crashed here: ArgumentOutOfRangeException");

    [Test]
    public void A_message_with_too_many_values_is_a_crash() =>
        Checks.Run("pass", ToyRule.Checking<Pass>((node, context) => context.Report(node.Span, "value"))).Crashes.Should().ContainSingle();

    [Test]
    public void A_fix_that_changes_a_place_twice_is_a_crash()
    {
        var edit = new TextEdit(new TextSpan(0, 1), "");
        var rule = ToyRule.Checking<Pass>((node, context) => context.Report(node.Span).Fix(FixSafety.Safe, "twice", edit, edit));
        Checks.Run("pass", rule).Crashes.Should().ContainSingle();
    }

    [Test]
    public void A_fix_outside_of_the_file_is_a_crash()
    {
        var edit = new TextEdit(new TextSpan(3, 5), "");
        var rule = ToyRule.Checking<Pass>((node, context) => context.Report(node.Span).Fix(FixSafety.Safe, "too far", edit));
        Checks.Run("pass", rule).Crashes.Should().ContainSingle();
    }

    [Test]
    public void A_rule_that_gives_up_by_itself_has_crashed() =>
        Checks.Run(Code, ThrowingAt(1, new OperationCanceledException())).Crashes.Should().ContainSingle();

    [Test]
    public void A_rule_that_runs_out_of_stack_has_met_a_limit() =>
        Checks.Run("a = 1", ThrowingAt(1, new InsufficientExecutionStackException())).Lines()
            .Should().Equal("1:1 PLS004 not checked completely: `broken-rule` (PLS299) found this too deeply nested");

    [Test]
    public void No_comment_hides_a_crash_or_a_syntax_error()
    {
        Checks.Run("a = 1  # noqa", ThrowingAt(1, new InvalidOperationException())).Diagnostics.Should().ContainSingle();
        Checks.Run("a = = 1  # noqa: PLS000, E999").Diagnostics.Should().NotBeEmpty();
    }
}
