using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Analysis.Notebooks;

/// <summary>Writes text as the inside of a JSON string, the way Python's <c>json.dumps(ensure_ascii=False)</c> does and so nbformat.</summary>
internal static class JsonEscapes
{
    public static void Append(StringBuilder output, ReadOnlySpan<char> text)
    {
        foreach (var unit in text)
        {
            _ = unit switch
            {
                '"' or '\\' => output.Append('\\').Append(unit),
                '\n' => output.Append("\\n"),
                '\r' => output.Append("\\r"),
                '\t' => output.Append("\\t"),
                '\b' => output.Append("\\b"),
                '\f' => output.Append("\\f"),
                < ' ' => output.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"),
                _ => output.Append(unit),
            };
        }
    }
}
