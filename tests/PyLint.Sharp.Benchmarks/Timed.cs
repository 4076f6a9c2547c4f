using System.Diagnostics;

namespace PyLint.Sharp.Benchmarks;

/// <summary>What one kind of work costs that alternates with others.</summary>
internal sealed class Timed : IDisposable
{
    private readonly Stopwatch watch = new();
    private long allocated;
    private long before;

    public double Seconds => watch.Elapsed.TotalSeconds;

    public double Megabytes => allocated / 1e6;

    /// <summary>Counts until the answer is disposed of.</summary>
    public Timed Lap()
    {
        before = GC.GetAllocatedBytesForCurrentThread();
        watch.Start();
        return this;
    }

    public void Dispose()
    {
        watch.Stop();
        allocated += GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
