using System.Globalization;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Growth;

/// <summary>How the time of a check grew with one kind of content.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Points">Bytes and seconds.</param>
/// <param name="Problem">Why larger sizes are missing, or why the rules didn't see all of the text; null when nothing is wrong.</param>
internal sealed record MeasuredGrowth(string Name, List<(double Size, double Seconds)> Points, string? Problem)
{
    /// <summary>Infinite where two sizes couldn't be measured.</summary>
    public double Slope => Points.Count < 2 ? double.PositiveInfinity : Statistics.Slope(Points);

    public override string ToString()
    {
        var (first, last) = (Points.FirstOrDefault(), Points.LastOrDefault());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Name,-23} {Slope,6:F2} {first.Size / first.Seconds / 1e6,15:F1} {last.Size / last.Seconds / 1e6,10:F1} {(Problem is null ? "" : $"  {Problem} (last size {last.Size:F0})")}").TrimEnd();
    }
}
