using System.Diagnostics;

namespace PyLint.Sharp.Benchmarks;

/// <summary>What one kind of work costs that alternates with others.</summary>
internal sealed class Timed : IDisposable
{
    private readonly Stopwatch watch = new();
    private long allocated;
    private long before;
    private TimeSpan pauses;
    private TimeSpan pausesBefore;

    public double Seconds => watch.Elapsed.TotalSeconds;

    /// <summary>Of these, the seconds in which the collector had stopped the program. They fall to whoever allocates next, not to who made what it moves.</summary>
    public double Pauses => pauses.TotalSeconds;

    public double Megabytes => allocated / 1e6;

    /// <summary>Counts until the answer is disposed of.</summary>
    public Timed Lap()
    {
        before = GC.GetAllocatedBytesForCurrentThread();
        pausesBefore = GC.GetTotalPauseDuration();
        watch.Start();
        return this;
    }

    public void Dispose()
    {
        watch.Stop();
        pauses += GC.GetTotalPauseDuration() - pausesBefore;
        allocated += GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
