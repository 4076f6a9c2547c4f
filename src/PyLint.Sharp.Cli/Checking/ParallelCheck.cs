using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Reporting;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>Checks files on several threads and hands the reports over in the order of the files.</summary>
internal sealed class ParallelCheck(IReadOnlyList<SourceFile> files, FileChecker checker, CancellationToken cancellation)
{
    /// <summary>Nested code is parsed by nested calls. Memory is only taken as far as a stack really grows.</summary>
    private const int StackBytes = 64 << 20;

    private readonly FileReport?[] reports = new FileReport?[files.Count];
    private readonly object gate = new();
    private int next = -1;

    /// <summary>The reports, each as soon as it and all before it are there; fewer than files when the run is interrupted.</summary>
    public IEnumerable<FileReport> Run(int threads)
    {
        using var wakeUp = cancellation.Register(Wake);
        for (var i = 0; i < Math.Min(threads, files.Count); i++)
        {
            // Background threads can't keep an interrupted program alive.
            new Thread(Work, StackBytes) { IsBackground = true, Name = "check" }.Start();
        }

        for (var i = 0; i < files.Count && Take(i) is { } report; i++)
        {
            yield return report;
        }
    }

    private void Work()
    {
        try
        {
            for (var i = Interlocked.Increment(ref next); i < files.Count; i = Interlocked.Increment(ref next))
            {
                Put(i, checker.Check(files[i], cancellation));
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever waits for this report has been woken by the same token.
        }
    }

    private void Put(int index, FileReport report)
    {
        lock (gate)
        {
            reports[index] = report;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits for a report; null when the run was interrupted before it was there.</summary>
    private FileReport? Take(int index)
    {
        lock (gate)
        {
            while (reports[index] is null && !cancellation.IsCancellationRequested)
            {
                Monitor.Wait(gate);
            }

            var report = reports[index];
            reports[index] = null;
            return report;
        }
    }

    private void Wake()
    {
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }
}
