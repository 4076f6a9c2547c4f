using System.Text.Encodings.Web;
using System.Text.Json;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Json;

/// <summary>Strings that read well in a terminal and carry nothing into it that a reader can't see.</summary>
internal static class JsonStrings
{
    /// <summary>Leaves quotes, back-ticks and letters of all scripts as they are; standard output is no HTML page.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static void WriteText(this Utf8JsonWriter writer, string name, string? value)
    {
        writer.WritePropertyName(name);
        writer.WriteText(value);
    }

    public static void WriteText(this Utf8JsonWriter writer, string? value)
    {
        if (value is not null && TerminalText.HasHidden(value))
        {
            // Escapes everything but plain ASCII, and with it what must not reach the terminal.
            writer.WriteRawValue($"\"{JavaScriptEncoder.Default.Encode(value)}\"");
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
