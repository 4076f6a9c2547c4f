using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>Writes TOML.</summary>
public static class TomlText
{
    /// <summary>A basic string.</summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                < ' ' or '\x7F' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => character,
            });
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A key, quoted where it has to be.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-') ? name : Quote(name);
    }

    /// <summary>An array on one line.</summary>
    public static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    /// <summary>A table in braces.</summary>
    public static string Table(IEnumerable<KeyValuePair<string, string>> entries)
    {
        var pairs = string.Join(", ", entries.Select(entry => $"{Key(entry.Key)} = {entry.Value}"));
        return pairs.Length > 0 ? $"{{ {pairs} }}" : "{}";
    }
}
