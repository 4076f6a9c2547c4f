using System.Diagnostics;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>R15 and R17: what the user may not read or write. The superuser may do all, so the program runs as somebody else there.</summary>
[Platform("Linux")]
public class UnreadableTests : CommandLineTest
{
    private const string Bad = "try:\n    x()\nexcept:\n    pass\n";
    private const string NobodyElse = "setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"";

    [SetUp]
    public void RequireSomebodyElse()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Shell($"chmod 755 . && {NobodyElse}", "true");
            var result = BuiltProgram.RunInShell(Folder, $"HOME=/nonexistent {NobodyElse}", "version");
            if (result.ExitCode != 0)
            {
                Assert.Ignore("the superuser can read everything, and nobody else can run the program here");
            }
        }
    }

    [Test]
    public void A_file_that_may_not_be_read_is_told_once()
    {
        Write("a.py", Bad);
        Write("secret.py", Bad);
        Write("hidden/b.py", Bad);
        Shell("chmod 000 secret.py hidden");
        var result = Check();
        Shell("chmod 755 hidden");
        result.ExitCode.Should().Be(2);
        result.Output.Should().MatchRegex(@"^a\.py:3:1: warning\[PLS201\] [^\n]+\nsecret\.py:1:1: error\[PLS001\] cannot read this file: permission denied\n$");
        result.Error.Should().Be("pylint-sharp: error: cannot look into folder `hidden`: permission denied\n");
    }

    [Test]
    public void Settings_that_may_not_be_read_are_told()
    {
        Write("a.py", Bad);
        Write("pylint-sharp.toml", "profile = 'all'\n");
        Shell("chmod 000 pylint-sharp.toml");
        var result = Check();
        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().Contain("pylint-sharp.toml").And.Contain("permission denied").And.NotContain("defect");
    }

    [Test]
    public void Where_nothing_may_be_written_nothing_is_damaged()
    {
        const string Fixable = "import os\nx = os.path.join  # noqa\n";
        Write("in/a.py", Bad.Replace("except:", "except:  # noqa: PLS201, PLS999", StringComparison.Ordinal) + Fixable);
        Shell("chmod 555 in && chmod 444 in/a.py");
        var before = File.ReadAllText(Path.Combine(Folder, "in", "a.py"));
        var result = Check("--fix", "--unsafe-fixes", "--select", "ALL");
        Shell("chmod 755 in");
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("`in/a.py` could not be fixed: permission denied");
        File.ReadAllText(Path.Combine(Folder, "in", "a.py")).Should().Be(before);
        Directory.GetFiles(Path.Combine(Folder, "in")).Should().ContainSingle();
    }

    /// <summary>With a cache that can't be written either.</summary>
    private ProgramResult Check(params string[] args)
    {
        string[] all = ["check", "--select", "PLS201", "--output-format", "concise", .. args];
        return Environment.IsPrivilegedProcess ? BuiltProgram.RunInShell(Folder, $"HOME=/nonexistent {NobodyElse}", all) : BuiltProgram.Run(Folder, all);
    }

    private void Shell(string command, params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", command, "bash", .. args]) { WorkingDirectory = Folder, RedirectStandardError = true })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Assert.Ignore($"`{command}` is not possible here");
        }
    }
}
