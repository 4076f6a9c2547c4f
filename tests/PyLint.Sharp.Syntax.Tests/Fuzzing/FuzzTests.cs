using System.Diagnostics;
using System.Globalization;
using PyLint.Sharp.Syntax.Tests.Nodes;
using PyLint.Sharp.Syntax.Tests.Parsing;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Syntax.Tests.Fuzzing;

/// <summary>
/// No input is an exception, and every tree keeps its invariants. The inputs are the same in every run;
/// <c>PYLINT_SHARP_FUZZ_SECONDS</c> gives each test more time than its usual few seconds.
/// </summary>
[TestFixture]
public sealed class FuzzTests
{
    private static readonly double Seconds =
        double.TryParse(Environment.GetEnvironmentVariable("PYLINT_SHARP_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 4;

    [Test]
    public void A_damaged_program_gives_a_sound_tree()
    {
        var programs = Repository.Files("tests/PyLint.Sharp.Syntax.Tests/Corpus", "*.py").Concat(Repository.Files("samples", "*.py"))
            .Select(path => SourceText.Decode(File.ReadAllBytes(Repository.PathOf(path))).Content).ToList();

        Fuzz(3000, random => new Mutator(random).Mutate(PartOf(programs[random.Next(programs.Count)], random)));
    }

    [Test]
    public void Random_text_gives_a_sound_tree() => Fuzz(10_000, random => new Mutator(random).RandomText());

    [Test]
    public void Random_bytes_give_a_sound_tree() =>
        Fuzz(10_000, random => SourceText.Decode(new Mutator(random).RandomBytes()).Content);

    [Test]
    public void A_generated_program_has_no_errors_and_a_sound_tree() =>
        Fuzz(2000, random => new ProgramGenerator(random).Program(), isValid: true);

    /// <summary>Some lines of a program, so that many mutations fit into the time.</summary>
    private static string PartOf(string source, Random random)
    {
        var lines = source.Split('\n');
        var first = random.Next(lines.Length);
        return string.Join('\n', lines.Skip(first).Take(random.Next(1, 60)));
    }

    private static void Fuzz(int count, Func<Random, string> create, bool isValid = false)
    {
        var seeds = Parsed.OnWorker(() => Run(count, create, isValid));

        TestContext.Out.WriteLine($"{seeds} inputs");
    }

    private static int Run(int count, Func<Random, string> create, bool isValid)
    {
        var watch = Stopwatch.StartNew();
        var isLong = Environment.GetEnvironmentVariable("PYLINT_SHARP_FUZZ_SECONDS") is not null;
        var seed = 0;
        for (; (isLong || seed < count) && watch.Elapsed.TotalSeconds < Seconds; seed++)
        {
            var source = create(new Random(seed));
            if (Problem(source, isValid) is { } problem)
            {
                Fail(seed, source, problem, isValid);
            }
        }

        return seed;
    }

    private static void Fail(int seed, string source, string problem, bool isValid)
    {
        // A part of a valid program need not be valid, but it must go wrong in the same way.
        var kind = problem.Split(' ')[0];
        var small = isValid ? source : Minimizer.Minimize(source, part => Problem(part, isValid: false)?.StartsWith(kind, StringComparison.Ordinal) == true);
        Assert.Fail($"seed {seed}: {Problem(small, isValid)}\nSyntaxTree.Parse(SourceText.From({Minimizer.Literal(small)}))");
    }

    private static string? Problem(string source, bool isValid)
    {
        try
        {
            var tree = SyntaxTree.Parse(SourceText.From(source));
            return isValid && !tree.Errors.IsEmpty
                ? $"{tree.Text.PositionOf(tree.Errors[0].Span.Start)}: {tree.Errors[0].Message}\n{source}"
                : TreeInvariants.FirstBroken(tree);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.ToString();
        }
    }
}
