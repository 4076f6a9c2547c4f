using System.ComponentModel;
using System.Diagnostics;

namespace PyLint.Sharp.Cli.Tests;

public class CompletionTests : CommandLineTest
{
    [TestCase("pylint-sharp ex", "explain")]
    [TestCase("pylint-sharp check --explain-l", "--explain-level")]
    [TestCase("pylint-sharp --exit-z", "--exit-zero")]
    [TestCase("pylint-sharp rules --out", "--output-format")]
    [TestCase("pylint-sharp check --sin", "--since")]
    [TestCase("pylint-sharp baseline --base", "--baseline")]
    [TestCase("pylint-sharp baseline create --select PLS30", "PLS301")]
    [TestCase("pylint-sharp explain toy-w", "toy-warning")]
    [TestCase("pylint-sharp check --select PLS30", "PLS301")]
    [TestCase("pylint-sharp check sol", "solution.py")]
    public void Bash_completes_verbs_options_rules_and_files(string line, string expected)
    {
        Write("solution.py", "");
        var words = line.Split(' ');
        var script = $"{Run("completions", "bash").Output}\nCOMP_WORDS=({line}); COMP_CWORD={words.Length - 1}; _pylint_sharp; echo \"${{COMPREPLY[*]}}\"";
        Bash(script).Should().Be(expected + "\n");
    }

    [TestCase("bash")]
    [TestCase("fish")]
    [TestCase("pwsh")]
    [TestCase("zsh")]
    public void Every_script_knows_all_verbs_options_and_rules(string shell)
    {
        var script = Run("completions", shell);
        script.ExitCode.Should().Be(0);
        foreach (var word in new[] { "check", "explain", "rules", "toy-error", "PLS201" })
        {
            script.Output.Should().Contain(word);
        }

        foreach (var option in Verbs.Verb.Find("check")!.Command.Options.Where(option => option.Name.StartsWith("--", StringComparison.Ordinal)))
        {
            script.Output.Should().Contain(shell == "fish" ? $"-l {option.Name[2..]}" : option.Name);
        }
    }

    [Test]
    public void An_unknown_shell_is_an_error()
    {
        Run("completions", "bsh").Should().Be(new CommandLineResult(
            2, "", "pylint-sharp: error: there are no completions for `bsh`; did you mean `bash`?; known: bash, fish, pwsh, zsh\n"));
        Run("completions").ExitCode.Should().Be(2);
    }

    private string Bash(string script)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { WorkingDirectory = Folder, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Ignore("bash is not installed");
            return "";
        }
    }
}
