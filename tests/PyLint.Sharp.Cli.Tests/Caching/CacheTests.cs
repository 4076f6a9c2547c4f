using System.Diagnostics;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Rules;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Cli.Tests.Caching;

/// <summary>What a second run does and says.</summary>
public class CacheTests : CacheTest
{
    private readonly CountingRule counting = new();

    private protected override RuleCatalog Catalog => new([.. BuiltInRules.Catalog.Rules, counting, new ToyRule("PLS999", "toy-crash", "crash", Severity.Error)]);

    [Test]
    public void Only_files_that_changed_are_checked_again()
    {
        Write("a.py", "x = 1\n");
        Write("b.py", "def f(:\n");
        CheckedBy("check", ".").Should().Be(2);
        CheckedBy("check", ".").Should().Be(0);
        CheckedBy("check", ".", "--output-format", "json", "-j", "1").Should().Be(0, "the format is no part of the settings");
        CheckedBy("check", ".", "--explain-level", "full", "--max-diagnostics", "1").Should().Be(0, "how much is told changes no finding");
        Write("b.py", "y = 1\n");
        CheckedBy("check", ".").Should().Be(1);
        CheckedBy("check", ".", "--select", "PLS998,PLS201").Should().Be(2);
        CheckedBy("check", ".", "--no-cache").Should().Be(2);
        CheckedBy("check", "a.py").Should().Be(0);
        CheckedBy("check", ".").Should().Be(0, "a run over one file forgets none of the others");
    }

    [Test]
    public void A_defect_is_looked_for_again()
    {
        Write("a.py", "crash\n");
        for (var i = 0; i < 2; i++)
        {
            CheckedBy("check", ".").Should().Be(1);
        }

        RequireSame("a crash", "check", ".");
        Run("check", ".").Output.Should().Contain("PLS003");
    }

    [TestCase("full")]
    [TestCase("concise")]
    [TestCase("grouped")]
    [TestCase("json")]
    [TestCase("jsonl")]
    [TestCase("sarif")]
    [TestCase("github")]
    [TestCase("gitlab")]
    [TestCase("junit")]
    [TestCase("rdjson")]
    [TestCase("checkstyle")]
    public void Every_format_is_the_same(string format)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            WriteBytes($"f{seed}.py", Snippets.File(new Random(seed)));
            Write($"n{seed}.ipynb", Snippets.Notebook(new Random(seed)));
        }

        CheckedBy("check", ".").Should().Be(60);
        CheckedBy("check", ".").Should().Be(0);
        RequireSame(format, "check", ".", "--extend-select", "PLS998", "--output-format", format);
    }

    [Test]
    public void A_baseline_takes_what_is_known()
    {
        Write("a.py", "try:\n    x()\nexcept:\n    pass\n");
        CheckedBy("check", ".").Should().Be(1);
        CheckedBy("baseline", "create").Should().Be(0);
        var known = File.ReadAllText(Path.Combine(Folder, "pylint-sharp-baseline.json"));
        known.Should().Contain("PLS201");
        CheckedBy("baseline", "update", "--no-cache").Should().Be(1);
        File.ReadAllText(Path.Combine(Folder, "pylint-sharp-baseline.json")).Should().Be(known);
        Write("a.py", "x = 1\n");
        CheckedBy("baseline", "prune").Should().Be(1);
        CheckedBy("check", ".", "--new-only").Should().Be(0, "`baseline` keeps what it found, too");
    }

    [Test]
    public void What_is_known_takes_no_time()
    {
        string[] args = ["check", ".", "--timeout-per-file", "0.001", "--output-format", "concise"];
        Write("a.py", "try:\n    x()\nexcept:\n    pass\n" + string.Concat(Enumerable.Repeat("x = [x]\n", 100_000)));
        Run(args).Output.Should().Contain("PLS004");
        Run("check", ".").Output.Should().Contain("PLS201");
        Run(args).Output.Should().Contain("PLS201").And.NotContain("PLS004");
        Run([.. args, "--no-cache"]).Output.Should().Contain("PLS004");
    }

    [Test]
    [CancelAfter(120_000)]
    public void Two_processes_at_once_say_the_same(CancellationToken cancellation)
    {
        for (var round = 0; round < 3; round++)
        {
            for (var file = 0; file < 20; file++)
            {
                WriteBytes($"f{file}.py", Snippets.File(new Random((round * 10) + file)));
            }

            using var expected = Start("--no-cache");
            using var first = Start();
            using var second = Start();
            var text = OutputOf(expected, cancellation);
            text.Should().Contain("f19.py");
            OutputOf(first, cancellation).Should().Be(text);
            OutputOf(second, cancellation).Should().Be(text);
            using var third = Start();
            OutputOf(third, cancellation).Should().Be(text);
        }

        Directory.GetFiles(CacheFolder).Should().HaveCount(2).And.Contain(CacheFile);
    }

    private int CheckedBy(params string[] args)
    {
        counting.Modules = 0;
        Run([.. args, "--extend-select", "PLS998"]);
        return counting.Modules;
    }

    private Process Start(params string[] options) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "pylint-sharp.dll"), "check", ".", "--output-format", "json", .. options])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            Environment = { ["PYLINT_SHARP_NO_CACHE"] = "", ["PYLINT_SHARP_CACHE_DIR"] = "" },
        })!;

    private static string OutputOf(Process process, CancellationToken cancellation)
    {
        var output = process.StandardOutput.ReadToEndAsync(cancellation).GetAwaiter().GetResult();
        process.WaitForExit();
        process.ExitCode.Should().Be(1);
        return output;
    }

    private sealed class CountingRule : Rule
    {
        private int modules;

        public int Modules { get => modules; set => modules = value; }

        public override RuleDescriptor Descriptor { get; } = new ToyRule("PLS998", "toy-count", "nowhere", Severity.Info).Descriptor;

        public override void Register(Registration on) => on.Visit<Module>((_, _) => Interlocked.Increment(ref modules));
    }
}
