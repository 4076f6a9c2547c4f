using System.Text;
using System.Text.Json.Nodes;
using PyLint.Sharp.Configuration.Documents;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>Values of settings as JSON.</summary>
public static class TomlJson
{
    /// <summary>A value that is written as TOML.</summary>
    /// <exception cref="ArgumentException">It is no value, or of a kind that no setting has.</exception>
    public static JsonNode Of(string text)
    {
        var document = TomlDocument.Read(Encoding.UTF8.GetBytes($"value = {text}"));
        return document.Root.TryGet("value", out var value) ? Of(value) : throw new ArgumentException($"`{text}` is no value: {document.Error}", nameof(text));
    }

    private static JsonNode Of(TomlValue value) => value switch
    {
        TomlString text => JsonValue.Create(text.Value),
        TomlInteger number => JsonValue.Create(number.Value),
        TomlBoolean flag => JsonValue.Create(flag.Value),
        TomlArray array => new JsonArray([.. array.Items.Select(Of)]),
        TomlTable table => new JsonObject(table.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, (JsonNode?)Of(entry.Value)))),
        _ => throw new ArgumentException($"no setting is {value.KindName}", nameof(value)),
    };
}
