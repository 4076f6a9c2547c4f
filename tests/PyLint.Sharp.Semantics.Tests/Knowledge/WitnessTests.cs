using System.Diagnostics;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Semantics.Tests.Knowledge;

/// <summary>What we say of exceptions in the standard library is held to an installed CPython.</summary>
public class WitnessTests
{
    private const string Folder = "src/PyLint.Sharp.Semantics/Knowledge/";

    private static readonly TimeSpan Most = TimeSpan.FromMinutes(2);

    [Test]
    public void Every_exception_is_raised_and_every_context_manager_does_as_we_say()
    {
        var (status, output) = Run(Python.Required(10), Repository.PathOf(Folder + "LibraryRaises.txt"), Repository.PathOf(Folder + "LibraryContexts.txt"));

        TestContext.Out.WriteLine(output);
        status.Should().Be(0, output);
        output.Should().Contain("facts hold in Python 3.");
    }

    [Test]
    public void A_fact_that_does_not_hold_is_found()
    {
        var facts = Path.GetTempFileName();
        File.WriteAllText(facts, "int: KeyError = int('x')\nchr: ValueError = chr(65)\nopen: swallows = open('a', 'w')\ncontextlib.suppress: passes = contextlib.suppress(KeyError)\n");
        var (status, output) = Run(Python.Required(10), facts);
        File.Delete(facts);

        status.Should().Be(1);
        output.Split('\n').Where(line => line.Contains(" = ", StringComparison.Ordinal)).Should().HaveCount(4);
        output.Should().Contain("raises ValueError").And.Contain("raises None").And.Contain("lets the exceptions through").And.Contain("ends some");
    }

    private static (int Status, string Output) Run(Python python, params string[] texts)
    {
        var start = new ProcessStartInfo(python.Command, ["-I", Repository.PathOf("grammars/stdlib-witnesses.py"), .. texts]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Most))
        {
            process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, output.Result);
    }
}
