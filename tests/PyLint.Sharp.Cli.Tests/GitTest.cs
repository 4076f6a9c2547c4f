using System.ComponentModel;
using System.Diagnostics;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>Runs the command line in a repository of its own; ignored where git is not installed.</summary>
public abstract class GitTest : CommandLineTest
{
    [SetUp]
    public void CreateRepository()
    {
        Set("PATH", Environment.GetEnvironmentVariable("PATH") ?? "");
        Git("init", "-q", "-b", "main");
        Git("config", "user.name", "Test");
        Git("config", "user.email", "test@example.org");
        Git("config", "core.autocrlf", "false");
    }

    protected void Commit()
    {
        Git("add", "-A");
        Git("commit", "-q", "--allow-empty", "-m", "x");
    }

    protected string Git(params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("git", args)
            {
                WorkingDirectory = Folder,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.Should().Be(0, error.Result);
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Ignore("git is not installed");
            return "";
        }
    }
}
