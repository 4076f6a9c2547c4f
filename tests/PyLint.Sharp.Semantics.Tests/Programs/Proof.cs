using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Semantics.Tests.Programs;

/// <summary>Generated programs, run by an installed CPython, beside what the model says of them.</summary>
internal static class Proof
{
    private const int Usual = 1500;

    /// <summary>Makes programs, runs them, and compares each with its answer; nothing may be wrong.</summary>
    /// <param name="minor">The version of Python that the programs need.</param>
    /// <param name="create">Makes a program.</param>
    /// <param name="compare">Takes a program, the lines that it printed, and where to count.</param>
    public static Tally Of(int minor, Func<Random, string> create, Action<string, string[], Tally> compare)
    {
        var python = Python.Required(minor);
        var programs = Enumerable.Range(0, ProgramCount.Of(Usual)).Select(seed => create(new Random(seed))).ToList();
        var answers = PythonRunner.Run(python, programs);
        var tally = new Tally();
        for (var i = 0; i < programs.Count; i++)
        {
            compare(programs[i], answers[i], tally);
        }

        TestContext.Out.WriteLine(tally);
        tally.Wrong.Should().BeEmpty();
        return tally;
    }
}
