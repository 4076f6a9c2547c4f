using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Tests;

public class FormatNameTests : CommandLineTest
{
    [Test]
    public void The_configuration_takes_the_formats_of_the_command_line() =>
        SettingTable.OutputFormat.Type.Schema().ToJsonString().Should().ContainAll(ReporterFactory.Formats.Select(format => $"\"{format}\""));

    [Test]
    public void The_configuration_chooses_the_format_unless_the_command_line_does()
    {
        Write("pylint-sharp.toml", "output-format = \"concise\"\n");
        Write("a.py", "bad = 1\n");
        Run("check").Output.Should().Be("a.py:1:1: error[PLS201] `bad` is flagged\n");
        Run("check", "--output-format", "grouped").Output.Should().StartWith("a.py");
        Run("check", "--output-format", "jsonl").Output.Should().StartWith("{");
    }
}
