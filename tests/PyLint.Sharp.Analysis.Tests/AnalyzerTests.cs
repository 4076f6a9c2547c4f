using System.Text;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Tests;

public class AnalyzerTests
{
    [Test]
    public void A_rule_sees_each_node_of_its_kind_in_preorder()
    {
        var seen = new List<string>();
        Checks.Run("a(b(c), d)", ToyRule.Checking<Name>((name, _) => seen.Add(name.Id)));
        seen.Should().Equal("a", "b", "c", "d");
    }

    [Test]
    public void A_rule_may_watch_several_kinds()
    {
        var rule = new ToyRule(ToyRule.Describe(), on =>
        {
            on.Visit<Pass>((node, context) => context.Report(node.Span));
            on.Visit<Break>((node, context) => context.Report(node.Span));
        });
        Checks.Run("while x:\n    pass\n    break", rule).Lines()
            .Should().Equal("2:5 PLS298 this is flagged", "3:5 PLS298 this is flagged");
    }

    [Test]
    public void Findings_come_by_start_then_end_then_code_whatever_the_order_of_the_rules()
    {
        Rule[] rules =
        [
            ToyRule.Flagging<Call>("PLS202", "second"),
            ToyRule.Flagging<Call>("PLS201", "first"),
            ToyRule.Flagging<Name>("PLS203", "third"),
        ];
        string[] expected = ["1:1 PLS203 this is flagged", "1:1 PLS201 this is flagged", "1:1 PLS202 this is flagged"];
        Checks.Run("f()", rules).Lines().Should().Equal(expected);
        Checks.Run("f()", [.. rules.Reverse()]).Lines().Should().Equal(expected);
    }

    [TestCase("f()", true, "1:1 PLS201 this is flagged", Description = "the other rule reports there")]
    [TestCase("f()", false, "1:1 PLS202 this is flagged", Description = "the other rule doesn't run")]
    [TestCase("(f())", true, "1:2 PLS201 this is flagged, 1:1 PLS202 this is flagged", Description = "the other rule reports elsewhere")]
    [TestCase("f()  # noqa: PLS201", true, "", Description = "the comment that silences the other silences both")]
    public void A_finding_yields_to_one_that_says_the_same(string code, bool runsBoth, string expected)
    {
        var yielding = new ToyRule(ToyRule.Describe("PLS202", "second"), on => on.Visit<ExprStmt>((node, context) => context.Report(node.Span).YieldTo("PLS201", node.Span.Start)));
        Rule[] rules = runsBoth ? [yielding, ToyRule.Flagging<Call>("PLS201", "first")] : [yielding];
        Checks.Run(code, rules).Lines().Should().BeEquivalentTo(expected.Split(", ", StringSplitOptions.RemoveEmptyEntries));
    }

    [Test]
    public void A_finding_that_yields_to_several_places_needs_all_of_them()
    {
        var yielding = ToyRule.Checking<Module>((node, context) => context.Report(node.Span).YieldTo("PLS201", 0).YieldTo("PLS201", 2));
        var other = ToyRule.Flagging<Name>("PLS201", "first");
        Checks.Run("a", [yielding, other]).Diagnostics.Should().Contain(finding => finding.Descriptor == yielding.Descriptor);
        Checks.Run("a\nb", [yielding, other]).Diagnostics.Should().NotContain(finding => finding.Descriptor == yielding.Descriptor);
    }

    [Test]
    public void A_finding_carries_the_explanation_of_its_rule_unless_the_rule_knew_better()
    {
        var rule = ToyRule.Checking<Pass>((node, context) =>
        {
            context.Report(node.Span);
            context.Report(node.Span).Severity(Severity.Info).Why("Because.").Help("Do this.").Label(new TextSpan(0, 1), "here");
        });
        var findings = Checks.Run("pass", rule).Diagnostics;
        findings[0].Should().BeEquivalentTo(new { Severity = Severity.Warning, Why = "It is a toy.", Help = "Write something else." });
        findings[1].Should().BeEquivalentTo(new { Severity = Severity.Info, Why = "Because.", Help = "Do this." });
        findings[1].Labels.Should().Equal(new DiagnosticLabel(new TextSpan(0, 1), "here"));
    }

    [Test]
    public void A_fix_keeps_its_edits_in_source_order()
    {
        var rule = ToyRule.Checking<Pass>((node, context) => context.Report(node.Span)
            .Fix(FixSafety.Safe, "write dots", new TextEdit(new TextSpan(2, 4), ".."), new TextEdit(new TextSpan(0, 2), ".")));
        Checks.Run("pass", rule).Diagnostics.Single().Fix!.Edits.Select(edit => edit.Span.Start).Should().Equal(0, 2);
    }

    [Test]
    public void A_syntax_error_becomes_PLS000_and_the_rest_is_checked()
    {
        var result = Checks.Run("x = = 1\npass\n", ToyRule.Flagging<Pass>());
        result.Diagnostics[0].Descriptor.Should().BeSameAs(EngineDiagnostics.SyntaxError);
        result.Diagnostics[0].Message.Should().Be(result.Tree.Errors[0].Message);
        result.Lines().Should().Contain("2:1 PLS298 this is flagged");
    }

    [Test]
    public void An_undecodable_byte_becomes_PLS002()
    {
        var tree = SyntaxTree.Parse(SourceText.Decode([.. "x = 1  # "u8, 0xFF, .. "\npass\n"u8]));
        var result = new Analyzer([ToyRule.Flagging<Pass>()]).Run(tree);
        result.Diagnostics.Select(finding => finding.Descriptor.Code).Should().Equal("PLS002", "PLS298");
    }

    [Test]
    public void A_file_that_cannot_be_read_has_a_result_too()
    {
        var result = AnalysisResult.CannotRead("a.py", "permission denied");
        result.Tree.Text.Path.Should().Be("a.py");
        result.Lines().Should().Equal("1:1 PLS001 cannot read this file: permission denied");
    }

    [TestCase("pass", null)]
    [TestCase("def f():\n    pass", "f")]
    [TestCase("class A:\n    pass", "A")]
    [TestCase("class A:\n    class B:\n        def m(self): pass", "A.B.m")]
    [TestCase("def f():\n    async def g(): pass", "f.<locals>.g")]
    [TestCase("def f():\n    class A:\n        def m(self): pass", "f.<locals>.A.m")]
    [TestCase("def f(): ...\nif x:\n    pass", null)]
    [TestCase("def f():\n    global g\n    def g(): pass", "g")]
    public void A_finding_names_the_function_or_class_around_it(string code, string? symbol) =>
        Checks.Run(code, ToyRule.Flagging<Pass>()).Diagnostics.Single().Symbol.Should().Be(symbol);

    [Test]
    public void A_decorator_stands_outside_of_what_it_decorates() =>
        Checks.Run("class A:\n    @decorate(1)\n    def m(self): ...", ToyRule.Flagging<Call>()).Diagnostics.Single().Symbol.Should().Be("A");

    [Test]
    public void A_default_value_stands_in_its_function() =>
        Checks.Run("def f(a=g()): ...", ToyRule.Flagging<Call>()).Diagnostics.Single().Symbol.Should().Be("f");

    [Test]
    public void One_analyzer_serves_many_threads()
    {
        var analyzer = new Analyzer([ToyRule.Flagging<Pass>(), ToyRule.Flagging<Name>("PLS301", "names")]);
        var trees = Enumerable.Range(1, 64).Select(n => Checks.Parse(string.Concat(Enumerable.Repeat("x\npass\n", n)))).ToArray();
        var counts = trees.AsParallel().AsOrdered().Select(tree => analyzer.Run(tree).Diagnostics.Length);
        counts.Should().Equal(Enumerable.Range(1, 64).Select(n => 2 * n));
    }

    [Test]
    public void A_cancelled_run_ends_without_a_result()
    {
        using var cancellation = new CancellationTokenSource();
        var analyzer = new Analyzer([ToyRule.Checking<Pass>((_, context) =>
        {
            cancellation.Cancel();
            context.Cancellation.ThrowIfCancellationRequested();
        })]);
        var tree = Checks.Parse("pass");
        analyzer.Invoking(it => it.Run(tree, cancellation.Token)).Should().Throw<OperationCanceledException>();
    }

    [Test]
    public void A_long_file_is_left_soon_after_a_cancellation_that_no_rule_looks_at()
    {
        using var cancellation = new CancellationTokenSource();
        var calls = 0;
        var analyzer = new Analyzer([ToyRule.Checking<Pass>((_, _) =>
        {
            calls++;
            cancellation.Cancel();
        })]);
        var tree = Checks.Parse(string.Concat(Enumerable.Repeat("pass\n", 10_000)));
        analyzer.Invoking(it => it.Run(tree, cancellation.Token)).Should().Throw<OperationCanceledException>();
        calls.Should().BeLessThan(2_000);
    }

    /// <summary>An object for each of the 30,000 names would take 720,000 bytes or more; the rest of a run takes some hundreds.</summary>
    [Test]
    public void The_walk_allocates_nothing_for_a_node()
    {
        var analyzer = new Analyzer([ToyRule.Checking<Name>((_, _) => { }), ToyRule.Checking<Pass>((_, _) => { })]);
        var tree = Checks.Parse(new StringBuilder().Insert(0, "f(x, y)\n", 10_000).ToString());
        (Allocated(() => analyzer.Run(tree)) - Allocated(() => SemanticModel.Create(tree))).Should().BeLessThan(100_000);
    }

    private static long Allocated(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
