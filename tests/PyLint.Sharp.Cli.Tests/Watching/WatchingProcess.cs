using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace PyLint.Sharp.Cli.Tests.Watching;

/// <summary>The program while it watches.</summary>
internal sealed class WatchingProcess : IDisposable
{
    private readonly Process process;
    private readonly BlockingCollection<string> runs = [];
    private readonly StringBuilder errors = new();
    private readonly CancellationToken cancellation;

    public WatchingProcess(string folder, CancellationToken cancellation, params string[] args)
    {
        this.cancellation = cancellation;
        process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "pylint-sharp.dll"), "check", "--watch", "--select", "PLS201", "--output-format", "jsonl", .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        // Asked for here, because a process that is disposed of gives out no streams, and these live until their end.
        var (output, error) = (process.StandardOutput, process.StandardError);
        new Thread(() => ReadRuns(output)) { IsBackground = true }.Start();
        new Thread(() => ReadErrors(error)) { IsBackground = true }.Start();
    }

    public int ExitCode => process.ExitCode;

    /// <summary>Everything on standard error, which some text is waited for in.</summary>
    public string ErrorsWith(string text)
    {
        lock (errors)
        {
            while (!errors.ToString().Contains(text, StringComparison.Ordinal))
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(errors, 100);
            }

            return errors.ToString();
        }
    }

    /// <summary>The next run's findings as <c>path:line</c>.</summary>
    public string[] NextRun()
    {
        var run = runs.Take(cancellation);
        return [.. run.Split('\n').Where(line => line.Contains("\"kind\":\"finding\"", StringComparison.Ordinal)).Select(PlaceOf)];
    }

    /// <summary>Skips runs until one has these findings: one change can be noticed in parts.</summary>
    public void WaitFor(params string[] places)
    {
        var last = NextRun();
        while (!last.SequenceEqual(places))
        {
            last = NextRun();
        }
    }

    /// <summary>True when nothing is checked again for a while.</summary>
    public bool IsQuiet() => !runs.TryTake(out _, TimeSpan.FromSeconds(2));

    public void End(string signal)
    {
        Signals.Send(process, signal);
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private static string PlaceOf(string line)
    {
        using var finding = System.Text.Json.JsonDocument.Parse(line);
        return $"{finding.RootElement.GetProperty("path").GetString()}:{finding.RootElement.GetProperty("line").GetInt32()}";
    }

    private void ReadRuns(StreamReader output)
    {
        var run = new StringBuilder();
        while (output.ReadLine() is { } line)
        {
            run.Append(line).Append('\n');
            if (line.Contains("\"kind\":\"summary\"", StringComparison.Ordinal))
            {
                runs.Add(run.ToString());
                run.Clear();
            }
        }
    }

    private void ReadErrors(StreamReader error)
    {
        while (error.ReadLine() is { } line)
        {
            lock (errors)
            {
                errors.Append(line).Append('\n');
                Monitor.PulseAll(errors);
            }
        }
    }
}
