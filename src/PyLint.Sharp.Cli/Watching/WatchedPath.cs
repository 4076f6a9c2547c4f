using PyLint.Sharp.Cli.Files;

namespace PyLint.Sharp.Cli.Watching;

/// <summary>
/// Has the system tell of changes in a folder, or of a file. A folder that is deleted takes the system's watch with it, also when another
/// one takes its name; so <see cref="Revive"/> is to be called from time to time.
/// </summary>
/// <param name="path">The full path of a file or folder.</param>
/// <param name="notice">Called by other threads with the path that changed; null where anything may have.</param>
/// <param name="warn">Called once when the system can't tell all.</param>
internal sealed class WatchedPath(string path, Action<string?> notice, Action<string> warn) : IDisposable
{
    private FileSystemWatcher? watcher;
    private FileIdentity identity;
    private bool hasWarned;
    private volatile bool isBroken;

    /// <summary>True where the system tells of nothing.</summary>
    public bool IsBlind => watcher is null;

    private bool IsFolder => Directory.Exists(path);

    /// <summary>The folder that is watched: of a file, the one that it lies in, since editors put a new file in the place of the old one.</summary>
    private string Folder => IsFolder ? path : Path.GetDirectoryName(path)!;

    /// <summary>Begins to watch, or does so anew where the folder is not the one it was; true when something may have been missed.</summary>
    public bool Revive()
    {
        var (isThere, current) = (Directory.Exists(Folder), default(FileIdentity));
        if (isThere)
        {
            current = FileKinds.IdentityOf(Folder);
        }

        if (current == identity && !isBroken)
        {
            return false;
        }

        Dispose();
        (identity, isBroken) = (current, false);
        if (isThere)
        {
            Watch();
        }

        return true;
    }

    public void Dispose()
    {
        watcher?.Dispose();
        watcher = null;
    }

    private void Watch()
    {
        try
        {
            watcher = new FileSystemWatcher(Folder)
            {
                IncludeSubdirectories = IsFolder,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.Attributes,
            };
            watcher.Created += (_, change) => notice(change.FullPath);
            watcher.Deleted += (_, change) => notice(change.FullPath);
            watcher.Renamed += (_, change) =>
            {
                notice(change.OldFullPath);
                notice(change.FullPath);
            };
            watcher.Changed += (_, change) =>
            {
                // What changed in a folder has a path of its own.
                if (!Directory.Exists(change.FullPath))
                {
                    notice(change.FullPath);
                }
            };
            watcher.Error += (_, error) => Fail(error.GetException());
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Dispose();
            Fail(exception);
        }
    }

    /// <summary>More changed at once than the system could note; or the folder is gone; or there are too many folders.</summary>
    private void Fail(Exception exception)
    {
        if (exception is not InternalBufferOverflowException && Directory.Exists(Folder) && !hasWarned)
        {
            hasWarned = true;
            warn($"the system does not tell of all changes in `{path}`: {exception.Message}");
        }

        isBroken = !Directory.Exists(Folder);
        notice(null);
    }
}
