using System.Diagnostics;
using System.Globalization;
using System.Text;
using NUnit.Framework;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Testing.Fuzzing;

/// <summary>
/// Checks a property of the inputs that are made from the seeds 0, 1, 2 and so on: the same in every run.
/// <c>PYLINT_SHARP_FUZZ_SECONDS</c> makes each test go on with further seeds for that time.
/// </summary>
public sealed class FuzzRun
{
    private const int Stack = 16 * 1024 * 1024;
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan MostForOneInput = TimeSpan.FromSeconds(60);

    /// <summary>How long a test shall go on with further seeds, or null for the usual seeds.</summary>
    public static double? LongSeconds { get; } =
        double.TryParse(Environment.GetEnvironmentVariable("PYLINT_SHARP_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    private readonly string expression;
    private readonly Func<string, SourceText> read;

    private FuzzRun(string expression, Func<string, SourceText> read) => (this.expression, this.read) = (expression, read);

    /// <summary>Inputs that are text.</summary>
    public static FuzzRun OfText { get; } = new("SourceText.From({0})", text => SourceText.From(text));

    /// <summary>Inputs that are bytes, written as the characters with these numbers.</summary>
    public static FuzzRun OfBytes { get; } = new("SourceText.Decode(Encoding.Latin1.GetBytes({0}))", bytes => SourceText.Decode(Encoding.Latin1.GetBytes(bytes)));

    /// <summary>Fails with the smallest input that is found for which there is a problem.</summary>
    /// <param name="count">How many inputs are tried, when there is time.</param>
    /// <param name="create">Makes an input.</param>
    /// <param name="problem">What is wrong with a text, in words of which the first tells one kind of problem from others; or null.</param>
    public void Check(int count, Func<Random, string> create, Func<SourceText, string?> problem)
    {
        var progress = new Progress();
        var work = new Task<string?>(() => FirstProblem(count, create, problem, progress));
        var thread = new Thread(() => work.RunSynchronously(), Stack) { IsBackground = true };
        thread.Start();
        while (!thread.Join(TimeSpan.FromSeconds(1)))
        {
            Assert.That(progress.Watch.Elapsed, Is.LessThan(MostForOneInput), () => $"seed {progress.Seed} does not end:\n{Show(progress.Input)}");
        }

        TestContext.Out.WriteLine($"{progress.Seed} inputs");
        Assert.That(work.GetAwaiter().GetResult(), Is.Null);
    }

    private string? FirstProblem(int count, Func<Random, string> create, Func<SourceText, string?> problem, Progress progress)
    {
        var watch = Stopwatch.StartNew();
        for (; LongSeconds is { } seconds ? watch.Elapsed.TotalSeconds < seconds : progress.Seed < count && watch.Elapsed < Usual; progress.Seed++)
        {
            var input = create(new Random(progress.Seed));
            progress.Input = input;
            progress.Watch.Restart();
            if (ProblemOf(input, problem) is { } found)
            {
                var kind = found.Split(' ')[0];
                var small = Minimizer.Minimize(input, part => ProblemOf(part, problem)?.Split(' ')[0] == kind);
                return $"seed {progress.Seed}: {ProblemOf(small, problem)}\n{Show(small)}";
            }
        }

        return null;
    }

    private string? ProblemOf(string input, Func<SourceText, string?> problem)
    {
        try
        {
            return problem(read(input));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return exception.ToString();
        }
    }

    private string Show(string input) => string.Format(CultureInfo.InvariantCulture, expression, Minimizer.Literal(input));

    /// <summary>Where the worker is.</summary>
    private sealed class Progress
    {
        public Stopwatch Watch { get; } = Stopwatch.StartNew();

        public int Seed { get; set; }

        public string Input { get; set; } = "";
    }
}
