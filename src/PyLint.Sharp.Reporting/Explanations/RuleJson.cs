using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Json;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Explanations;

/// <summary>All that is known about a rule, as a JSON object.</summary>
internal static class RuleJson
{
    public static void Write(Utf8JsonWriter writer, RuleDescriptor rule)
    {
        writer.WriteStartObject();
        writer.WriteString("code", rule.Code);
        writer.WriteString("name", rule.Name);
        writer.WriteString("area", Words.Of(rule.Area));
        writer.WriteString("severity", Words.Of(rule.Severity));
        WriteTexts(writer, "aliases", rule.Aliases);
        writer.WriteText("message", rule.Message);
        WriteTexts(writer, "otherMessages", rule.OtherMessages);
        writer.WriteText("why", rule.Why);
        writer.WriteText("instead", rule.Instead);
        writer.WriteStartObject("interview");
        writer.WriteText("question", rule.Interview.Question);
        writer.WriteText("answer", rule.Interview.Answer);
        writer.WriteEndObject();
        writer.WriteText("fineWhen", rule.FineWhen);
        writer.WriteString("fix", Words.Of(rule.Fix));
        writer.WriteBoolean("default", rule.IsEnabledByDefault && !rule.IsPreview);
        writer.WriteBoolean("preview", rule.IsPreview);
        WriteExamples(writer, rule);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteText(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteExamples(Utf8JsonWriter writer, RuleDescriptor rule)
    {
        writer.WriteStartArray("examples");
        foreach (var example in rule.Examples)
        {
            if (!example.IsHidden)
            {
                WriteExample(writer, example);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteExample(Utf8JsonWriter writer, Example example)
    {
        var markup = ExampleMarkup.Of(example);
        var places = new JsonPlaces(new FileReport(SourceText.From(markup.Code), FileStatus.Ok, []));
        writer.WriteStartObject();
        writer.WriteText("code", markup.Code);
        writer.WriteBoolean("bad", example.IsBad);
        writer.WriteStartArray("spans");
        foreach (var span in markup.Spans)
        {
            writer.WriteStartObject();
            places.WriteOffsets(writer, span);
            places.WritePositions(writer, span);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteText("fixedTo", example.FixedTo);
        writer.WriteEndObject();
    }
}
