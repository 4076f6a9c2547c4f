using System.Diagnostics;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Benchmarks.Growth;

/// <summary>
/// Times work on texts of different sizes so that the times compare. A round is the same number of bytes, as one text or as many, and
/// holds all that is made to its end: so all sizes cost the garbage collector the same, and what is left is the work's own growth.
/// What is let go at once costs it nothing. Work that is so slow that a round would last for long has shorter rounds of small texts;
/// beside its time the collector's is little. Times are of the processor: a slope that other programs have a part in is none.
/// </summary>
internal static class GrowthClock
{
    public const int SmallestSize = 10_000;
    public const int LargestSize = 10_000_000;

    private const int Factor = 10;
    private const double SecondsForASize = 2;
    private const double LongestRound = 5;

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
        var all = Stopwatch.StartNew();
        var alone = CpuTime.Of(() => work(source)).TotalSeconds;
        var results = new object[(int)Math.Clamp(LongestRound / alone, 1, Math.Max(1, LargestSize / source.Length))];

        // One text that takes all the time there is need not be gone over again.
        var best = results.Length == 1 ? alone / source.Length : double.MaxValue;
        while (best == double.MaxValue || all.Elapsed.TotalSeconds < SecondsForASize)
        {
            Array.Clear(results);
            GC.Collect();
            var round = CpuTime.Of(() =>
            {
                for (var i = 0; i < results.Length; i++)
                {
                    results[hold ? i : 0] = work(source);
                }
            });
            best = Math.Min(best, round.TotalSeconds / results.Length / source.Length);
        }

        GC.KeepAlive(results);
        return best;
    }
}
