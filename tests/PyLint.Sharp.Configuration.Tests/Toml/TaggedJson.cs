using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PyLint.Sharp.Configuration.Documents;

namespace PyLint.Sharp.Configuration.Tests.Toml;

/// <summary>Values with their types as JSON, in the notation of the public suite toml-test.</summary>
internal static partial class TaggedJson
{
    public static JsonNode Of(TomlValue value) => value switch
    {
        TomlTable table => new JsonObject(table.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, (JsonNode?)Of(entry.Value)))),
        TomlArray array => new JsonArray([.. array.Items.Select(Of)]),
        TomlString text => Tagged("string", text.Value),
        TomlInteger integer => Tagged("integer", integer.Value.ToString(CultureInfo.InvariantCulture)),
        TomlFloat number => Tagged("float", NumberOf(number.Value)),
        TomlBoolean flag => Tagged("bool", flag.Value ? "true" : "false"),
        TomlTime time => Tagged(KindOf(time.Kind), time.Value),
        _ => throw new ArgumentException($"no tag for {value.KindName}"),
    };

    /// <summary>Numbers as .NET writes them, so that `5e+22` and `5E22` are the same; seconds without zeros at their end.</summary>
    public static void Normalize(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject tagged when tagged["type"] is JsonValue type && tagged["value"] is JsonValue value:
                tagged["value"] = Normalized(type.ToString(), value.ToString());
                break;
            case JsonObject table:
                table.ToList().ForEach(entry => Normalize(entry.Value));
                break;
            case JsonArray array:
                array.ToList().ForEach(Normalize);
                break;
        }
    }

    private static string Normalized(string type, string value) => type switch
    {
        "float" when value.Contains("nan", StringComparison.Ordinal) => "nan",
        "float" when value.Contains("inf", StringComparison.Ordinal) => value.TrimStart('+'),
        "float" => NumberOf(double.Parse(value, CultureInfo.InvariantCulture)),
        "datetime" or "datetime-local" or "time-local" => FractionZeros().Replace(value, "$1"),
        _ => value,
    };

    private static JsonObject Tagged(string type, string value) => new() { ["type"] = type, ["value"] = value };

    private static string NumberOf(double value) => value switch
    {
        double.PositiveInfinity => "inf",
        double.NegativeInfinity => "-inf",
        double.NaN => "nan",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string KindOf(TomlTimeKind kind) => kind switch
    {
        TomlTimeKind.OffsetDateTime => "datetime",
        TomlTimeKind.LocalDateTime => "datetime-local",
        TomlTimeKind.LocalDate => "date-local",
        _ => "time-local",
    };

    [GeneratedRegex(@"(\.[0-9]*[1-9])0+")]
    private static partial Regex FractionZeros();
}
