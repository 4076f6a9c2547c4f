using System.Text.Json;
using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Cli.Output;

/// <summary>Writes settings with their origins.</summary>
internal static class SettingListing
{
    // A path or pattern may hold anything.
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = LogSafeJson.Encoder };

    /// <summary>A line for each setting that could stand in a file; below it, when asked, what the setting is.</summary>
    public static void WriteText(TextWriter output, List<ShownSetting> settings, bool isExplained)
    {
        foreach (var setting in settings)
        {
            var line = setting.Value is null ? $"# {setting.Key} has no value" : $"{setting.Key} = {setting.Value}";
            output.WriteLine(TerminalText.Sanitize($"{line}  # {setting.Origin}"));
            if (isExplained)
            {
                output.WriteLine($"  {setting.Setting.Documentation}");
                output.WriteLine($"  It is {setting.Setting.TypeName}{(setting.Setting.DefaultText is { } text ? $"; the default is {text}." : " and has no default.")}");
            }
        }
    }

    /// <summary>An array of objects with key, value and origin; the value is null where there is none.</summary>
    public static void WriteJson(Stream output, List<ShownSetting> settings)
    {
        using (var writer = new Utf8JsonWriter(output, Layout))
        {
            writer.WriteStartArray();
            foreach (var setting in settings)
            {
                Write(writer, setting);
            }

            writer.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter writer, ShownSetting setting)
    {
        writer.WriteStartObject();
        writer.WriteString("key", setting.Key);
        writer.WritePropertyName("value");
        if (setting.Value is { } value)
        {
            TomlJson.Of(value).WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteStartObject("origin");
        writer.WriteString("kind", setting.Origin.Kind);
        writer.WriteString("place", setting.Origin.Place);
        if (setting.Origin.Position is { } position)
        {
            writer.WriteNumber("line", position.Line);
            writer.WriteNumber("column", position.Column);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
