using System.Diagnostics;
using System.Text.Json;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Rules.Tests.Execution;

/// <summary>Runs programs of ours with the installed Python, all in one process; nobody else's code comes here.</summary>
internal static class PythonRun
{
    private const string Runner = "tests/PyLint.Sharp.Rules.Tests/Execution/run-examples.py";
    private const int OldestMinor = 11;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The exceptions that ended the programs, null for those that came to their end. The test is skipped where there is no Python.</summary>
    public static IReadOnlyList<string?> Ends(IEnumerable<string> programs)
    {
        var python = Python.Required(OldestMinor);
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, JsonSerializer.Serialize(programs));
            var start = new ProcessStartInfo(python.Command, ["-I", "-S", "-W", "ignore", Path.Combine(Repository.Root, Runner), file])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail("Python did not come back");
            }

            process.ExitCode.Should().Be(0, errors.Result);
            return JsonSerializer.Deserialize<string?[]>(output.Result)!;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
