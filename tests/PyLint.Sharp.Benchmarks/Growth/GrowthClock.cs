using System.Diagnostics;

namespace PyLint.Sharp.Benchmarks.Growth;

/// <summary>
/// Times work on texts of different sizes so that the times compare. A round is the same number of bytes, as one text or as many, and
/// holds all that is made to its end: so all sizes cost the garbage collector the same, and what is left is the work's own growth.
/// What is let go at once costs it nothing.
/// </summary>
internal static class GrowthClock
{
    public const int SmallestSize = 10_000;
    public const int LargestSize = 10_000_000;

    private const int Factor = 10;
    private const double SecondsForASize = 2;

    public static IEnumerable<int> Sizes
    {
        get
        {
            for (var size = SmallestSize; size <= LargestSize; size *= Factor)
            {
                yield return size;
            }
        }
    }

    /// <summary>The quickest of some rounds: what disturbs a round only ever makes it longer.</summary>
    public static double SecondsForAByte(byte[] source, Func<byte[], object> work, bool hold)
    {
        var results = new object[Math.Max(1, LargestSize / source.Length)];
        var best = double.MaxValue;
        for (var all = Stopwatch.StartNew(); all.Elapsed.TotalSeconds < SecondsForASize;)
        {
            Array.Clear(results);
            GC.Collect();
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < results.Length; i++)
            {
                results[hold ? i : 0] = work(source);
            }

            best = Math.Min(best, watch.Elapsed.TotalSeconds / results.Length / source.Length);
        }

        GC.KeepAlive(results);
        return best;
    }
}
