using System.Globalization;
using System.Text;
using PyLint.Sharp.Configuration.Documents;

namespace PyLint.Sharp.Configuration.Tests.Toml;

/// <summary>Documents in one line, for tests to compare: <c>{a: 1, b: "x", c: 1.5f, d: @2026-01-31, e: [true]}</c>.</summary>
internal static class Shown
{
    /// <summary>The values of a text, or its error as <c>line:column: message</c>.</summary>
    public static string Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static string Read(byte[] bytes)
    {
        var document = TomlDocument.Read(bytes);
        return document.Error is { } error ? $"{PositionOf(document, error.Span.Start)}: {error.Message}" : Of(document.Root);
    }

    /// <summary><c>line:column</c></summary>
    public static string PositionOf(TomlDocument document, int offset)
    {
        var position = document.Text.PositionOf(offset);
        return string.Create(CultureInfo.InvariantCulture, $"{position.Line}:{position.Column}");
    }

    private static string Of(TomlValue value) => value switch
    {
        TomlTable table => $"{{{string.Join(", ", table.Entries.Select(entry => $"{entry.Key.Text}: {Of(entry.Value)}"))}}}",
        TomlArray array => $"[{string.Join(", ", array.Items.Select(Of))}]",
        TomlString text => $"\"{text.Value.Replace("\n", "⏎", StringComparison.Ordinal)}\"",
        TomlInteger integer => integer.Value.ToString(CultureInfo.InvariantCulture),
        TomlFloat number => number.Value.ToString("R", CultureInfo.InvariantCulture) + "f",
        TomlBoolean flag => flag.Value ? "true" : "false",
        TomlTime time => $"@{time.Value}",
        _ => throw new ArgumentException(value.KindName),
    };
}
