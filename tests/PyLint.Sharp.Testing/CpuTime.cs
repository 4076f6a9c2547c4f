namespace PyLint.Sharp.Testing;

/// <summary>
/// How long this process computes for something. Unlike a clock on the wall it doesn't run while other programs have the processor, so
/// that a promise about time can be tested on a busy machine.
/// </summary>
public static class CpuTime
{
    /// <summary>The time of some work, of its threads and of the collector's.</summary>
    public static TimeSpan Of(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var before = Environment.CpuUsage.TotalTime;
        work();
        return Environment.CpuUsage.TotalTime - before;
    }
}
