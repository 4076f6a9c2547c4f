using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis.Tests;

public class FixApplierTests
{
    private static Fix Fix(params (int Start, int End, string Text)[] edits) =>
        new("change", FixSafety.Safe, [.. edits.Select(edit => new TextEdit(new TextSpan(edit.Start, edit.End), edit.Text))]);

    [Test]
    public void Fixes_apply_together_in_whatever_order_they_come()
    {
        var (first, second) = (Fix((0, 1, "A"), (6, 7, "G")), Fix((2, 4, "--")));
        FixApplier.Apply("abcdefg", [first, second]).Text.Should().Be("Ab--efG");
        FixApplier.Apply("abcdefg", [second, first]).Text.Should().Be("Ab--efG");
    }

    [TestCase(0, 2, 1, 3, TestName = "Two_edits_that_overlap_are_not_both_applied")]
    [TestCase(0, 4, 1, 2, TestName = "An_edit_inside_another_is_not_applied")]
    [TestCase(0, 4, 2, 2, TestName = "An_insertion_inside_an_edit_is_not_applied")]
    [TestCase(1, 1, 1, 1, TestName = "Of_two_insertions_at_one_place_one_waits")]
    [TestCase(1, 1, 1, 2, TestName = "An_insertion_where_another_edit_starts_waits")]
    [TestCase(1, 3, 1, 1, TestName = "An_edit_that_starts_at_an_insertion_waits")]
    public void Of_edits_that_meet_the_first_is_applied(int start, int end, int otherStart, int otherEnd)
    {
        var (first, second) = (Fix((start, end, "x")), Fix((otherStart, otherEnd, "y")));
        var outcome = FixApplier.Apply("abcdef", [first, second]);
        outcome.Applied.Should().Equal(first);
        outcome.Skipped.Should().Equal(second);
        outcome.Text.Should().Be("abcdef".Remove(start, end - start).Insert(start, "x"));
    }

    [Test]
    public void Edits_that_only_touch_are_both_applied() =>
        FixApplier.Apply("abcd", [Fix((0, 2, "x")), Fix((2, 2, "y")), Fix((3, 4, "z"))]).Text.Should().Be("xycz");

    [Test]
    public void A_fix_is_skipped_as_a_whole_when_one_of_its_edits_meets_another() =>
        FixApplier.Apply("abcdef", [Fix((0, 1, "x")), Fix((0, 2, "y"), (4, 5, "y"))]).Text.Should().Be("xbcdef");

    [Test]
    public void Of_edits_that_meet_the_one_that_starts_first_is_applied_whatever_their_order() =>
        FixApplier.Apply("abcdef", [Fix((2, 4, "x")), Fix((0, 3, "y"))]).Text.Should().Be("ydef");

    [Test]
    public void A_fix_is_skipped_when_it_meets_a_late_edit_of_an_earlier_one() =>
        FixApplier.Apply("abcdef", [Fix((0, 1, "x"), (4, 5, "x")), Fix((2, 6, "y"))]).Text.Should().Be("xbcdxf");

    [Test]
    public void A_later_fix_may_lie_between_the_edits_of_an_earlier_one() =>
        FixApplier.Apply("abcdef", [Fix((0, 1, "x"), (5, 6, "x")), Fix((2, 3, "y"))]).Text.Should().Be("xbydex");

    [Test]
    public void No_fix_leaves_the_text() => FixApplier.Apply("abc", []).Text.Should().Be("abc");
}
