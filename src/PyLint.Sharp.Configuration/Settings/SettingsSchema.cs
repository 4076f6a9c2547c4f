using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>Describes <c>pylint-sharp.toml</c> as JSON Schema (draft 7), for editors.</summary>
public static class SettingsSchema
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // The schema is a file of its own, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole schema as text.</summary>
    public static string Write(RuleCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "PyLint.Sharp",
            ["description"] = "Settings of PyLint.Sharp: pylint-sharp.toml, or the table tool.pylint-sharp of pyproject.toml.",
        };
        MakeTable(schema);
        foreach (var setting in SettingTable.All)
        {
            Add(schema, setting);
        }

        foreach (var rule in catalog.Rules.Select(rule => rule.Descriptor).Where(rule => !rule.Options.IsEmpty))
        {
            AddOptions(schema, rule);
        }

        return schema.ToJsonString(Layout) + "\n";
    }

    private static void AddOptions(JsonObject schema, RuleDescriptor rule)
    {
        foreach (var option in rule.Options)
        {
            var setting = RuleOptionSetting.Of(rule, option);
            Add(schema, setting);
            // A rule may be called by its name too.
            Add(schema, setting, $"rules.{rule.Name}.{option.Name}");
        }
    }

    private static void Add(JsonObject schema, Setting setting, string? key = null)
    {
        var parts = (key ?? setting.Key).Split('.');
        var table = schema;
        foreach (var part in parts.SkipLast(1))
        {
            var properties = table["properties"]!.AsObject();
            if (!properties.ContainsKey(part))
            {
                properties[part] = MakeTable([]);
            }

            table = properties[part]!.AsObject();
        }

        var described = setting.Schema();
        if (setting.DefaultText is { } text)
        {
            described["default"] = TomlJson.Of(text);
        }

        table["properties"]![parts[^1]] = described;
    }

    private static JsonObject MakeTable(JsonObject schema)
    {
        schema["type"] = "object";
        schema["additionalProperties"] = false;
        schema["properties"] = new JsonObject();
        return schema;
    }
}
