using System.Diagnostics;

namespace PyLint.Sharp.Cli.Tests.Files;

/// <summary>Tests of which files are found.</summary>
public abstract class FileTest : CommandLineTest
{
    /// <summary>The files that a run checks; each of them must hold <c>bad</c>.</summary>
    protected IEnumerable<string> Found(params string[] args) =>
        Run([.. args, "--output-format", "concise"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(":1:1")[0]);

    protected void Shell(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = Folder })!;
        process.WaitForExit();
        process.ExitCode.Should().Be(0);
    }
}
