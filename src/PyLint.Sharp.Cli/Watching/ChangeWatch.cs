using System.Collections.Concurrent;

namespace PyLint.Sharp.Cli.Watching;

/// <summary>Waits until something changes that a run depends on, and then until it is quiet again.</summary>
internal sealed class ChangeWatch : IDisposable
{
    /// <summary>Saving a file is several changes, and a change of branches thousands.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(50);

    /// <summary>Where something changes all the time, results are due all the same.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>How often is looked for what the system does not tell.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private readonly BlockingCollection<string?> pending;
    private readonly List<WatchedPath> places;
    private readonly Dictionary<string, WatchedPath> links = new(StringComparer.Ordinal);
    private readonly Action<string> warn;
    private volatile bool isOverflowing;

    /// <summary>Begins to watch.</summary>
    /// <param name="paths">The full paths of files and folders.</param>
    /// <param name="warn">Called, also by other threads, when the system can't tell of all changes.</param>
    /// <param name="mostPending">How many changes are remembered one by one.</param>
    public ChangeWatch(IEnumerable<string> paths, Action<string> warn, int mostPending = 10_000)
    {
        this.warn = warn;
        pending = new BlockingCollection<string?>(mostPending);
        places = [.. paths.Distinct().Select(path => new WatchedPath(path, Notice, warn))];
        places.ForEach(place => place.Revive());
    }

    /// <summary>True where the system tells nothing of a place.</summary>
    public bool IsBlind => All.Any(place => place.IsBlind);

    private IEnumerable<WatchedPath> All => places.Concat(links.Values);

    /// <summary>Watches what these links to folders lead to, and no longer what other links do; true when there is a new one.</summary>
    public bool Follow(IReadOnlyCollection<string> current)
    {
        foreach (var gone in links.Keys.Except(current).ToList())
        {
            links.Remove(gone, out var place);
            place!.Dispose();
        }

        var added = current.Where(link => !links.ContainsKey(link)).ToList();
        foreach (var link in added)
        {
            links[link] = new WatchedPath(link, Notice, warn);
            links[link].Revive();
        }

        return added.Count > 0;
    }

    /// <summary>Returns after changes.</summary>
    /// <param name="concerns">True for a path whose change matters.</param>
    /// <param name="hasMissed">Asked from time to time; true when there was a change of which the system does not tell.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public void Wait(Predicate<string> concerns, Func<bool> hasMissed, CancellationToken cancellation)
    {
        while (!HasMissed(hasMissed))
        {
            if (pending.TryTake(out var path, (int)Look.TotalMilliseconds, cancellation) && (path is null || concerns(path)))
            {
                break;
            }
        }

        var end = DateTime.UtcNow + Longest;
        while (DateTime.UtcNow < end && pending.TryTake(out _, (int)Quiet.TotalMilliseconds, cancellation))
        {
        }

        isOverflowing = false;
    }

    public void Dispose()
    {
        foreach (var place in All)
        {
            place.Dispose();
        }

        pending.Dispose();
    }

    private bool HasMissed(Func<bool> hasMissed)
    {
        var isAnew = isOverflowing || hasMissed();
        foreach (var place in All)
        {
            isAnew |= place.Revive();
        }

        return isAnew;
    }

    private void Notice(string? path)
    {
        try
        {
            isOverflowing |= !pending.TryAdd(path);
        }
        catch (ObjectDisposedException)
        {
            // The last notice came while the watch ended.
        }
    }
}
