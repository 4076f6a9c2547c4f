using PyLint.Sharp.Analysis.Fixing;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Tests.Fixing;

public class FileFixerTests
{
    private static readonly FixPolicy Everything = new() { AllowsUnsafe = true };

    /// <summary>Renames <paramref name="from"/> wherever it is read or bound.</summary>
    private static ToyRule Renaming(string from, string to, FixSafety safety = FixSafety.Safe, string code = "PLS298") =>
        ToyRule.Checking<Name>(
            (node, context) =>
            {
                if (node.Id == from)
                {
                    context.Report(node.Span).Fix(safety, "rename", new TextEdit(node.Span, to));
                }
            },
            code,
            $"no-{from}");

    private static FixedFile Fix(string code, FixPolicy policy, params Rule[] rules) =>
        new FileFixer(new Analyzer(rules), ParseOptions.Default, policy).Run(SourceText.From(code));

    private static string TextOf(FixedFile file) => file.Result.Tree.Text.Content;

    private static IEnumerable<string> CodesOf(FixedFile file) => file.Result.Diagnostics.Select(finding => finding.Descriptor.Code);

    [Test]
    public void All_passes_together_fix_what_one_fix_makes_possible()
    {
        var result = Fix("a = a + 1  # a\n", new FixPolicy(), Renaming("a", "b"), Renaming("b", "c", code: "PLS299"));
        TextOf(result).Should().Be("c = c + 1  # a\n");
        result.Result.Diagnostics.Should().BeEmpty();
        result.Applied.Select(finding => finding.Descriptor.Code).Should().Equal("PLS298", "PLS298", "PLS299", "PLS299");
    }

    [Test]
    public void Unsafe_fixes_wait_for_permission_and_shown_ones_for_ever()
    {
        var (bold, shown) = (Renaming("a", "x", FixSafety.Unsafe), Renaming("b", "y", FixSafety.DisplayOnly, "PLS299"));
        TextOf(Fix("a, b", new FixPolicy(), bold, shown)).Should().Be("a, b");
        TextOf(Fix("a, b", Everything, bold, shown)).Should().Be("x, b");
        TextOf(Fix("a, b", Everything with { IsFixable = rule => rule.Code != "PLS298" }, bold, shown)).Should().Be("a, b");
    }

    [Test]
    public void A_suppressed_finding_is_not_fixed() => TextOf(Fix("a  # noqa\na", Everything, Renaming("a", "b"))).Should().Be("a  # noqa\nb");

    [TestCase("a +")]
    [TestCase("return a")]
    public void A_file_with_syntax_errors_is_left_alone(string code) => Fix(code, Everything, Renaming("a", "b")).HasChanged.Should().BeFalse();

    [Test]
    public void A_file_that_cannot_be_decoded_is_left_alone()
    {
        var fixer = new FileFixer(new Analyzer([Renaming("a", "b")]), ParseOptions.Default, Everything);
        fixer.Run(SourceText.Decode([(byte)'a', (byte)'#', 0xFF])).HasChanged.Should().BeFalse();
    }

    [Test]
    public void A_fix_that_breaks_the_file_is_taken_back_with_all_others()
    {
        var result = Fix("good\nbad\n", Everything, Renaming("good", "better"), Renaming("bad", "if", code: "PLS299"));
        TextOf(result).Should().Be("good\nbad\n");
        result.HasChanged.Should().BeFalse();
        CodesOf(result).Should().Equal("PLS005", "PLS298", "PLS299");
        result.Result.Diagnostics[0].Message.Should().Be(
            "the fix of `no-bad` (PLS299), `no-good` (PLS298) would have made a syntax error; this file was left as it was");
    }

    [Test]
    public void A_fix_that_changes_code_beside_it_is_taken_back()
    {
        // `2 + 1` becomes `11`, which parses, but `1` is no token of its own any more.
        var rule = ToyRule.Checking<BinOp>((node, context) =>
            context.Report(node.Span).Fix(FixSafety.Safe, "join", new TextEdit(new TextSpan(node.Span.Start, node.Right.Span.Start), "1")));
        var result = Fix("x = 2 + 1\n", Everything, rule);
        TextOf(result).Should().Be("x = 2 + 1\n");
        result.Result.Diagnostics.Should().ContainSingle(finding => finding.Message.Contains("beside the place"));
    }

    [Test]
    public void Fixes_that_chase_each_other_are_taken_back()
    {
        var result = Fix("a", Everything, Renaming("a", "b"), Renaming("b", "a", code: "PLS299"));
        TextOf(result).Should().Be("a");
        result.Result.Diagnostics.Should().Contain(finding => finding.Message.Contains("still changed the file after 10 passes"));
    }

    [Test]
    public void A_safe_fix_that_drops_a_comment_is_unsafe()
    {
        var rule = ToyRule.Checking<List>((node, context) => context.Report(node.Span).Fix(FixSafety.Safe, "empty it", new TextEdit(node.Span, "[]")));
        TextOf(Fix("[  # one\n 1]", new FixPolicy(), rule)).Should().Be("[  # one\n 1]");
    }

    /// <summary>R20: fixes that meet are settled by place and code, not by the order in which rules were made.</summary>
    [Test]
    public void The_order_of_the_rules_does_not_matter()
    {
        Rule[] rules =
        [
            Renaming("a", "b"),
            ToyRule.Checking<BinOp>((node, context) => context.Report(node.Span).Fix(FixSafety.Safe, "zero", new TextEdit(node.Span, "0")), "PLS299", "no-sum"),
            Renaming("y", "z", code: "PLS297"),
        ];
        var random = new Random(7);
        var results = Enumerable.Range(0, 20).Select(_ =>
        {
            random.Shuffle(rules);
            return TextOf(Fix("x = a + a\ny = a\n", Everything, rules));
        });
        results.Distinct().Should().Equal("x = 0\nz = b\n");
    }
}
