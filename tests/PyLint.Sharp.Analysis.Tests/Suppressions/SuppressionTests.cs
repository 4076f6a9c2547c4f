using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Analysis.Tests.Suppressions;

public class SuppressionTests
{
    private static readonly Rule Names = new ToyRule(
        ToyRule.Describe("PLS298", "flagged-name", aliases: ["E722", "reportFlagged"]),
        on => on.Visit<Name>((node, context) => context.Report(node.Span)));

    /// <summary>The marks are the names that are still reported.</summary>
    private static AnalysisResult Check(string marked)
    {
        var code = MarkedCode.Parse(marked);
        var result = Checks.Run(code.Code, Names);
        var reported = code with { Spans = [.. result.Diagnostics.Select(finding => finding.Span)] };
        reported.ToString().Should().Be(marked);
        return result;
    }

    [TestCase("x  # noqa")]
    [TestCase("x  #noqa")]
    [TestCase("x  # NOQA")]
    [TestCase("x  # NoQA because")]
    [TestCase("x  # type: ignore # noqa")]
    [TestCase("x  # noqa # and more")]
    public void A_blanket_silences_every_rule_on_its_line(string code)
    {
        var suppression = Check(code).Suppressions.Single();
        suppression.IsBlanket.Should().BeTrue();
        suppression.IsUsed.Should().BeTrue();
    }

    [TestCase("x  # noqa: PLS298", "PLS298")]
    [TestCase("x  # noqa:pls298", "pls298")]
    [TestCase("x  # noqa : PLS298", "PLS298")]
    [TestCase("x  # NOQA: F401, PLS298", "F401,PLS298")]
    [TestCase("x  # noqa: F401 PLS298", "F401,PLS298")]
    [TestCase("x  # noqa: F401,,PLS298,", "F401,PLS298")]
    [TestCase("x  # noqa: flagged-name", "flagged-name")]
    [TestCase("x  # noqa: some-other, flagged-name", "some-other,flagged-name")]
    [TestCase("x  # noqa: e722", "e722")]
    [TestCase("x  # noqa: reportFlagged", "reportFlagged")]
    [TestCase("x  # noqa: PLS298 since x is odd", "PLS298")]
    [TestCase("x  # noqa: PLS298: since x is odd", "PLS298")]
    [TestCase("x  # noqa: PLS298 - F401 came later", "PLS298")]
    public void A_list_silences_the_rules_that_it_names(string code, string codes) =>
        string.Join(',', Check(code).Suppressions.Single().Codes.Select(word => word.Text)).Should().Be(codes);

    [TestCase("[|x|]  # noqa: F401")]
    [TestCase("[|x|]  # noqa: because PLS298")]
    [TestCase("[|x|]  # noqa:")]
    [TestCase("[|x|]  # noqa: PLS2")]
    [TestCase("[|x|]  # noqa: PLS2981")]
    [TestCase("[|x|]  # noqas")]
    [TestCase("[|x|]  # noqa-like")]
    [TestCase("[|x|]  # see noqa")]
    [TestCase("[|x|]  # type: ignore")]
    [TestCase("[|x|], '# noqa'")]
    [TestCase("[|x|], '''\n# noqa'''")]
    [TestCase("[|x|]\n# noqa")]
    [TestCase("# noqa\n[|x|]")]
    public void Nothing_else_silences_anything(string code) => Check(code);

    [TestCase("f'{x}'  # noqa")]
    [TestCase("f(\n    x,\n)  # noqa", Description = "the last line of a statement")]
    [TestCase("y = x, '''\ntext\n'''  # noqa", Description = "a statement that ends in a string")]
    [TestCase("[|f|](\n    x, '''\n    text''',  # noqa\n    [|y|],\n)", Description = "the last line of a string")]
    [TestCase("[|f|](\n    x,  # noqa\n    [|y|],\n)", Description = "a line in the middle")]
    [TestCase("y = x + \\\n    x  # noqa", Description = "a continued line")]
    [TestCase("if (x and\n        y):  # noqa\n    [|z|]", Description = "the head of a compound statement")]
    [TestCase("if x:  # noqa\n    [|z|]")]
    [TestCase("if [|x|]:\n    y  # noqa\n    [|z|]")]
    [TestCase("def f(\n    a=x,\n    b=y,\n):  # noqa\n    # comment\n\n    [|z|]")]
    [TestCase("@[|a|]\n@b(\n    x,\n)  # noqa\ndef f(c=[|x|]):\n    [|z|]")]
    [TestCase("def f(\n    a=x,\n):  # noqa\n    @[|b|]\n    def g(): [|z|]")]
    [TestCase("class A(\n    x,\n):  # noqa\n    [|z|]")]
    [TestCase("match (\n    x\n):  # noqa\n    case [y.z,\n          2] if y:  # noqa\n        [|z|]")]
    [TestCase("try:\n    [|x|]\nexcept (\n    y,\n):  # noqa\n    [|z|]")]
    [TestCase("a = (x,\n     1); b = (y,\n              1)  # noqa", Description = "statements that share a line")]
    [TestCase("if x: f(\n    y)  # noqa")]
    public void A_comment_at_the_end_of_several_lines_speaks_for_all_of_them(string code) => Check(code);

    [Test]
    public void A_suppressed_finding_is_kept_apart_in_order()
    {
        var result = Check("b, a  # noqa\n[|c|]");
        result.Suppressed.Select(finding => result.Tree.Text.ToString(finding.Span)).Should().Equal("b", "a");
    }

    [TestCase("1  # noqa", false)]
    [TestCase("x  # noqa", true)]
    [TestCase("[|x|]  # noqa: F401", false)]
    public void A_suppression_knows_whether_it_was_used(string code, bool isUsed) =>
        Check(code).Suppressions.Single().IsUsed.Should().Be(isUsed);

    [Test]
    public void Every_name_of_a_silenced_rule_counts_as_used()
    {
        var codes = Check("x  # noqa: PLS298, F401, E722").Suppressions.Single().Codes;
        codes.Select(code => code.IsUsed).Should().Equal(true, false, true);
    }

    [Test]
    public void A_suppression_knows_its_text_and_its_lines()
    {
        var result = Check("f(\n    x,\n)  # why # noqa: PLS298, F401 really");
        var suppression = result.Suppressions.Single();
        result.Tree.Text.ToString(suppression.Span).Should().Be("# noqa: PLS298, F401");
        result.Tree.Text.ToString(suppression.Codes[1].Span).Should().Be("F401");
        suppression.Should().BeEquivalentTo(new { FirstLine = 1, LastLine = 3 });
    }

    [TestCase("[|x|]", 1)]
    [TestCase("(1,\n [|x|],\n 2)", 2)]
    [TestCase("1 + \\\n [|x|] + \\\n 2", 3)]
    [TestCase("([|x|], '''\n''',\n 2)", 2)]
    [TestCase("([|x|], '''\\\n''',\n 2)", 2)]
    [TestCase("([|x|], '''\n''', \\\n 2)", 3)]
    [TestCase("([|x|], '''\n''', '''\n''', 1,\n 2)", 4)]
    [TestCase("'''\n''', [|x|], '''\n\n'''", 4)]
    [TestCase("if (1 and\n    [|x|]):\n    pass", 2)]
    public void A_finding_knows_the_line_of_a_comment_that_silences_it(string code, int line)
    {
        var result = Check(code);
        result.Diagnostics.Single().SuppressLine.Should().Be(line);
        Check(result.Tree.Text.Content.Insert(result.Tree.Text.LineSpan(line).End, "  # noqa")).Suppressed.Should().ContainSingle();
    }

    [Test]
    public void A_syntax_error_has_no_such_line() => Checks.Run("x = = 1").Diagnostics[0].SuppressLine.Should().BeNull();
}
