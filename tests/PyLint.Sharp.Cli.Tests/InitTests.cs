using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Tests;

public class InitTests : CommandLineTest
{
    private string Content => File.ReadAllText(Path.Combine(Folder, "pylint-sharp.toml"));

    [TestCase("candidate")]
    [TestCase("teacher")]
    public void What_is_written_is_a_configuration(string profile)
    {
        Run("init", "--profile", profile).Should().Be(new CommandLineResult(0, "wrote `pylint-sharp.toml`; `pylint-sharp config` shows what holds\n", ""));
        Run("config", "profile").Output.Should().StartWith($"profile = \"{profile}\"  # ");
        Run("check").ExitCode.Should().Be(0);
        Content.Split('\n').Should().OnlyContain(line => line.Length <= 110 || line.StartsWith("# exclude =", StringComparison.Ordinal) || line.StartsWith("# Options", StringComparison.Ordinal));
    }

    [Test]
    public void Every_setting_is_there_and_every_default_can_be_turned_on()
    {
        Run("init");
        var lines = Content.Split('\n');
        foreach (var setting in SettingTable.All)
        {
            var start = setting.Key.Split('.')[^1] + " =";
            lines.Should().Contain(line => line.TrimStart('#', ' ').StartsWith(start, StringComparison.Ordinal), setting.Key);
        }

        var keys = SettingTable.All.Select(setting => setting.Key.Split('.')[^1]).ToHashSet();
        var turnedOn = lines.Select(line => line.StartsWith("# ", StringComparison.Ordinal) && line.Split(" = ", 2) is [var name, _] && keys.Contains(name[2..]) ? line[2..] : line);
        Write("pylint-sharp.toml", string.Join('\n', turnedOn));
        var shown = Run("config", "lint.ignore", "fail-level");
        shown.Error.Should().BeEmpty();
        shown.Output.Should().Contain("lint.ignore = []  # pylint-sharp.toml").And.Contain("fail-level = \"warning\"  # pylint-sharp.toml");
    }

    [TestCase("pylint-sharp.toml")]
    [TestCase(".pylint-sharp.toml")]
    public void Nothing_is_overwritten_unless_it_must_be(string name)
    {
        Write(name, "profile = \"all\"\n");
        Run("init").Should().Be(new CommandLineResult(2, "", $"pylint-sharp: error: `{name}` is there already; `--force` writes `pylint-sharp.toml` all the same\n"));
        File.ReadAllText(Path.Combine(Folder, name)).Should().Be("profile = \"all\"\n");
        Run("init", "--force").ExitCode.Should().Be(0);
        Content.Should().Contain("\nprofile = \"candidate\"\n");
    }

    [TestCase("init", "there", "`init` takes no arguments, but got `there`")]
    [TestCase("init", "--profile=student", "`--profile` takes candidate, reviewer, teacher or all, not `student`")]
    [TestCase("init", "--forse", "unknown option `--forse`; did you mean `--force`?")]
    public void A_wrong_command_line_writes_nothing(string verb, string word, string message)
    {
        var result = Run(verb, word);
        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(message);
        Directory.GetFiles(Folder).Should().BeEmpty();
    }
}
