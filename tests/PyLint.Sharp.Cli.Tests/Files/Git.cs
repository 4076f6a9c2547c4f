using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PyLint.Sharp.Cli.Tests.Files;

/// <summary>An installed git, which says what its ignore files mean.</summary>
internal static class Git
{
    private static readonly Lazy<bool> IsInstalled = new(() =>
    {
        try
        {
            Run(Path.GetTempPath(), Path.GetTempPath(), "", "--version");
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    /// <summary>Ends the test where there is no git.</summary>
    public static void Require()
    {
        if (!IsInstalled.Value)
        {
            Assert.Ignore("needs git");
        }
    }

    /// <summary>Runs git with a home of its own and returns what it prints.</summary>
    public static string Run(string folder, string home, string input, params string[] args)
    {
        var start = new ProcessStartInfo("git", args)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        start.Environment.Remove("XDG_CONFIG_HOME");
        start.Environment.Remove("GIT_DIR");
        start.Environment["HOME"] = home;
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return process.ExitCode is 0 or 1 ? output.GetAwaiter().GetResult() : throw new InvalidOperationException(error.GetAwaiter().GetResult());
    }
}
