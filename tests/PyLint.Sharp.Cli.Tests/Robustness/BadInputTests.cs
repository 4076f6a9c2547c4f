using System.Diagnostics;
using PyLint.Sharp.Analysis.Selection;
using Name = PyLint.Sharp.Syntax.Nodes.Name;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>R15: what cannot be read is told once, and the run goes on.</summary>
[Platform("Linux")]
public class BadInputTests : CommandLineTest
{
    private RuleCatalog catalog = new([new SoundRule()]);

    private protected override RuleCatalog Catalog => catalog;

    [TestCase("a pipe", "mkfifo x.py")]
    [TestCase("a link to a device", "ln -s /dev/zero x.py", "x.py", "z.py")]
    [TestCase("a link to a terminal", "ln -s /dev/tty x.py", "x.py", "z.py")]
    [TestCase("a socket", "python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"x.py\")'")]
    [TestCase("a folder", "mkdir x.py")]
    [TestCase("a broken link", "ln -s nowhere x.py")]
    [TestCase("a link to itself", "ln -s x.py x.py")]
    [TestCase("a name that is no text", "touch $'x\\xff.py'")]
    public void What_is_no_file_is_told_once_and_the_rest_is_checked(string kind, string command, params string[] paths)
    {
        Shell(command, $"{kind} cannot be made here");
        Write("z.py", "old\n");
        var result = Run(["check", "--output-format", "concise", .. paths]);

        // .NET cannot delete each of them.
        Shell("rm -rf ./x*", "");
        result.ExitCode.Should().Be(2);
        result.Error.Should().BeEmpty();
        result.Output.Should().MatchRegex(@"^x\uFFFD?\.py:1:1: error\[PLS001\] cannot read this file: [^\n]+\nz\.py:1:1: error\[PLS201\] [^\n]+\n$");
    }

    [TestCase("a name with a line feed", "echo old > $'x\\n.py'")]
    [TestCase("a name with an escape", "echo old > $'x\\e[2J.py'")]
    [TestCase("a name with a quote", "echo old > $'x\\'\\\".py'")]
    [TestCase("a name like an option", "echo old > --fix.py")]
    [TestCase("a name of 255 bytes", "echo old > $(printf 'x%.0s' {1..252}).py")]
    public void An_odd_name_is_a_name(string kind, string command)
    {
        Shell(command, $"{kind} cannot be made here");
        Write("z.py", "old\n");
        var result = Run("check", "--output-format", "concise");
        result.ExitCode.Should().Be(1);
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2).And.OnlyContain(line => line.Contains("PLS201", StringComparison.Ordinal));
    }

    [TestCase(300)]
    [TestCase(5_000)]
    [TestCase(100_000)]
    public void A_name_that_is_too_long_is_told(int length)
    {
        Write("z.py", "old\n");
        var result = Run("check", new string('x', length) + ".py", "z.py", "--output-format", "concise");
        result.ExitCode.Should().Be(2);
        (result.Output + result.Error).Should().Contain("xxx.py").And.NotContain("defect");
        result.Output.Should().EndWith("z.py:1:1: error[PLS201] `old` is flagged\n");
    }

    /// <summary>The rule stands for everything else that works in the same folder.</summary>
    [TestCase("a file that vanishes", "rm x.py")]
    [TestCase("a file that becomes a folder", "rm x.py && mkdir x.py")]
    [TestCase("a folder that vanishes", "rm -r sub", "sub/x.py")]
    [TestCase("a link that breaks", "ln -sf nowhere x.py")]
    public void What_changes_before_it_is_read_is_told(string kind, string command, string path = "x.py")
    {
        Write("a.py", "first\n");
        Write(path, "old\n");
        Write("z.py", "old\n");
        catalog = PoisonedRule.With(on => on.Visit<Name>((node, _) => When(node.Id == "first", () => Shell(command, kind))));
        var result = Run("check", "--output-format", "concise", "-j", "1");
        result.ExitCode.Should().Be(2);
        result.Output.Should().MatchRegex($@"^{path}:1:1: error\[PLS001\] cannot read this file: [^\n]+\nz\.py:1:1: error\[PLS201\] [^\n]+\n$");
    }

    private static void When(bool condition, Action action)
    {
        if (condition)
        {
            action();
        }
    }

    /// <summary>Folders in folders, until no path reaches the last of them.</summary>
    [Test]
    public void A_path_that_is_too_long_is_told_and_the_rest_is_checked()
    {
        Write("z.py", "old\n");
        Shell("d=$(printf 'd%.0s' {1..200}); for i in {1..25}; do mkdir $d && cd $d || exit 1; echo old > x.py; done", "no deep folders here");
        var result = Run("check", "--output-format", "concise");
        Shell("rm -rf ddd*", "");
        result.ExitCode.Should().Be(2);
        (result.Output + result.Error).Should().NotContain("defect");
        result.Output.Should().EndWith("z.py:1:1: error[PLS201] `old` is flagged\n");
    }

    private void Shell(string command, string reason)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", command]) { WorkingDirectory = Folder, RedirectStandardError = true })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Assert.Ignore(reason);
        }
    }
}
