namespace PyLint.Sharp.Testing.Measuring;

/// <summary>What several measurements say together.</summary>
public static class Statistics
{
    /// <summary>The middle one, or the mean of the middle two: one disturbed measurement doesn't move it.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        if (sorted.Length == 0)
        {
            throw new ArgumentException("nothing was measured", nameof(values));
        }

        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>
    /// The exponent with which one quantity grows with another, 1 when in proportion: the slope of the line through the logarithms of all
    /// points that misses them least.
    /// </summary>
    /// <exception cref="ArgumentException">There are no two points at different sizes.</exception>
    public static double Slope(IReadOnlyCollection<(double Size, double Seconds)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.DistinctBy(point => point.Size).Count() < 2)
        {
            throw new ArgumentException("one size says nothing of growth", nameof(points));
        }

        var x = points.Average(point => Math.Log(point.Size));
        var y = points.Average(point => Math.Log(point.Seconds));
        return points.Sum(point => (Math.Log(point.Size) - x) * (Math.Log(point.Seconds) - y)) / points.Sum(point => Math.Pow(Math.Log(point.Size) - x, 2));
    }
}
