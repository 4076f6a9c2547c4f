using System.Text.Encodings.Web;
using System.Text.Json;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Json;

/// <summary>Strings that read well in a terminal and carry nothing into it that a reader can't see.</summary>
internal static class JsonStrings
{
    /// <summary>
    /// What GitHub's, Azure's and TeamCity's agents obey begins with it (<c>##[</c>, <c>##vso[</c>, <c>##teamcity[</c>), and they look for it
    /// anywhere in a line. Commands with colons only begin a line, which no string does.
    /// </summary>
    private const string OrderMark = "##";

    /// <summary>Leaves quotes, back-ticks and letters of all scripts as they are; standard output is no HTML page.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>A writer of an indented document with LF.</summary>
    public static Utf8JsonWriter Document(Stream output) =>
        new(output, new JsonWriterOptions { Encoder = Encoder, Indented = true, NewLine = "\n" });

    /// <summary>Sends the document and the line feed that ends it.</summary>
    public static void EndDocument(this Utf8JsonWriter writer, Stream output)
    {
        writer.Flush();
        output.Write("\n"u8);
        output.Flush();
    }

    public static void WriteText(this Utf8JsonWriter writer, string name, string? value)
    {
        writer.WritePropertyName(name);
        writer.WriteText(value);
    }

    public static void WriteText(this Utf8JsonWriter writer, string? value)
    {
        var canBeOrder = value?.Contains(OrderMark, StringComparison.Ordinal) == true;
        if (value is not null && (canBeOrder || TerminalText.HasHidden(value)))
        {
            // The default one escapes everything but plain ASCII, and with it what must not reach the terminal.
            var escaped = (TerminalText.HasHidden(value) ? JavaScriptEncoder.Default : Encoder).Encode(value);
            writer.WriteRawValue($"\"{escaped.Replace(OrderMark, @"\u0023\u0023", StringComparison.Ordinal)}\"", skipInputValidation: true);
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
