using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Tests;

public class FixDiffTests
{
    [Test]
    public void A_changed_line_is_shown_before_and_after() =>
        Diff("a = 1\nb = 2\n", ("b", "c")).Should().Equal("2 - b = 2", "2 + c = 2");

    [Test]
    public void Edits_of_one_line_are_one_change() =>
        Diff("f(a, b)\n", ("a", "x"), ("b", "y")).Should().Equal("1 - f(a, b)", "1 + f(x, y)");

    [Test]
    public void An_inserted_line_is_only_added_and_moves_the_numbers_below() =>
        Diff("a\nb\nc\n", ("a", "import os\na"), ("c", "d")).Should().Equal("1 + import os", "3 - c", "4 + d");

    [Test]
    public void A_removed_line_is_only_taken_away() => Diff("a\nb\nc\n", ("b\n", "")).Should().Equal("2 - b");

    [Test]
    public void Lines_may_end_in_any_way() => Diff("a\r\nb\r\n", ("a", "x\r\ny")).Should().Equal("1 - a", "1 + x", "2 + y");

    private static IEnumerable<string> Diff(string text, params (string Old, string New)[] edits)
    {
        var source = Make.Source(text);
        var fix = new Fix("repair", FixSafety.Safe, [.. edits.Select(edit => new TextEdit(source.Find(edit.Old), edit.New))]);
        return FixDiff.Of(new SourceLines(Make.Report(source)), fix).Select(line => $"{line.Number} {line.Sign} {line.Text}");
    }
}
