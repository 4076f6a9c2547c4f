using System.Diagnostics;
using System.Globalization;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>What is left of a run that somebody ends.</summary>
[Platform("Unix")]
public class InterruptionTests : CommandLineTest
{
    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    [CancelAfter(60_000)]
    public void An_interrupted_run_reports_what_it_has(string signal, int exitCode, CancellationToken cancellation)
    {
        WriteFiles();
        var (output, code) = RunAndSignal(signal, cancellation, "check", "a.py", "b.py", "-", "--select", "PLS201", "--output-format", "concise", "-j", "1", "-v");
        code.Should().Be(exitCode);
        output.Should().StartWith("a.py:3:1: ").And.Contain("PLS201").And.EndWith("\n");
    }

    [Test]
    [CancelAfter(60_000)]
    public void An_interrupted_run_leaves_no_half_written_file(CancellationToken cancellation)
    {
        WriteFiles();
        var (output, code) = RunAndSignal("INT", cancellation, "check", "a.py", "b.py", "-", "--select", "PLS201", "--output-format", "jsonl", "-o", "out.jsonl", "-j", "1", "-v");
        code.Should().Be(130);
        output.Should().BeEmpty();
        Directory.GetFiles(Folder).Select(Path.GetFileName).Should().BeEquivalentTo("a.py", "b.py", "out.jsonl");
        var lines = File.ReadAllLines(Path.Combine(Folder, "out.jsonl"));
        lines.Should().OnlyContain(line => line.StartsWith('{') && line.EndsWith('}'));
        lines[^1].Should().StartWith("{\"kind\":\"summary\"").And.Contain("130");
    }

    private void WriteFiles()
    {
        Write("a.py", "try:\n    x()\nexcept:\n    pass\n");
        Write("b.py", "");
    }

    /// <summary>Linux tells in a mask which signals a process ignores; SIGINT has the number 2.</summary>
    private static bool IgnoresInterrupts() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is var mask
        && (ulong.Parse(mask.AsSpan("SigIgn:".Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 0b10) != 0;

    /// <summary>Standard input that never ends keeps the run alive until the signal comes, when the second file is done.</summary>
    private (string Output, int ExitCode) RunAndSignal(string signal, CancellationToken cancellation, params string[] args)
    {
        if (signal == "INT" && IgnoresInterrupts())
        {
            Assert.Ignore("whoever started the tests in the background has SIGINT ignored, and programs inherit that");
        }

        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "pylint-sharp.dll"), .. args])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var end = cancellation.Register(process.Kill);
        while (process.StandardError.ReadLine() is { } line && !line.Contains("b.py: findings", StringComparison.Ordinal))
        {
        }

        using var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode);
    }
}
