using System.Collections.Immutable;
using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Explanations;
using PyLint.Sharp.Reporting.Json;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Sarif;

/// <summary>
/// Describes the tool and every rule that runs, whether it found anything or not, so that a host can tell a finding that is repaired from
/// a rule that is switched off. What the engine says of itself are notifications; a syntax error is a result like others.
/// </summary>
internal sealed class SarifTool
{
    private const int MostFullDescription = 1024;

    private readonly RunInfo run;
    private readonly ImmutableArray<RuleDescriptor> rules;
    private readonly ImmutableArray<RuleDescriptor> notifications;

    public SarifTool(RunInfo run)
    {
        this.run = run;
        rules = [EngineDiagnostics.SyntaxError, .. run.Rules];
        notifications = EngineDiagnostics.All.Remove(EngineDiagnostics.SyntaxError);
    }

    /// <summary>Where in the list of rules, or in that of notifications, a descriptor stands; null where in neither.</summary>
    public int? IndexOf(RuleDescriptor descriptor) =>
        Math.Max(rules.IndexOf(descriptor), notifications.IndexOf(descriptor)) is >= 0 and var index ? index : null;

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "PyLint.Sharp");
        writer.WriteString("fullName", $"PyLint.Sharp {run.Version}");
        writer.WriteString("semanticVersion", run.Version);
        writer.WriteString("version", run.Version);
        writer.WriteString("organization", "The PyLint.Sharp authors");
        WriteDescriptors(writer, "rules", rules);
        WriteDescriptors(writer, "notifications", notifications);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteDescriptors(Utf8JsonWriter writer, string name, ImmutableArray<RuleDescriptor> descriptors)
    {
        writer.WriteStartArray(name);
        foreach (var descriptor in descriptors)
        {
            WriteDescriptor(writer, descriptor);
        }

        writer.WriteEndArray();
    }

    private static void WriteDescriptor(Utf8JsonWriter writer, RuleDescriptor rule)
    {
        var summary = ExplanationPage.Of(rule).Summary;
        writer.WriteStartObject();
        writer.WriteString("id", rule.Code);
        writer.WriteString("name", rule.Name);
        WriteMessage(writer, "shortDescription", summary.Length > 0 ? summary : $"{Words.TitleOf(rule.Area)}: {rule.Name}.");
        WriteMessage(writer, "fullDescription", Shorten(rule.Why));
        writer.WriteStartObject("help");
        writer.WriteText("text", Page(output => RuleDocuments.WritePages(output, [rule], new TextOptions())));
        writer.WriteText("markdown", Page(output => RuleDocuments.WriteMarkdownPages(output, [rule])));
        writer.WriteEndObject();
        writer.WriteStartObject("defaultConfiguration");
        writer.WriteString("level", SarifLevel.Of(rule.Severity));
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        writer.WriteStartArray("tags");
        writer.WriteStringValue("python");
        writer.WriteStringValue("interview");
        writer.WriteStringValue($"skill/{Words.Of(rule.Area)}");
        writer.WriteEndArray();

        // Rules speak only when the file proves them right.
        writer.WriteString("precision", "high");
        writer.WriteString("problem.severity", SarifLevel.ProblemOf(rule.Severity));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteText("text", text);
        writer.WriteEndObject();
    }

    private static string Page(Action<TextWriter> write)
    {
        using var page = new StringWriter();
        write(page);
        return page.ToString();
    }

    /// <summary>The longest whole sentences that GitHub takes.</summary>
    private static string Shorten(string text)
    {
        if (text.Length <= MostFullDescription)
        {
            return text;
        }

        var end = text.LastIndexOf(". ", MostFullDescription - 1, StringComparison.Ordinal);
        return end < 0 ? text[..(MostFullDescription - 1)] + '…' : text[..(end + 1)];
    }
}
