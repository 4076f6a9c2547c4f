namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>R17: a disk without space, which a small file system in memory is; only those may mount one whom the system lets have their own.</summary>
[Platform("Linux")]
public class FullDiskTests : CommandLineTest
{
    private const string Disk = "mkdir disk && mount -t tmpfs -o size=64k tmpfs disk && cp a.py disk && cd disk";
    private const string Fill = "{ head -c 100000 /dev/zero > filler; :; } 2> /dev/null";

    private static readonly string Code = "try:\n    x()\nexcept:\n    pass\n" + string.Concat(Enumerable.Repeat("x = 1  # noqa: PLS201\n", 400));

    [SetUp]
    public void RequireMounts()
    {
        Write("a.py", Code);
        if (!BuiltProgram.Has("unshare", "-rm", "sh", "-c", $"mount -t tmpfs -o size=16k tmpfs '{Folder}'"))
        {
            Assert.Ignore("no file system can be mounted here");
        }
    }

    [Test]
    public void A_fix_that_has_no_space_leaves_the_file_as_it_was()
    {
        var result = OnDisk($"{Fill}; \"$@\"; code=$?; cmp a.py ../a.py && ls -A | tr '\\n' ' '; exit $code", "check", "--fix", "--no-cache", "--output-format", "concise", "a.py");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Be("pylint-sharp: error: `a.py` could not be fixed: the disk is full\n");
        result.Output.Should().EndWith("a.py filler ", "nothing else is left behind");
    }

    [Test]
    public void A_report_that_has_no_space_is_not_there()
    {
        var result = OnDisk($"{Fill}; \"$@\"; code=$?; ls -A | tr '\\n' ' '; exit $code", "check", "--no-cache", "--output-format", "json", "-o", "out.json", "--exit-zero", "a.py");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Be("pylint-sharp: error: cannot write to `out.json`: the disk is full\n");
        result.Output.Should().Be("a.py filler ");
    }

    [Test]
    public void A_cache_that_has_no_space_changes_nothing()
    {
        var result = OnDisk($"{Fill}; \"$@\"", "check", "--select", "PLS201", "--output-format", "concise", "a.py");
        result.ExitCode.Should().Be(1);
        result.Error.Should().BeEmpty();
        result.Output.Should().StartWith("a.py:3:1: warning[PLS201] ");
    }

    [Test]
    public void Results_that_nobody_can_keep_are_a_fault()
    {
        var result = BuiltProgram.RunInShell(Folder, "\"$@\" > /dev/full", "check", "--no-cache", "--exit-zero", "a.py");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Be("pylint-sharp: error: cannot write to standard output: the disk is full\n");
    }

    private ProgramResult OnDisk(string command, params string[] args) =>
        BuiltProgram.RunInShell(Folder, $"exec unshare -rm bash -c '{Disk} && {command.Replace("'", "'\\''", StringComparison.Ordinal)}' bash \"$@\"", args);
}
