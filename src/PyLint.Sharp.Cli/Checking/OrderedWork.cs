using System.Diagnostics;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>Does something with each item on several threads and hands the results over in the order of the items.</summary>
/// <param name="items">What there is to do.</param>
/// <param name="work">Does it; throws nothing but <see cref="OperationCanceledException"/>.</param>
/// <param name="cancellation">Ends the run early.</param>
internal sealed class OrderedWork<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> work, CancellationToken cancellation)
    where TResult : class
{
    /// <summary>Nested code is parsed by nested calls. Memory is only taken as far as a stack really grows.</summary>
    private const int StackBytes = 64 << 20;

    /// <summary>How many items for each thread may be begun or done behind the one whose result is awaited: what waits takes memory.</summary>
    internal const int MostAhead = 512;

    /// <summary>How long an interrupted run waits for what is being written: else its temporary files would stay.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly TResult?[] results = new TResult?[items.Count];
    private readonly object gate = new();
    private int next = -1;
    private int awaited;
    private int mostAhead;
    private bool hasEnded;

    /// <summary>The results, each as soon as it and all before it are there; fewer than items when the run is interrupted.</summary>
    public IEnumerable<TResult> Run(int threads)
    {
        using var wakeUp = cancellation.Register(Wake);
        mostAhead = MostAhead * threads;
        var workers = new Thread[Math.Min(threads, items.Count)];
        for (var i = 0; i < workers.Length; i++)
        {
            // Background threads can't keep an interrupted program alive.
            workers[i] = new Thread(Work, StackBytes) { IsBackground = true, Name = "worker" };
            workers[i].Start();
        }

        try
        {
            for (var i = 0; i < items.Count && Take(i) is { } result; i++)
            {
                yield return result;
            }

            if (cancellation.IsCancellationRequested)
            {
                WaitFor(workers);
            }
        }
        finally
        {
            hasEnded = true;
            Wake();
        }
    }

    /// <summary>Each ends with the item that it is at, if not before.</summary>
    private static void WaitFor(Thread[] workers)
    {
        var watch = Stopwatch.StartNew();
        foreach (var worker in workers)
        {
            var left = Grace - watch.Elapsed;
            worker.Join(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        }
    }

    private void Work()
    {
        try
        {
            for (var i = Interlocked.Increment(ref next); i < items.Count && MayBegin(i); i = Interlocked.Increment(ref next))
            {
                Put(i, work(items[i]));
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever waits for this result has been woken by the same token.
        }
    }

    /// <summary>
    /// Waits until an item is near enough to the one that is awaited. That one itself never waits, and whoever has it got it before
    /// all that do, so that they are let go on; false when nobody wants more results.
    /// </summary>
    private bool MayBegin(int index)
    {
        lock (gate)
        {
            while (index > awaited + mostAhead && !IsOver)
            {
                Monitor.Wait(gate);
            }

            return !IsOver;
        }
    }

    private bool IsOver => hasEnded || cancellation.IsCancellationRequested;

    private void Put(int index, TResult result)
    {
        lock (gate)
        {
            results[index] = result;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Waits for a result; null when the run was interrupted before it was there.</summary>
    private TResult? Take(int index)
    {
        lock (gate)
        {
            awaited = index;
            Monitor.PulseAll(gate);
            while (results[index] is null && !cancellation.IsCancellationRequested)
            {
                Monitor.Wait(gate);
            }

            var result = results[index];
            results[index] = null;
            return result;
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
