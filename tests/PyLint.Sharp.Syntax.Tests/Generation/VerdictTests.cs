using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using PyLint.Sharp.Syntax.Tests.Parsing;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;
using PyLint.Sharp.Testing.Fuzzing;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>
/// Generated programs, valid ones and nearly valid ones: we accept what CPython compiles, and nothing else. The programs are the same in
/// every run; <c>PYLINT_SHARP_FUZZ_SECONDS</c> makes each test go on with others.
/// </summary>
[TestFixture]
public sealed class VerdictTests
{
    private const int Count = 1000;

    /// <summary>Before, CPython had another parser, or counted a joined line's indentation in another way.</summary>
    private const int OldestComparable = 10;

    private static readonly PythonVersion Newest = new(3, 14);

    [Test]
    public void A_generated_program_has_no_errors_and_a_sound_tree() =>
        Check(GeneratedProgram.For(Newest), program => Refusal(program.Text, Newest));

    [Test]
    public void CPython_and_we_accept_every_generated_program()
    {
        var python = Python.Required(OldestComparable);
        var version = new PythonVersion(3, python.Minor);
        using var verdicts = new PythonVerdicts(python);

        Check(GeneratedProgram.For(version), program => verdicts.Of(program.Text) + Refusal(program.Text, version));
    }

    [Test]
    public void CPython_and_we_refuse_the_same_of_the_nearly_valid_programs()
    {
        var python = Python.Required(OldestComparable);
        var version = new PythonVersion(3, python.Minor);
        using var verdicts = new PythonVerdicts(python);

        Check(NearlyValidProgram.For(version), program => IsDebatable(program.Text) ? "" : Difference(verdicts.Of(program.Text), Refusal(program.Text, version)));
    }

    /// <summary>
    /// Behind a field inside a format specification, `{{` is a brace for CPython since 3.13 and a set within a field before, as it is for us
    /// and anywhere else in a specification.
    /// </summary>
    private static bool IsDebatable(string source) => source.Contains("}{{", StringComparison.Ordinal);

    private static string Difference(string theirs, string ours) => theirs == PythonVerdicts.Unknown || (theirs.Length == 0) == (ours.Length == 0)
        ? ""
        : $"CPython: {(theirs.Length == 0 ? "compiles" : theirs)}; we: {(ours.Length == 0 ? "accept" : ours)}";

    private static string Refusal(string source, PythonVersion version)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source), new ParseOptions { TargetVersion = version });
        return TreeInvariants.FirstBroken(tree) ?? (tree.Errors is [var first, ..] ? $"{tree.Text.PositionOf(first.Span.Start)}: {first.Message}" : "");
    }

    /// <param name="programs">What to check.</param>
    /// <param name="problem">What is wrong with one, or nothing.</param>
    private static void Check<T>(Arbitrary<T> programs, Func<T, string> problem)
    {
        var property = Prop.ForAll(programs, program =>
        {
            var found = problem(program);
            return (found is "" or PythonVerdicts.Unknown).Label(found);
        });

        var tests = Parsed.OnWorker(() => Run(property));
        TestContext.Out.WriteLine($"{tests} programs");
    }

    private static int Run(Property property)
    {
        var watch = Stopwatch.StartNew();
        var tests = 0;
        do
        {
            FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(Count).WithReplay((ulong)tests + 1, 1).WithQuietOnSuccess(true), property);
            tests += Count;
        }
        while (watch.Elapsed.TotalSeconds < FuzzRun.LongSeconds);

        return tests;
    }
}
