using System.Diagnostics;
using PyLint.Sharp.Cli.Checking;

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

    /// <summary>R17: what a fix writes first is a temporary file, which would stay.</summary>
    [Test]
    public void What_is_being_written_is_written_to_the_end()
    {
        using var interruption = new CancellationTokenSource();
        var (begun, ended) = (0, 0);
        var work = new OrderedWork<int, string>([.. Enumerable.Range(0, 100)], item =>
        {
            Interlocked.Increment(ref begun);
            interruption.CancelAfter(20);
            Thread.Sleep(100);
            Interlocked.Increment(ref ended);
            return $"{item}";
        }, interruption.Token);
        work.Run(4).Count().Should().BeLessThan(100);
        ended.Should().BePositive().And.Be(begun, "nothing may be under way when the program ends");
        Thread.Sleep(150);
        begun.Should().Be(ended, "nothing begins after the interruption");
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

    /// <summary>Standard input that never ends keeps the run alive until the signal comes, when the second file is done.</summary>
    private (string Output, int ExitCode) RunAndSignal(string signal, CancellationToken cancellation, params string[] args)
    {
        Signals.Require(signal);
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

        Signals.Send(process, signal);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode);
    }
}
