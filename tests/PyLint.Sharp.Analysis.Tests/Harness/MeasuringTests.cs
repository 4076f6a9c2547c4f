using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Analysis.Tests.Harness;

public class MeasuringTests
{
    [TestCase(new[] { 3.0 }, 3)]
    [TestCase(new[] { 9.0, 1, 2 }, 2)]
    [TestCase(new[] { 4.0, 100, 1, 2 }, 3)]
    [TestCase(new[] { 1.0, 1, 1, 50, 60 }, 1)]
    public void The_median_stands_in_the_middle(double[] values, double median) => Statistics.Median(values).Should().Be(median);

    [Test]
    public void Nothing_has_no_median() => FluentActions.Invoking(() => Statistics.Median([])).Should().Throw<ArgumentException>();

    [TestCase(1.0)]
    [TestCase(2.0)]
    [TestCase(0.5)]
    public void The_slope_is_the_exponent_of_a_power(double exponent) =>
        Statistics.Slope([.. new[] { 1e4, 1e5, 1e6, 1e7 }.Select(size => (size, 3e-8 * Math.Pow(size, exponent)))]).Should().BeApproximately(exponent, 1e-9);

    /// <summary>log10 of the times is 0, 1, 3 where it is 0, 1, 2 for the sizes: the best line rises by 1.5.</summary>
    [Test]
    public void The_slope_of_points_beside_a_line_is_that_of_the_nearest_line() =>
        Statistics.Slope([(1, 1), (10, 10), (100, 1000)]).Should().BeApproximately(1.5, 1e-9);

    [Test]
    public void One_size_has_no_slope() => FluentActions.Invoking(() => Statistics.Slope([(10, 1), (10, 2)])).Should().Throw<ArgumentException>();

    [Test]
    public void A_part_is_as_large_as_wanted_and_no_item_larger()
    {
        var items = Enumerable.Range(1, 100).ToList();
        var part = Part.Choose(items, item => item, 500, seed: 1);
        part.Should().OnlyHaveUniqueItems().And.BeSubsetOf(items);
        part.Sum().Should().BeGreaterThanOrEqualTo(500);
        part.SkipLast(1).Sum().Should().BeLessThan(500);
    }

    [Test]
    public void The_seed_alone_decides_the_part()
    {
        var items = Enumerable.Range(1, 100).ToList();
        var part = Part.Choose(items, item => item, 500, seed: 1);
        Part.Choose(items, item => item, 500, seed: 1).Should().Equal(part);
        Part.Choose(items, item => item, 500, seed: 2).Should().NotEqual(part);
    }

    [Test]
    public void A_part_of_less_than_is_wanted_is_all() => Part.Choose([1, 2, 3], item => item, 500, seed: 1).Should().BeEquivalentTo([1, 2, 3]);

    /// <summary>Two seconds of start, one of work: ten times the work takes 2 + 10.</summary>
    [TestCase(3, 2, 10, 12)]
    [TestCase(3, 0, 10, 30)]
    [TestCase(3, 2, 1, 3)]
    [TestCase(2, 3, 10, 3, Description = "a start that was disturbed makes no negative work")]
    public void A_start_is_not_scaled(double seconds, double start, double timesAsMuch, double whole) =>
        Part.Scale(seconds, start, timesAsMuch).Should().Be(whole);

    [Test]
    public void A_table_has_straight_columns_and_tells_unknown_from_not_met() =>
        GoalTable.Write([new Goal("a", "at most 1", "0.5", true), new Goal("longer", "2", "3", false), new Goal("b", "4", "no node here", null)])
            .Should().Be("""
                | work   | goal      | measured     | met |
                | ------ | --------- | ------------ | --- |
                | a      | at most 1 | 0.5          | yes |
                | longer | 2         | 3            | NO  |
                | b      | 4         | no node here | -   |

                """.ReplaceLineEndings("\n"));

    [Test]
    public void A_table_of_nothing_is_its_head() =>
        GoalTable.Write([]).Should().Be("| work | goal | measured | met |\n| ---- | ---- | -------- | --- |\n");
}
