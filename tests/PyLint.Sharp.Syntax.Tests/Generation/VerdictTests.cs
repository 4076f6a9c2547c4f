using FsCheck;
using FsCheck.Fluent;
using PyLint.Sharp.Syntax.Tests.Parsing;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>Generated programs, valid ones and nearly valid ones: we accept what CPython compiles, and nothing else.</summary>
[TestFixture]
public sealed class VerdictTests
{
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("FZN") ?? "1000", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly PythonVersion Newest = new(3, 14);

    [Test]
    public void A_generated_program_has_no_errors_and_a_sound_tree() =>
        Check(GeneratedProgram.For(Newest), Count, program => Refusal(program.Text, Newest));

    [Test]
    public void CPython_compiles_every_generated_program()
    {
        var python = Python.Required();
        using var verdicts = new PythonVerdicts(python);

        Check(GeneratedProgram.For(new PythonVersion(3, python.Minor)), Count, program => verdicts.Of(program.Text));
    }

    private static string Refusal(string source, PythonVersion version)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source), new ParseOptions { TargetVersion = version });
        return TreeInvariants.FirstBroken(tree) ?? (tree.Errors is [var first, ..] ? $"{tree.Text.PositionOf(first.Span.Start)}: {first.Message}" : "");
    }

    /// <param name="programs">What to check.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="problem">What is wrong with one, or nothing.</param>
    private static void Check<T>(Arbitrary<T> programs, int count, Func<T, string> problem)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(1, 1).WithQuietOnSuccess(true);
        var property = Prop.ForAll(programs, program =>
        {
            var found = problem(program);
            return (found is "" or PythonVerdicts.Unknown).Label(found);
        });

        Parsed.OnWorker(() =>
        {
            FsCheck.Check.One(config, property);
            return true;
        });
    }
}
