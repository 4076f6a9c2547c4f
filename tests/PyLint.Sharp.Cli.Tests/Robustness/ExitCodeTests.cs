using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Fixing;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Reporting;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>No fault of the program or of what it reads and writes looks like success, and none hides the rest.</summary>
public class ExitCodeTests : CommandLineTest
{
    private const int BrokenPipe = 32;
    private const int DiskIsFull = 28;

    private static readonly RuleCatalog Rules = new(
    [
        new ToyRule("PLS201", "toy-error", "bad", Severity.Error),
        new ToyRule("PLS203", "toy-breaker", "fragile", Severity.Warning, "= =", FixSafety.Safe),
        new ToyRule("PLS204", "toy-euro", "money", Severity.Warning, "'€'", FixSafety.Safe),
        new ToyRule("PLS205", "toy-crash", "crash", Severity.Warning),
    ]);

    private static readonly Dictionary<string, (Action<ExitCodeTests> Prepare, string Args)> Faults = new()
    {
        ["a folder called like a file (PLS001)"] = (test => test.Write("x.py/y.txt", ""), "."),
        ["a file that is not there"] = (_ => { }, ". nowhere.py"),
        ["a rule that throws (PLS003)"] = (test => test.Write("x.py", "crash\n"), "."),
        ["a fix that breaks a file (PLS005)"] = (test => test.Write("x.py", "fragile\n"), ". --fix"),
        ["a fix that breaks a file, in a diff"] = (test => test.Write("x.py", "fragile\n"), ". --diff"),
        ["a fix that breaks a file, and nothing else is asked"] = (test => test.Write("x.py", "fragile\n"), ". --fix-only"),
        ["a fix that the encoding cannot express"] = (test => test.Write("x.py", "# coding: latin-1\nmoney\n"), ". --fix"),
        ["a configuration that cannot be read"] = (test => test.Write("pylint-sharp.toml", "lint = ["), "."),
        ["a configuration of a folder that cannot be read"] = (test => test.Write("sub/pylint-sharp.toml", "lint = 1\n"), ". sub/x.py"),
        ["a configuration that is not there"] = (_ => { }, ". --config nowhere.toml"),
        ["a rule that does not exist"] = (_ => { }, ". --select PLS201,PLS987"),
        ["an output file in no folder"] = (_ => { }, ". -o nowhere/out"),
        ["an output file that is a folder"] = (test => test.Write("out/x.txt", ""), ". -o out"),
        ["one output file of two"] = (_ => { }, ". --output-format json --output-format sarif:nowhere/out"),
    };

    private static IEnumerable<string> FaultNames => Faults.Keys;

    private protected override RuleCatalog Catalog => Rules;

    [Test]
    public void No_fault_gives_zero([ValueSource(nameof(FaultNames))] string fault, [Values("", "--exit-zero", "--fail-level never", "-j 1 -v")] string options)
    {
        Write("clean.py", "x = 1\n");
        Write("sub/x.py", "x = 1\n");
        var args = $"{Faults[fault].Args} {options}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Run(["check", "clean.py", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]).ExitCode.Should().Be(0, "the fault alone makes the difference");
        Faults[fault].Prepare(this);
        Run(["check", .. args]).ExitCode.Should().Be(2);
    }

    [TestCase(0)]
    [TestCase(30)]
    public void A_full_disk_is_a_fault(int bytes)
    {
        Write("a.py", "bad\n");
        using var output = new FailingStream(bytes, DiskIsFull);
        Start(output, new StringWriter(), "--exit-zero").Should().Be(2);
    }

    [Test]
    public void An_output_that_nobody_opened_is_a_fault()
    {
        Write("a.py", "bad\n");
        using var output = new FailingStream(0, null);
        using var error = new StringWriter();
        Start(output, error, "--exit-zero").Should().Be(2);
        error.ToString().Should().StartWith("pylint-sharp: error: cannot write to standard output: ").And.NotContain("defect");
    }

    /// <summary>A reader that goes away early takes nothing back: not the exit code, and not the other reports.</summary>
    [TestCase(0)]
    [TestCase(30)]
    public void A_reader_that_has_gone_away_changes_nothing_else(int bytes)
    {
        Write("a.py", "bad\n");
        using var output = new FailingStream(bytes, BrokenPipe);
        using var error = new StringWriter();
        Start(output, error, "--output-format", "concise", "--output-format", "concise:all.txt").Should().Be(1);
        error.ToString().Should().BeEmpty();
        File.ReadAllText(Path.Combine(Folder, "all.txt")).Should().Be("a.py:1:1: error[PLS201] `bad` is flagged\n");
    }

    [Test]
    public void Errors_that_nobody_can_read_are_errors_all_the_same()
    {
        Write("a.py", "bad\n");
        using var output = new MemoryStream();
        using var error = new StreamWriter(new FailingStream(0, DiskIsFull)) { AutoFlush = true };
        Start(output, error, "-v", "nowhere", "a.py").Should().Be(2);
        Encoding.UTF8.GetString(output.ToArray()).Should().Contain("PLS201");
    }

    /// <summary>As a filter the program gives back what it was given, even where it fails beyond what any rule can do.</summary>
    [Test]
    public void What_cannot_be_checked_is_still_there()
    {
        var analyzer = new Analyzer(Rules.Rules);
        var policy = new FixPolicy { IsFixable = _ => throw new InvalidOperationException("broken") };
        var repair = new FileRepair(new FileFixer(analyzer, ParseOptions.Default, policy), FixMode.Write);
        var plan = new FilePlan(new SourceFile(null, "<stdin>"), analyzer, ParseOptions.Default, FailLevel.Error, repair) { Codes = new HashSet<string>() };

        using var input = new MemoryStream(Encoding.UTF8.GetBytes("fragile = 1\n"));
        using var output = new MemoryStream();
        var reader = new InputReader(input);
        var report = new FileChecker(reader, wantsHash: false, logger: null).Check(plan, CancellationToken.None);
        reader.PassOn(output);
        report.Diagnostics.Should().ContainSingle().Which.Descriptor.Code.Should().Be("PLS003");
        report.Status.Should().Be(FileStatus.Limit);
        report.Before.Should().BeNull("then the filter passes on what it read");
        Encoding.UTF8.GetString(output.ToArray()).Should().Be("fragile = 1\n");
    }

    private int Start(Stream output, TextWriter error, params string[] args)
    {
        using var host = HostWith(output, error);
        return CommandLine.Run(["check", .. args], host);
    }

    /// <summary>Takes so many bytes and then fails as the system's call would, or as a stream that was never opened.</summary>
    private sealed class FailingStream(int room, int? errorNumber) : Stream
    {
        private int left = room;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            left -= count;
            if (left < 0)
            {
                throw errorNumber is { } number ? new IOException("failed", number) : new UnauthorizedAccessException("denied", new IOException("never opened"));
            }
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
