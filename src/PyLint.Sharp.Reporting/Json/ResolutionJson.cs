using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Json;

/// <summary>Writes where Python looks for a name: the same fields in all formats that are JSON.</summary>
internal static class ResolutionJson
{
    /// <summary>Writes the property <c>resolution</c>, <c>null</c> where there is none.</summary>
    /// <param name="writer">In the object of the finding.</param>
    /// <param name="table">What to write.</param>
    /// <param name="writePlace">Writes a place of the file as a property, as the format writes places.</param>
    public static void Write(Utf8JsonWriter writer, ResolutionTable? table, Action<Utf8JsonWriter, string, TextSpan> writePlace)
    {
        if (table is null)
        {
            writer.WriteNull("resolution");
            return;
        }

        writer.WriteStartObject("resolution");
        writer.WriteText("name", table.Name);
        writer.WriteStartArray("steps");
        foreach (var step in table.Steps)
        {
            writer.WriteStartObject();
            writer.WriteString("letter", Words.LetterOf(step.Place));
            writer.WriteString("place", Words.Of(step.Place));
            writer.WriteText("scope", step.Scope);
            writer.WriteString("outcome", Words.Of(step.Outcome));
            writer.WriteBoolean("reached", step.IsReached);
            if (step.Binding is { } binding)
            {
                writePlace(writer, "binding", binding);
            }
            else
            {
                writer.WriteNull("binding");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
