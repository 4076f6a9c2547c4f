using PyLint.Sharp.Cli.Output;

namespace PyLint.Sharp.Cli.Tests;

public class ColorTests : CommandLineTest
{
    [TestCase("", true, true)]
    [TestCase("", false, false)]
    [TestCase("NO_COLOR=1", true, false)]
    [TestCase("NO_COLOR=", true, true)]
    [TestCase("NO_COLOR=1 FORCE_COLOR=1", true, false)]
    [TestCase("FORCE_COLOR=1", false, true)]
    [TestCase("FORCE_COLOR=0", true, false)]
    [TestCase("FORCE_COLOR=false", true, false)]
    [TestCase("FORCE_COLOR=", false, false)]
    [TestCase("FORCE_COLOR=0 CLICOLOR_FORCE=1", true, false)]
    [TestCase("CLICOLOR_FORCE=1", false, true)]
    [TestCase("CLICOLOR_FORCE=0", false, false)]
    [TestCase("CLICOLOR_FORCE=0", true, true)]
    [TestCase("CLICOLOR_FORCE=1 CLICOLOR=0 TERM=dumb", false, true)]
    [TestCase("CLICOLOR=0", true, false)]
    [TestCase("CLICOLOR=1", false, false)]
    [TestCase("TERM=dumb", true, false)]
    [TestCase("TERM=xterm", true, true)]
    [TestCase("GITHUB_ACTIONS=true", true, false)]
    [TestCase("GITLAB_CI=true", true, false)]
    [TestCase("GITHUB_ACTIONS=true FORCE_COLOR=1", false, true)]
    public void The_environment_decides_in_order(string variables, bool isTerminal, bool expected)
    {
        var environment = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        ColorDecision.Decide(environment.GetValueOrDefault, isTerminal).Should().Be(expected);
    }

    [TestCase("always", true)]
    [TestCase("never", false)]
    [TestCase("auto", false)]
    public void The_option_wins_over_everything(string option, bool expected)
    {
        Write("a.py", "bad\n");
        Set("NO_COLOR", "1");
        IsTerminal = true;
        Run("check", "--color", option).Output.Contains('\e').Should().Be(expected);
        Run("rules", "--color", option).Output.Contains('\e').Should().Be(expected);
        Run("explain", "PLS201", "--color", option).Output.Contains('\e').Should().Be(expected);
    }

    [Test]
    public void A_file_gets_no_colour_unless_it_is_asked_for()
    {
        Write("a.py", "bad\n");
        Set("FORCE_COLOR", "1");
        IsTerminal = true;
        Run("check", "-o", "plain.txt");
        Run("check", "-o", "colored.txt", "--color", "always");
        File.ReadAllText(Path.Combine(Folder, "plain.txt")).Should().NotContain("\e");
        File.ReadAllText(Path.Combine(Folder, "colored.txt")).Should().Contain("\e[1;91merror[PLS201]");
    }
}
