using System.Diagnostics;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>R17: what a fixed file keeps beside its content.</summary>
[Platform("Linux")]
public class KeptAttributesTests : CommandLineTest
{
    private const string Old = "x = 1  # noqa: PLS201\n";
    private const string Fixed = "x = 1\n";

    [SetUp]
    public void WriteFile() => Write("a.py", Old);

    [Test]
    public void The_owner_and_all_bits_of_the_mode()
    {
        Require("chown 12345:23456 a.py && chmod 6751 a.py");
        Fix().ExitCode.Should().Be(0);
        Output("stat -c '%u:%g %a' a.py").Should().Be("12345:23456 6751\n");
    }

    [Test]
    public void Extended_attributes()
    {
        const string Set = "import os; os.setxattr('a.py', 'user.origin', b'caf\\xc3\\xa9\\x00x'); os.setxattr('a.py', 'user.empty', b'')";
        Require($"python3 -c \"{Set}\"");
        Fix().ExitCode.Should().Be(0);
        Output("python3 -c \"import os; print(sorted((name, os.getxattr('a.py', name)) for name in os.listxattr('a.py') if name.startswith('user.')))\"")
            .Should().Be("[('user.empty', b''), ('user.origin', b'caf\\xc3\\xa9\\x00x')]\n");
    }

    /// <summary>The other name keeps what the file was: to write into it in its place could leave half of it.</summary>
    [Test]
    public void Of_several_names_only_the_one_that_is_fixed_changes()
    {
        Require("ln a.py b.txt");
        Fix().ExitCode.Should().Be(0);
        File.ReadAllText(Path.Combine(Folder, "b.txt")).Should().Be(Old);
        Output("stat -c %h a.py b.txt").Should().Be("1\n1\n");
    }

    [Test]
    public void A_file_that_would_change_hands_is_left_alone()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("only the superuser can make a file of somebody else");
        }

        Require("chmod 777 . && chmod 666 a.py && setpriv --reuid=65534 --regid=65534 --clear-groups true");
        var result = BuiltProgram.RunInShell(
            Folder, "HOME=/nonexistent exec setpriv --reuid=65534 --regid=65534 --clear-groups \"$@\"", "check", "--no-cache", "--fix", "--select", "PLS9,PLS201", "a.py");
        if (result.Error.Contains("dotnet", StringComparison.Ordinal))
        {
            Assert.Ignore("nobody else can run the program here");
        }

        result.ExitCode.Should().Be(2);
        result.Error.Should().Be("pylint-sharp: error: `a.py` could not be fixed: it belongs to somebody else, and would not any more\n");
        File.ReadAllText(Path.Combine(Folder, "a.py")).Should().Be(Old);
        Directory.GetFiles(Folder).Should().ContainSingle();
    }

    private protected override Analysis.Selection.RuleCatalog Catalog => Rules.BuiltInRules.Catalog;

    private CommandLineResult Fix()
    {
        var result = Run("check", "--fix", "--select", "PLS9,PLS201", "a.py");
        File.ReadAllText(Path.Combine(Folder, "a.py")).Should().Be(Fixed);
        return result;
    }

    private void Require(string command)
    {
        if (Start(command).ExitCode != 0)
        {
            Assert.Ignore($"`{command}` is not possible here");
        }
    }

    private string Output(string command) => Start(command).Output;

    private (int ExitCode, string Output) Start(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", command])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
