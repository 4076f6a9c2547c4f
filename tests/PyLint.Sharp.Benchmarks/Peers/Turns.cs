using System.Globalization;
using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>Two kinds of work that took turns, so that what else the machine does falls on both.</summary>
/// <param name="Own">The median of our seconds.</param>
/// <param name="Other">The median of the other's.</param>
internal sealed record Turns(double Own, double Other)
{
    /// <summary>How many times as fast we are.</summary>
    public double TimesFaster => Other / Own;

    public static Turns Take(int rounds, Func<double> own, Func<double> other)
    {
        var (ours, others) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(own());
            others.Add(other());
        }

        return new Turns(Statistics.Median(ours), Statistics.Median(others));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Own:F2} s, they {Other:F2} s: {TimesFaster:F1} x");
}
