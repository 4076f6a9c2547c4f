using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>The program in a process of its own, for what only a process shows.</summary>
internal static class BuiltProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "pylint-sharp.dll");

    /// <summary>How often or how large, where a test has a longer form that a variable asks for.</summary>
    public static int Wanted(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var wanted) ? wanted : usual;

    /// <summary>Runs it; without cultures set, unless the environment given says otherwise.</summary>
    public static ProgramResult Run(string folder, IEnumerable<string> args, params (string Name, string Value)[] environment) =>
        Run("dotnet", folder, ["exec", Path, .. args], environment);

    /// <summary>Runs it below a shell, which knows it as <c>"$@"</c>.</summary>
    public static ProgramResult RunInShell(string folder, string command, params string[] args) =>
        Run("bash", folder, ["-c", command, "bash", "dotnet", "exec", Path, .. args], []);

    /// <summary>True where a command is installed.</summary>
    public static bool Has(string command, params string[] args)
    {
        try
        {
            return Run(command, AppContext.BaseDirectory, args, []).ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static ProgramResult Run(string command, string folder, IEnumerable<string> args, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(command, args)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false, true),
            StandardErrorEncoding = new UTF8Encoding(false, true),
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (peak, watch) = (0L, Stopwatch.StartNew());
        while (!process.WaitForExit(5))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
            if (watch.Elapsed > Longest)
            {
                process.Kill();
            }
        }

        process.WaitForExit();
        return new ProgramResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult(), peak);
    }

    /// <summary>The most memory that a process has had at once, in bytes; the system keeps count, so nothing between two looks is missed.</summary>
    private static long PeakOf(int process)
    {
        try
        {
            var line = OperatingSystem.IsLinux() ? File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) : null;
            return line is null ? 0 : long.Parse(line["VmHWM:".Length..^" kB".Length], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0; // it has just ended
        }
    }
}

/// <summary>What a process left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="PeakBytes">The most memory that it had, on Linux.</param>
internal sealed record ProgramResult(int ExitCode, string Output, string Error, long PeakBytes);
