using System.Text.Encodings.Web;
using System.Text.Json;
using PyLint.Sharp.Reporting.Ci;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Json;

/// <summary>Strings that read well in a terminal and carry nothing into it that a reader can't see.</summary>
internal static class JsonStrings
{
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
        var hasOrder = value?.Contains(WorkflowCommand.OldPrefix, StringComparison.Ordinal) == true;
        if (value is not null && (hasOrder || TerminalText.HasHidden(value)))
        {
            // Escapes everything but plain ASCII, and with it what must not reach the terminal.
            var escaped = JavaScriptEncoder.Default.Encode(value).Replace(WorkflowCommand.OldPrefix, @"\u0023#[", StringComparison.Ordinal);
            writer.WriteRawValue($"\"{escaped}\"");
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
