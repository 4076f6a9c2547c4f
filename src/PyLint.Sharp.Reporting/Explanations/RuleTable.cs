using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Explanations;

/// <summary>The rules as a table, one a row.</summary>
internal static class RuleTable
{
    private const string Gap = "  ";

    private static readonly string[] Headings = ["CODE", "NAME", "AREA", "LEVEL", "FIX", "DEFAULT"];

    public static void WriteText(TerminalWriter output, IEnumerable<RuleDescriptor> rules)
    {
        List<string[]> rows = [Headings, .. rules.Select(Row)];
        var widths = Headings.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            var line = string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column])));
            output.WriteLine(line.TrimEnd(), row == Headings ? Style.Strong : Style.Plain);
        }
    }

    public static void WriteMarkdown(TerminalWriter output, IEnumerable<RuleDescriptor> rules)
    {
        output.WriteLine($"| {string.Join(" | ", Headings.Select(heading => heading[0] + heading[1..].ToLowerInvariant()))} |");
        output.WriteLine($"|{string.Concat(Headings.Select(_ => "---|"))}");
        foreach (var rule in rules)
        {
            output.WriteLine($"| {string.Join(" | ", Row(rule))} |");
        }
    }

    private static string[] Row(RuleDescriptor rule) =>
    [
        rule.Code,
        rule.Name,
        Words.Of(rule.Area),
        Words.Of(rule.Severity),
        Words.Of(rule.Fix),
        rule.IsPreview ? "preview" : rule.IsEnabledByDefault ? "on" : "off",
    ];
}
