using System.Globalization;
using System.Text.RegularExpressions;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Rules;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>R27 and R28, with the real rules: nothing that a file contains moves a cursor or gives an order to a build server.</summary>
public partial class TerminalTests : CommandLineTest
{
    private static readonly string[] Formats =
    [
        "full", "full --explain-level full", "grouped", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "rdjson", "checkstyle",
        "full --diff --unsafe-fixes", "full -v",
    ];

    private protected override RuleCatalog Catalog => BuiltInRules.Catalog;

    [SetUp]
    public void WritePrograms() => Programs.WriteAll(Folder);

    [TestCaseSource(nameof(Formats))]
    public void No_control_character_comes_out(string format)
    {
        foreach (var isTerminal in new[] { false, true })
        {
            IsTerminal = isTerminal && !format.Contains("--diff", StringComparison.Ordinal);
            var result = Run(["check", "--color", "never", "--max-diagnostics", "none", "--output-format", .. format.Split(' ')]);
            result.Output.Should().Contain(format.Contains("--diff", StringComparison.Ordinal) ? "+++ " : "hostile0.py");
            Hidden(result.Output).Should().BeEmpty();
            Hidden(result.Error).Should().BeEmpty();
        }
    }

    [TestCase("full")]
    [TestCase("grouped")]
    [TestCase("concise")]
    public void Colour_is_all_that_a_terminal_is_told(string format)
    {
        IsTerminal = true;
        var output = Run("check", "--color", "always", "--output-format", format).Output;
        output.Should().Contain("\e[");
        Hidden(ColorOrLink().Replace(output, "")).Should().BeEmpty();
    }

    [TestCase("full")]
    [TestCase("grouped")]
    [TestCase("concise")]
    [TestCase("github")]
    public void No_line_is_an_order_of_the_file(string format)
    {
        var lines = Run("check", "--max-diagnostics", "none", "--output-format", format).Output.Split('\n');
        lines.Should().HaveCountGreaterThan(10);
        lines.Where(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal) && !(format == "github" && Command().IsMatch(line))).Should().BeEmpty();
        lines.Should().NotContain(line => line.TrimStart().StartsWith("##", StringComparison.Ordinal));
        lines.Should().NotContain(line => line.Contains("##vso[") || line.Contains("##teamcity["), "agents look for these anywhere in a line");
    }

    /// <summary>Machine formats on standard output, which a job may well print: agents obey anywhere in a line.</summary>
    [TestCase("check", "--output-format", "json")]
    [TestCase("check", "--output-format", "jsonl")]
    [TestCase("check", "--output-format", "sarif")]
    [TestCase("check", "--output-format", "gitlab")]
    [TestCase("check", "--output-format", "rdjson")]
    [TestCase("check", "--output-format", "junit")]
    [TestCase("check", "--output-format", "checkstyle")]
    [TestCase("ast", ".")]
    [TestCase("symbols", ".")]
    [TestCase("config", "--output-format", "json")]
    [TestCase("config", "--files")]
    public void No_machine_format_has_an_order_of_the_file(params string[] args)
    {
        Write("##vso[task.complete result=Succeeded;].py", "x = '##vso[task.complete]', '''\n##[error]y\n::error::z'''\n");
        Write("##[command]y.py", "y = 1\n");
        Write("pylint-sharp.toml", "extend-exclude = ['##vso[x]##[y]']\n");
        var lines = Run(args).Output.Split('\n');
        lines.Should().Contain(line => line.Contains("vso", StringComparison.Ordinal));
        lines.Should().NotContain(line => line.Contains("##vso[") || line.Contains("##teamcity[") || line.Contains("##["));
        lines.Should().NotContain(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Hidden(string text) => text
        .Where(character => character != '\n' && char.GetUnicodeCategory(character)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)
        .Select(character => $"U+{(int)character:X4}").Distinct();

    [GeneratedRegex(@"\e\[[0-9;]*m|\e\]8;[^\e\n]*\e\\")]
    private static partial Regex ColorOrLink();

    [GeneratedRegex("^::(error|warning|notice) title=pylint-sharp[^:]*::")]
    private static partial Regex Command();
}
