using System.Diagnostics;
using System.Text.Json;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Semantics.Tests.Programs;

/// <summary>
/// A CPython that runs programs which a generator of ours made: all in one process, one line each, with what is printed as the
/// answer. An exception that a program lets pass ends it; what it printed before counts.
/// </summary>
internal static class PythonRunner
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    private const string Script = """
        import contextlib, io, json, sys, warnings
        warnings.simplefilter('ignore')
        for line in sys.stdin:
            output = io.StringIO()
            with contextlib.redirect_stdout(output), contextlib.suppress(Exception):
                exec(compile(json.loads(line), 'generated', 'exec', dont_inherit=True), {'__name__': 'generated'})
            sys.stdout.write(json.dumps(output.getvalue()) + '\n')
        """;

    /// <summary>What each program prints, in lines.</summary>
    public static IReadOnlyList<string[]> Run(Python python, IReadOnlyList<string> programs)
    {
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
