using System.Diagnostics;
using System.Globalization;
using PyLint.Sharp.Cli.Baselines;
using PyLint.Sharp.Cli.Checking;

namespace PyLint.Sharp.Cli.Watching;

/// <summary>
/// <c>check --watch</c>: runs again after each change until somebody ends it. What did not change is not checked again.
/// </summary>
/// <param name="read">Reads the command line, and the files that it names, anew for each run.</param>
/// <param name="host">The outside world.</param>
internal sealed class WatchRun(Func<CheckSettings> read, Host host)
{
    private const string ClearScreen = "\e[2J\e[3J\e[H";

    private RunMemory memory = new([]);
    private string? cacheFolder;

    /// <summary>Returns the exit code of an interrupted run; it ends in no other way, but for paths that are not there from the start.</summary>
    /// <exception cref="UsageException">There is nothing to watch.</exception>
    public int Run()
    {
        var settings = read();
        var paths = settings.Paths;
        cacheFolder = settings.Cache.Folder;
        if (paths.Contains("-"))
        {
            throw new UsageException("`--watch` needs files; standard input can't be read again");
        }

        List<string> places = [.. paths.Select(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, host.CurrentDirectory)))];
        if (!places.TrueForAll(Path.Exists))
        {
            return new CheckRun(settings, host).Run();
        }

        memory = new RunMemory(places);
        using var watch = new ChangeWatch(places, message => host.Say("warning", message));
        ListenForKeys();
        try
        {
            while (true)
            {
                Check();

                // What changed behind a link before it was watched, nobody tells.
                if (watch.Follow(memory.Links) && memory.Files.HaveChanged())
                {
                    continue;
                }

                watch.Wait(
                    path => Concerns(path, places),
                    () => memory.Others.HaveChanged() || (watch.IsBlind && memory.Files.HaveChanged()),
                    host.Interrupted);
            }
        }
        catch (OperationCanceledException)
        {
            return host.InterruptedCode;
        }
    }

    private void Check()
    {
        var time = Stopwatch.StartNew();
        if (host.IsOutputTerminal)
        {
            host.Output.Write(Host.Utf8.GetBytes(ClearScreen));
        }

        memory.Begin();
        try
        {
            new CheckRun(read() with { Memory = memory }, host).Run();
        }
        catch (UsageException exception)
        {
            host.SayError(exception.Message);
        }

        host.Interrupted.ThrowIfCancellationRequested();
        host.Say("watch", string.Create(
            CultureInfo.InvariantCulture,
            $"checked at {DateTime.Now:HH:mm:ss} in {time.ElapsedMilliseconds} ms; waiting for changes, {(host.ReadKey is null ? "" : "q or ")}Ctrl-C ends"));
    }

    /// <summary>Reports that are written into a watched folder, and the like, must not start the next run.</summary>
    private bool Concerns(string path, List<string> places) =>
        memory.Others.Has(path)
        || places.Contains(path)
        || (places.Exists(place => memory.Choice.IsWithin(path, place)) && !IsCache(path) && ConcernsFolder(path));

    private bool ConcernsFolder(string path) =>
        Path.GetFileName(path) is ".gitignore" or ".ignore" or BaselineFile.DefaultName
        || memory.Choice.Includes(path)
        || HasFiles(path)
        || memory.Paths.Any(file => RunMemory.IsBelow(file, path));

    private bool IsCache(string path) => cacheFolder is not null && (path == cacheFolder || RunMemory.IsBelow(path, cacheFolder));

    /// <summary>A folder can come with all that is in it. What comes into it later has a notice of its own.</summary>
    private bool HasFiles(string path)
    {
        try
        {
            return Directory.Exists(path) && Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any(memory.Choice.Includes);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private void ListenForKeys()
    {
        if (host.ReadKey is { } readKey)
        {
            new Thread(Listen) { IsBackground = true, Name = "keys" }.Start();

            void Listen()
            {
                while (readKey() is not 'q')
                {
                }

                host.Interrupt(ExitCodes.Interrupted);
            }
        }
    }
}
