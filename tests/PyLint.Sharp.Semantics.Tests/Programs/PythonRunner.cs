using System.Diagnostics;
using System.Text.Json;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Semantics.Tests.Programs;

/// <summary>
/// A CPython that runs programs which a generator of ours made: one line each, with what is printed as the
/// answer. An exception that a program lets pass ends it; what it printed before counts. One that takes too long is ended without an
/// answer.
/// </summary>
internal static class PythonRunner
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(20);

    private const string Script = """
        import contextlib, io, json, os, signal, sys, warnings
        warnings.simplefilter('ignore')
        def run(line):
            output = io.StringIO()
            with contextlib.redirect_stdout(output), contextlib.suppress(Exception):
                exec(compile(json.loads(line), 'generated', 'exec', dont_inherit=True), {'__name__': 'generated'})
            return json.dumps(output.getvalue()).encode()
        def run_from(lines, answer):
            for line in lines:
                # Some values take ages to compare in C, where only the system can stop them.
                signal.alarm(10)
                answer.write(run(line) + b'\n')
                answer.flush()
        lines, done = sys.stdin.readlines(), 0
        while done < len(lines):
            reading, writing = os.pipe()
            if not os.fork():
                with open(writing, 'wb') as answer:
                    run_from(lines[done:], answer)
                os._exit(0)
            os.close(writing)
            with open(reading, 'rb') as answers:
                for text in answers:
                    sys.stdout.buffer.write(text)
                    done += 1
            os.wait()
            if done < len(lines):
                sys.stdout.buffer.write(b'""\n')
                done += 1
        """;

    /// <summary>What each program prints, in lines.</summary>
    public static IReadOnlyList<string[]> Run(Python python, IReadOnlyList<string> programs)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("a program that takes too long is ended by a signal of Unix");
        }

        using var process = Process.Start(new ProcessStartInfo(python.Command, ["-I", "-S", "-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var feeding = Task.Run(() =>
        {
            foreach (var program in programs)
            {
                process.StandardInput.Write(JsonSerializer.Serialize(program) + "\n");
            }

            process.StandardInput.Close();
        });
        var answers = new List<string[]>();
        var reading = Task.Run(() =>
        {
            while (process.StandardOutput.ReadLine() is { } line)
            {
                answers.Add(JsonSerializer.Deserialize<string>(line)!.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            }
        });
        if (!Task.WaitAll([feeding, reading], Most))
        {
            process.Kill();
        }

        answers.Should().HaveCount(programs.Count, "Python should run every program to its end; it stopped at\n{0}", programs[Math.Min(answers.Count, programs.Count - 1)]);
        return answers;
    }
}
