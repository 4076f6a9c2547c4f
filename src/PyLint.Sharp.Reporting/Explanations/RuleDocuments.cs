using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Json;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Explanations;

/// <summary>Everything that can be written about rules without looking at any code.</summary>
public static class RuleDocuments
{
    /// <summary>Pages for a terminal.</summary>
    public static void WritePages(TextWriter output, IReadOnlyList<RuleDescriptor> rules, TextOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var writer = new TerminalWriter(output, options.HasColor);
        WriteEach(rules, writer, rule => ExplanationText.Write(writer, rule, options));
    }

    /// <summary>Pages in Markdown.</summary>
    public static void WriteMarkdownPages(TextWriter output, IReadOnlyList<RuleDescriptor> rules)
    {
        var writer = new TerminalWriter(output, false);
        WriteEach(rules, writer, rule => ExplanationMarkdown.Write(writer, rule));
    }

    /// <summary>A table for a terminal.</summary>
    public static void WriteTable(TextWriter output, IReadOnlyList<RuleDescriptor> rules, TextOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        RuleTable.WriteText(new TerminalWriter(output, options.HasColor), rules);
        output.Flush();
    }

    /// <summary>A table in Markdown.</summary>
    public static void WriteMarkdownTable(TextWriter output, IReadOnlyList<RuleDescriptor> rules)
    {
        ArgumentNullException.ThrowIfNull(output);
        RuleTable.WriteMarkdown(new TerminalWriter(output, false), rules);
        output.Flush();
    }

    /// <summary>A JSON array with one object for each rule.</summary>
    public static void WriteJson(Stream output, IReadOnlyList<RuleDescriptor> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        WriteJson(output, writer =>
        {
            writer.WriteStartArray();
            foreach (var rule in rules)
            {
                RuleJson.Write(writer, rule);
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>A JSON object for one rule.</summary>
    public static void WriteJson(Stream output, RuleDescriptor rule) => WriteJson(output, writer => RuleJson.Write(writer, rule));

    private static void WriteJson(Stream output, Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var writer = JsonStrings.Document(output);
        write(writer);
        writer.EndDocument(output);
    }

    private static void WriteEach(IReadOnlyList<RuleDescriptor> rules, TerminalWriter writer, Action<RuleDescriptor> write)
    {
        ArgumentNullException.ThrowIfNull(rules);
        for (var i = 0; i < rules.Count; i++)
        {
            if (i > 0)
            {
                writer.EndLine();
            }

            write(rules[i]);
        }

        writer.Flush();
    }
}
