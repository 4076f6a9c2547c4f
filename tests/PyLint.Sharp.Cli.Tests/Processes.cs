using System.ComponentModel;
using System.Diagnostics;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>Runs other people's programs. None may hang: a test fails instead.</summary>
internal static class Processes
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static CommandLineResult Run(string command, IEnumerable<string> args, string folder, string input = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(command, args) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        if (!process.WaitForExit(Longest))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{command} did not end");
        }

        return new CommandLineResult(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }

    /// <summary>Ends the test where a command is not installed.</summary>
    public static void Require(string command, string question)
    {
        try
        {
            Run(command, [question], AppContext.BaseDirectory);
        }
        catch (Win32Exception)
        {
            Assert.Ignore($"{command} is not installed");
        }
    }
}
