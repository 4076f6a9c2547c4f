using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Analysis.Tests.Suppressions;

/// <summary>The forms beside <c># noqa</c>: which lines each speaks for. The marks are the names that are still reported.</summary>
public class SuppressionFormTests
{
    private static readonly Rule Names = new ToyRule(
        ToyRule.Describe("PLS298", "flagged-name", aliases: ["E722"]),
        on => on.Visit<Name>((node, context) => context.Report(node.Span)));

    private static AnalysisResult Check(string marked)
    {
        var code = MarkedCode.Parse(marked);
        var result = Checks.Run(code.Code, Names);
        var reported = code with { Spans = [.. result.Diagnostics.Select(finding => finding.Span)] };
        reported.ToString().Should().Be(marked);
        return result;
    }

    [TestCase("x  # pylint-sharp: ignore[PLS298]\n[|y|]")]
    [TestCase("x  # pylint-sharp: ignore[flagged-name, PLS101] -- because\n[|y|]")]
    [TestCase("x  # pylint-sharp:ignore[e722]\n[|y|]")]
    [TestCase("x  # pylint-sharp: ignore\n[|y|]")]
    [TestCase("x  # pylint-sharp: ignore because of x\n[|y|]")]
    [TestCase("x  # pylint-sharp: ignore (see the notes)\n[|y|]")]
    [TestCase("x  # pylint-sharp: ignore [PLS298]\n[|y|]")]
    [TestCase("[|x|]  # pylint-sharp: ignore PLS101\n[|y|]")]
    [TestCase("[|x|]  # pylint-sharp: ignore=PLS298\n[|y|]")]
    [TestCase("[|x|]  # pylint-sharp: ignore: PLS298\n[|y|]")]
    [TestCase("[|x|]  # pylint-sharp: ignore(PLS298)\n[|y|]")]
    [TestCase("[|x|]  # pylint-sharp: ignore {PLS298}\n[|y|]")]
    [TestCase("[|x|]  # pylint-sharp: ignore[]\n[|y|]")]
    [TestCase("[|x|]  # pylint-sharp: ignore[PLS2]\n[|y|]")]
    [TestCase("f(\n    x,\n)  # pylint-sharp: ignore[PLS298]\n[|y|]")]
    [TestCase("[|f|](\n    x,  # pylint-sharp: ignore[PLS298]\n    [|y|])")]
    [TestCase("x  # type: ignore # pylint-sharp: ignore[PLS298]\n[|y|]")]
    public void Ignore_behind_code_speaks_for_its_line(string code) => Check(code);

    [TestCase("# pylint-sharp: ignore[PLS298]\nx\n[|y|]")]
    [TestCase("# pylint-sharp: ignore[PLS298]\n\n# comment\nf(x,\n  y)\n[|z|]")]
    [TestCase("# pylint-sharp: ignore[PLS298]\ndef f(a=x):\n    [|y|]", Description = "a head only")]
    [TestCase("# pylint-sharp: ignore[PLS298]\n@a\n@b(\n  c)\nclass A(x):\n    [|y|]", Description = "with decorators")]
    [TestCase("if [|x|]:\n    # pylint-sharp: ignore[PLS298]\n    y\n[|z|]")]
    [TestCase("[|f|](\n    # pylint-sharp: ignore[PLS298]\n    x,\n    [|y|])", Description = "inside a statement, a line")]
    [TestCase("# # pylint-sharp: ignore[PLS298]\n[|x|]", Description = "commented out")]
    [TestCase("[|x|]\n# pylint-sharp: ignore[PLS298]", Description = "at the end")]
    public void Ignore_on_a_line_of_its_own_speaks_for_the_next_logical_line(string code) => Check(code);

    [TestCase("[|x|]\n# pylint-sharp: disable[PLS298]\ny\nif z:\n    a\nb")]
    [TestCase("# pylint-sharp: disable[PLS298]\nx\n# pylint-sharp: enable[PLS298]\n[|y|]")]
    [TestCase("# pylint-sharp: disable[PLS298, PLS101]\nx\n# pylint-sharp: enable[PLS101]\ny\n# pylint-sharp: enable[pls298]\n[|z|]")]
    [TestCase("# pylint-sharp: disable[PLS298, PLS101]\nx\n# pylint-sharp: enable\n[|z|]")]
    [TestCase("# pylint-sharp: disable\nx\n# pylint-sharp: enable[PLS298]\ny", Description = "a part of a blanket")]
    [TestCase("if [|x|]:\n    # pylint-sharp: disable[PLS298]\n    y\n[|z|]", Description = "ends with its block")]
    [TestCase("if [|x|]:\n    # pylint-sharp: disable[PLS298]\n    y\nelse:\n    [|z|]")]
    [TestCase("if [|x|]:\n    # pylint-sharp: disable[PLS298]\n    y\n    # pylint-sharp: enable[PLS298]\n    [|z|]")]
    [TestCase("# pylint-sharp: disable[PLS298]\nif x:\n    # pylint-sharp: enable[PLS298]\n    y\nz", Description = "of another block")]
    [TestCase("if [|x|]:\n    # pylint-sharp: disable[PLS298]\n    f(y,\n1, z, '''\nno code\n''')\n    y\n[|z|]", Description = "lines inside a statement")]
    [TestCase("# pylint-sharp: disable[PLS298]\nx\n# pylint: enable=flagged-name\ny", Description = "of another tool")]
    [TestCase("x  # pylint-sharp: disable[PLS298]\n[|y|]", Description = "behind code")]
    public void Disable_speaks_up_to_enable_or_the_end_of_its_block(string code) => Check(code);

    [TestCase("# pylint-sharp: file-ignore[PLS298]\nx\ny")]
    [TestCase("#!/usr/bin/python3\n# pylint-sharp: file-ignore[PLS298] -- a sample\n@x\ndef f(): y")]
    [TestCase("# pylint-sharp: skip-file\nx\ny")]
    [TestCase("# pylint-sharp: file-ignore=PLS298\n[|x|]\n[|y|]")]
    [TestCase("# pylint-sharp: disable=PLS298\n[|x|]\n# pylint-sharp: enable=PLS298\n[|y|]")]
    [TestCase("x\n# ruff: noqa\ny")]
    [TestCase("x\n# flake8: noqa\ny")]
    [TestCase("x\n# ruff: noqa: PLS298\ny")]
    [TestCase("[|x|]\n# ruff: noqa: E722", Description = "file-wide, only codes of ours")]
    public void File_comments_speak_for_the_file(string code) => Check(code);

    [TestCase("[|x|]\n# pylint-sharp: file-ignore[PLS298]")]
    [TestCase("@[|x|]\n# pylint-sharp: skip-file\ndef f(): [|y|]")]
    [TestCase("[|x|]  # pylint-sharp: skip-file")]
    [TestCase("[|x|]  # ruff: noqa")]
    public void File_comments_elsewhere_speak_for_nothing_and_know_it(string code) =>
        Check(code).Suppressions.Single().IsMisplaced.Should().BeTrue();

    [TestCase("x  # pylint: disable=flagged-name\n[|y|]")]
    [TestCase("x  # pylint: disable=line-too-long, flagged-name\n[|y|]")]
    [TestCase("x  # pylint:disable=E722\n[|y|]")]
    [TestCase("[|x|]  # pylint: disable=all\n[|y|]", Description = "only names that we map")]
    [TestCase("[|x|]  # pylint: disable=line-too-long")]
    [TestCase("[|x|]  # pylint: disable")]
    [TestCase("def f(a=x):  # pylint: disable=flagged-name\n    y\n\n    z\n[|y|]", Description = "a definition")]
    [TestCase("if x:  # pylint: disable=flagged-name\n    [|y|]")]
    [TestCase("if [|x|]:\n    # pylint: disable=flagged-name\n    y\nelse:\n    [|z|]")]
    [TestCase("# pylint: disable=flagged-name\nx\n# pylint: enable=flagged-name\n[|y|]")]
    [TestCase("# pylint: disable-next=flagged-name\nx\n[|y|]")]
    [TestCase("[|x|]  # pylint: disable-next=flagged-name\ny\n[|z|]")]
    public void Pylint_comments_have_the_scopes_of_pylint(string code) => Check(code);

    [TestCase("x  # noqa: PLS298", "PLS298 1-1")]
    [TestCase("x  # noqa: PLS298 since x is odd", "PLS298 1-1 (since x is odd)")]
    [TestCase("x  # pylint-sharp: ignore[PLS298] -- x is odd  # and more", "PLS298 1-1 (x is odd)")]
    [TestCase("x  # pylint-sharp: ignore[PLS298] -- ", "PLS298 1-1")]
    [TestCase("[|x|]  # pylint-sharp: ignore=PLS298, E722 -- x is odd", "PLS298,E722 0-0 (x is odd)")]
    [TestCase("# pylint-sharp: disable[PLS298]\nx\n# pylint-sharp: enable[PLS298]\n[|y|]", "PLS298 1-3; PLS298 3-3")]
    [TestCase("# pylint-sharp: disable[PLS298]\nx\ny", "PLS298 1-3 to the end of the block")]
    [TestCase("# pylint-sharp: disable[PLS298]\nif x:\n    # pylint-sharp: disable[PLS298]\n    y", "PLS298 1-4 to the end of the block; PLS298 0-0")]
    [TestCase("x  # noqa: PLS298  # pylint: disable=line-too-long", "PLS298 1-1; line-too-long 1-1")]
    [TestCase("[|x|]  # pylint-sharp: ignroe[PLS298]", "ignroe 0-0")]
    [TestCase("[|x|]\n# pylint-sharp: enable[PLS298]", "PLS298 0-0")]
    [TestCase("[|x|]  # pylint-sharp ignore[PLS298]", "PLS298 0-0")]
    [TestCase("[|x|]  # PYLINT-SHARP: ignore[PLS298]", "PLS298 0-0")]
    [TestCase("# pylint-sharp skip-file\n[|x|]", " 0-0")]
    [TestCase("# PyLint-Sharp: file-ignore=PLS298, E722\n[|x|]", "PLS298,E722 0-0")]
    [TestCase("[|x|]  # pylint-sharp ignored[PLS298]", "")]
    public void A_suppression_knows_its_codes_lines_and_reason(string code, string expected) =>
        string.Join("; ", Check(code).Suppressions.Select(Describe)).Should().Be(expected);

    [Test]
    public void Ignored_suppressions_silence_nothing_and_know_what_they_would_have_silenced()
    {
        var analyzer = new Analyzer([Names], new AnalyzerOptions { IgnoresSuppressions = true });
        var result = analyzer.Run(Checks.Parse("x  # noqa\n1  # noqa"));
        result.Diagnostics.Should().ContainSingle();
        result.Suppressed.Should().BeEmpty();
        result.Suppressions.Select(suppression => suppression.IsUsed).Should().Equal(true, false);
        result.AttemptedSuppressions.Should().Be(1);
    }

    [Test]
    public void Many_suppressions_cost_time_in_proportion()
    {
        var code = string.Concat(Enumerable.Repeat("# pylint-sharp: disable[PLS101]\nx  # noqa: PLS298\n", 20_000));
        CpuTime.Of(() => Checks.Run(code, Names).Suppressed.Should().HaveCount(20_000)).Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    private static string Describe(Suppression suppression) =>
        $"{string.Join(',', suppression.Codes.Select(code => code.Text))} {suppression.FirstLine}-{suppression.LastLine}"
        + (suppression.EndsWithBlock ? " to the end of the block" : "")
        + (suppression.Reason is null ? "" : $" ({suppression.Reason})");
}
