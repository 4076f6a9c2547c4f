using System.Globalization;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Rules;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>R11 to R13: no input ends the process, and time and memory grow with the input only.</summary>
public class SizeTests : CommandLineTest
{
    /// <summary>Of the processor, because a machine with other work is slow.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const int Small = 3_000;
    private const int Factor = 16;

    /// <summary>Linear time takes 16 times as long for the large text, quadratic time 256 times.</summary>
    private const int MostTimesAsLong = 90;

    private const long MostBytesForAll = 1L << 30;
    private const int MostBytesForOne = 60;
    private const int BytesForNothing = 80_000_000;
    private const int MostGrowth = 40_000_000;

    /// <summary>
    /// All addresses that a process may have, in KiB: the runtime sets more than half of them aside at its start, and threads their stacks.
    /// With 1 GB it does not start, and with 2 GB it runs out of memory before it has read anything.
    /// </summary>
    private const int MostAddresses = 4_000_000;

    /// <summary>What is repeated, before and behind what stands in the middle.</summary>
    private static readonly Dictionary<string, (string Start, string Before, string Middle, string Behind)> Shapes = new()
    {
        ["parentheses"] = ("", "(", "a", ")"),
        ["lists"] = ("", "[", "a", "]"),
        ["dicts"] = ("", "{0:", "a", "}"),
        ["calls in calls"] = ("", "f(", "a", ")"),
        ["subscripts in subscripts"] = ("", "a[", "0", "]"),
        ["attributes"] = ("a", ".a", "", ""),
        ["calls of calls"] = ("f", "()", "", ""),
        ["sums"] = ("a", " + a", "", ""),
        ["powers"] = ("a", " ** a", "", ""),
        ["signs"] = ("", "-", "a", ""),
        ["negations"] = ("", "not ", "a", ""),
        ["lambdas"] = ("", "lambda: ", "a", ""),
        ["conditions"] = ("", "a if a else ", "a", ""),
        ["elif"] = ("if a:\n    pass\n", "elif a:\n    pass\n", "", ""),
    };

    private static readonly Dictionary<string, (string Start, string Part, string End)> Traps = new()
    {
        ["open parentheses"] = ("", "(", ""),
        ["open lists"] = ("", "[[[", ""),
        ["half conditions"] = ("", "x if x ", ""),
        ["open f-strings"] = ("", "f\"{", ""),
        ["decorators"] = ("", "@a\n", "def f(): pass\n"),
        ["one line"] = ("x = [", "1, ", "]\n"),
        ["elif"] = ("if a == 1:\n    pass\n", "elif a==2:\n pass\n", ""),
        ["handlers"] = ("try:\n    pass\n", "except A:\n    pass\n", ""),
        ["bare handlers in a loop"] = ("while a:\n", "  try: b()\n  except: pass\n", ""),
        ["functions"] = ("", "def f(x=[]):\n    return x\n", ""),
        ["suppressions"] = ("", "x = 1  # noqa: PLS201\n", ""),
        ["backslashes"] = ("x = 1", " \\\n + 1", "\n"),
    };

    private static IEnumerable<string> ShapeNames => Shapes.Keys;

    private static IEnumerable<string> TrapNames => Traps.Keys;

    private static int Deepest => BuiltProgram.Wanted("PYLINT_SHARP_DEPTH", 1_000_000);

    private static int LargestMegabytes => BuiltProgram.Wanted("PYLINT_SHARP_MEGABYTES", 10);

    private protected override RuleCatalog Catalog => BuiltInRules.Catalog;

    /// <summary><c>PYLINT_SHARP_DEPTH</c> sets how deep, in the place of a million.</summary>
    [TestCaseSource(nameof(ShapeNames))]
    public void Any_depth_is_checked_or_refused(string shape)
    {
        for (var depth = 100; depth <= Deepest; depth *= 10)
        {
            Write("a.py", Nested(shape, depth));
            var result = new CommandLineResult(0, "", "");
            CpuTime.Of(() => result = Run("check", "--output-format", "concise")).Should().BeLessThan(Longest);
            result.Error.Should().BeEmpty();
            result.Output.Should().NotContain("PLS003");
            result.ExitCode.Should().BeOneOf(0, 1);
        }
    }

    /// <summary>R11: one after the other in a process of its own, where a stack that runs over would be seen, and all memory is counted.</summary>
    [Test]
    public void All_shapes_together_stay_within_a_gigabyte()
    {
        foreach (var shape in Shapes.Keys)
        {
            Write($"{shape}.py", Nested(shape, Deepest));
        }

        var result = BuiltProgram.Run(Folder, ["check", "-j", "1", "--output-format", "concise"]);
        result.ExitCode.Should().BeOneOf(0, 1);
        result.Error.Should().BeEmpty();
        result.PeakBytes.Should().BeLessThan(MostBytesForAll);
    }

    [TestCaseSource(nameof(TrapNames))]
    public void Time_grows_with_the_file(string trap)
    {
        var ratio = double.MaxValue;
        for (var tries = 0; tries < 5 && ratio > MostTimesAsLong; tries++)
        {
            var alone = Math.Min(SecondsFor(trap, Small), Math.Min(SecondsFor(trap, Small), SecondsFor(trap, Small)));
            ratio = Math.Min(ratio, SecondsFor(trap, Small * Factor) / alone);
        }

        ratio.Should().BeLessThan(MostTimesAsLong);
    }

    /// <summary>
    /// R12: the time grows hardly faster than the file. How fast it does, <c>growth check</c> of the benchmarks measures where nothing else runs; here, beside other tests,
    /// linear (1) is told from quadratic (2). Other work only adds to a time, so the shortest of several counts.
    /// </summary>
    [TestCaseSource(nameof(TrapNames))]
    public void A_megabyte_is_no_trap(string trap)
    {
        const int Large = 1_000_000;
        const double MostSlope = 1.5;

        // What is done in this time is no trap; at such times the garbage collector and the other tests are what is measured.
        const double Short = 0.5;
        var (small, large, slope) = (double.MaxValue, double.MaxValue, double.MaxValue);
        for (var tries = 0; tries < 12 && slope > MostSlope && large > Short; tries++)
        {
            small = Math.Min(small, SecondsFor(trap, Large / Factor));
            large = Math.Min(large, SecondsFor(trap, Large));
            slope = Math.Log(large / small, Factor);
        }

        (large <= Short ? 0 : slope).Should().BeLessThanOrEqualTo(MostSlope);
    }

    /// <summary>
    /// Programs as people write them; code without a comment, and one operator beside the other, needs almost twice as much.
    /// <c>PYLINT_SHARP_MEGABYTES</c> sets the longest file, in the place of 10.
    /// </summary>
    [Test]
    [Platform("Linux")]
    public void Memory_grows_with_the_file()
    {
        var program = string.Concat(Repository.Files("samples", "better.py").Select(Repository.ReadText));
        foreach (var megabytes in new[] { 1, 5, 10 }.Where(size => size <= LargestMegabytes))
        {
            var code = string.Concat(Enumerable.Repeat(program, megabytes * 1_000_000 / program.Length));
            Write("a.py", code);
            var result = RunWithin(MostAddresses, "check", "--output-format", "concise", "a.py");
            result.ExitCode.Should().BeOneOf(0, 1);
            result.Error.Should().BeEmpty();
            result.PeakBytes.Should().BeInRange(code.Length, (MostBytesForOne * (long)code.Length) + BytesForNothing);
        }
    }

    [Test]
    [Platform("Linux")]
    public void Memory_does_not_grow_with_the_number_of_files()
    {
        var code = Functions(2_000);
        for (var i = 0; i < 10_000; i++)
        {
            Write($"{(i < 1_000 ? "few" : "more")}/f{i}.py", code);
        }

        var (few, all) = (RunWithin(MostAddresses, "check", "few"), RunWithin(MostAddresses, "check", "."));
        all.Output.Should().Contain("10000 files");
        few.PeakBytes.Should().BePositive();
        (all.PeakBytes - few.PeakBytes).Should().BeLessThan(MostGrowth);
    }

    [Test]
    [Platform("Linux")]
    public void A_process_without_room_does_not_look_like_success()
    {
        Write("a.py", Functions(1_000_000));
        RunWithin(1_000_000, "check").ExitCode.Should().NotBe(0);
    }

    /// <summary>As many threads on every machine, since each has a stack.</summary>
    private ProgramResult RunWithin(int addresses, params string[] args) =>
        BuiltProgram.RunInShell(Folder, $"ulimit -v {addresses} && exec \"$@\"", [.. args, "-j", "2"]);

    private static string Nested(string shape, int depth)
    {
        var (start, before, middle, behind) = Shapes[shape];
        return start + string.Concat(Enumerable.Repeat(before, depth)) + middle + string.Concat(Enumerable.Repeat(behind, depth)) + "\n";
    }

    private static string Functions(int length)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        for (var i = 0; text.GetStringBuilder().Length < length; i++)
        {
            text.Write($"def area{i}(width, height=1, *rest):\n    if width > height:\n        return [w * {i} for w in rest]\n    return width.size(height, key={i})\n\n\n");
        }

        return text.ToString();
    }

    /// <summary>Of the processor: how long a run waits for it, beside the tests of other assemblies, is no matter of the file.</summary>
    private double SecondsFor(string trap, int length)
    {
        var (start, part, end) = Traps[trap];
        Write("a.py", start + string.Concat(Enumerable.Repeat(part, length / part.Length)) + end);
        return CpuTime.Of(() => Run("check", "--output-format", "concise", "--isolated").Error.Should().BeEmpty()).TotalSeconds;
    }
}
