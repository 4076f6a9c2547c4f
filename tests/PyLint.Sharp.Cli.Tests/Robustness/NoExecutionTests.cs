using System.Diagnostics;
using System.Text;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>R30: what is checked is never run, and no setting makes the program run or call anything.</summary>
[Platform("Linux")]
public class NoExecutionTests : CommandLineTest
{
    private const string Code = """
        open("marker", "w").close()
        __import__("os").system("touch marker")
        def f(x=[], y=open("marker", "w")):
            return x == None
        """;

    [SetUp]
    public void WriteCode()
    {
        foreach (var name in new[] { "a.py", "__init__.py", "conftest.py", "setup.py", "sitecustomize.py", "pylint_sharp.py", "sub/__main__.py" })
        {
            Write(name, Code);
        }

        Write("tool.sh", "#!/bin/sh\ntouch marker\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(Folder, "tool.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [TestCase("check")]
    [TestCase("check --fix --unsafe-fixes")]
    [TestCase("check --diff -v")]
    [TestCase("ast a.py")]
    [TestCase("symbols a.py")]
    [TestCase("check -o |./tool.sh")]
    [TestCase("check --output-format json:$(./tool.sh)")]
    [TestCase("check @tool.sh")]
    [TestCase("check http://localhost/a.py")]
    [TestCase("check --config ./tool.sh")]
    [TestCase("check --config extend='http://localhost/x.toml'")]
    [TestCase("check", "extend = '|./tool.sh'")]
    [TestCase("check", "extend = '$(./tool.sh)'")]
    [TestCase("check", "extend = 'http://localhost/x.toml'")]
    [TestCase("check", "extend = './tool.sh'")]
    [TestCase("check", "output-format = '|./tool.sh'")]
    [TestCase("check", "exclude = ['`./tool.sh`', '$(./tool.sh)']")]
    [TestCase("check", "load-plugins = ['a']\ninit-hook = './tool.sh'")]
    public void Nothing_is_started_and_nobody_is_called(string args, string? configuration = null)
    {
        if (configuration is not null)
        {
            Write("pylint-sharp.toml", configuration);
        }

        if (!BuiltProgram.Has("strace", "-o", "/dev/null", "true"))
        {
            Assert.Ignore("strace is not installed, or may not be used");
        }

        var result = BuiltProgram.RunInShell(Folder, "strace -f -qq -e trace=execve,execveat,connect,sendto -o trace \"$@\"", args.Split(' '));
        result.ExitCode.Should().BeOneOf(0, 1, 2);
        var calls = File.ReadAllLines(Path.Combine(Folder, "trace")).Where(line => line.Contains('(', StringComparison.Ordinal)).ToList();
        calls.Should().ContainSingle("the program's own start").Which.Should().Contain("execve(").And.Contain("\"exec\"");
        File.Exists(Path.Combine(Folder, "marker")).Should().BeFalse();
    }

    /// <summary>The same as far as it can be seen without a tracer.</summary>
    [TestCase("check --fix --unsafe-fixes")]
    [TestCase("ast a.py")]
    [TestCase("symbols a.py")]
    public void No_file_that_is_checked_leaves_a_trace(string args)
    {
        Run(args.Split(' ')).ExitCode.Should().BeOneOf(0, 1);
        File.Exists(Path.Combine(Folder, "marker")).Should().BeFalse();
    }

    /// <summary>Without it the tests above would prove nothing.</summary>
    [Test]
    public void Python_would_leave_one()
    {
        using var process = Process.Start(new ProcessStartInfo(Testing.Python.Required().Command, ["a.py"]) { WorkingDirectory = Folder, StandardErrorEncoding = Encoding.UTF8, RedirectStandardError = true })!;
        process.WaitForExit();
        File.Exists(Path.Combine(Folder, "marker")).Should().BeTrue();
    }
}
