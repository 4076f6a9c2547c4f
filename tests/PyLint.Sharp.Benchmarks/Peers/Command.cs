using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>Runs other programs to their end.</summary>
internal static class Command
{
    /// <summary>Runs a program; what it prints is read and dropped.</summary>
    /// <param name="words">The program and its arguments.</param>
    /// <param name="mostExitCode">The largest exit code with which it has done its work: a program that fails at once is no measure.</param>
    /// <param name="limit">When to end it; never when null.</param>
    /// <param name="watchesMemory">True to look again and again how much memory it has, which takes some of the time.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static CommandRun Run(string[] words, int mostExitCode, TimeSpan? limit = null, bool watchesMemory = false)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(words);
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var error = process.StandardError.ReadToEndAsync();
        var peak = watchesMemory ? Watch(process) : 0;
        var isCut = !process.WaitForExit(limit ?? Timeout.InfiniteTimeSpan);
        var seconds = watch.Elapsed.TotalSeconds;
        if (isCut)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        output.GetAwaiter().GetResult();
        var complaint = error.GetAwaiter().GetResult();
        if (!isCut && (process.ExitCode < 0 || process.ExitCode > mostExitCode))
        {
            throw new InvalidOperationException($"`{string.Join(' ', words.Take(4))} …` ends with {process.ExitCode}: {complaint.Trim()}");
        }

        return new CommandRun(seconds, isCut, peak);
    }

    /// <summary>What a program prints, or null where it isn't installed or fails.</summary>
    public static string? Answer(string[] words)
    {
        try
        {
            using var process = Start(words);
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            error.GetAwaiter().GetResult();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static Process Start(string[] words) =>
        Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })
        ?? throw new InvalidOperationException($"`{words[0]}` does not start");

    /// <summary>The most memory that the process has at once; the system keeps count, so only the last moments can be missed.</summary>
    private static long Watch(Process process)
    {
        var peak = 0L;
        do
        {
            peak = Math.Max(peak, PeakOf(process.Id));
        }
        while (!process.WaitForExit(2));

        return peak;
    }

    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line["VmHWM:".Length..^" kB".Length], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0; // it has just ended
        }
    }
}

/// <summary>A program that ran.</summary>
/// <param name="Seconds">From before its start to its end.</param>
/// <param name="IsCut">True when it was ended: it would have taken longer.</param>
/// <param name="PeakBytes">The most memory that it had, where that was watched.</param>
internal sealed record CommandRun(double Seconds, bool IsCut, long PeakBytes);
