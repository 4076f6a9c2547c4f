using System.Globalization;

namespace PyLint.Sharp.Reporting.Tests.Formats;

/// <summary>What holds for all formats, whatever the checked program contains.</summary>
public class EveryFormatTests
{
    private static readonly string[] Orders = ["##vso[", "##teamcity["];

    private static IEnumerable<string> Names => Format.All.Select(format => format.Name);

    private static IEnumerable<string> MachineNames => Names.Except(["full", "concise", "grouped", "github"]);

    [TestCaseSource(nameof(Names))]
    public void Nothing_that_a_file_contains_reaches_a_terminal_unseen(string name) =>
        Format.Of(name).Write(Hostile.Files).Where(character => character is not ('\n' or '\t') && IsHidden(character)).Should().BeEmpty();

    /// <summary>The text formats are guarded by a reporter around them, and the GitHub format consists of commands.</summary>
    [TestCaseSource(nameof(MachineNames))]
    public void No_line_is_an_order_to_GitHub(string name) =>
        Format.Of(name).Write(Hostile.Files).Split('\n')
            .Where(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal) || line.Contains("##[", StringComparison.Ordinal))
            .Should().BeEmpty();

    /// <summary>Azure and TeamCity obey anywhere in a line.</summary>
    [TestCaseSource(nameof(Names))]
    public void No_line_has_an_order_to_another_build_server(string name)
    {
        var lines = Format.Of(name).Write(Hostile.Files).Split('\n');
        lines.Where(line => Orders.Any(order => line.Contains(order, StringComparison.OrdinalIgnoreCase)) || line.StartsWith("##[", StringComparison.Ordinal)).Should().BeEmpty();
        if (name != "github")
        {
            string.Concat(lines).Should().ContainEquivalentOf("vso", "the texts are there all the same");
        }
    }

    [TestCaseSource(nameof(Names))]
    public void The_bytes_are_the_same_in_each_run(string name) =>
        Format.Of(name).Write(Hostile.Files).Should().Be(Format.Of(name).Write(Hostile.Files));

    [TestCaseSource(nameof(MachineNames))]
    public void A_document_ends_with_one_line_feed(string name)
    {
        foreach (var text in new[] { Format.Of(name).Write(), Format.Of(name).Write(Hostile.Files) })
        {
            text.Should().EndWith("\n").And.NotContain("\r").And.NotStartWith("\uFEFF");
            (name == "step-summary" || !text.EndsWith("\n\n", StringComparison.Ordinal)).Should().BeTrue();
        }
    }

    private static bool IsHidden(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator;
}
