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
}
