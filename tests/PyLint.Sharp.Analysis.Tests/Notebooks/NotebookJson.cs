using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Analysis.Tests.Notebooks;

/// <summary>Writes notebooks for tests, in many of the ways in which tools write them.</summary>
internal sealed class NotebookJson(Random? random = null)
{
    private readonly StringBuilder cells = new();

    /// <summary>The line ends of the file.</summary>
    public string NewLine { get; init; } = "\n";

    public string Metadata { get; init; } = """{"kernelspec": {"language": "python", "name": "python3"}}""";

    public NotebookJson Code(string source, string members = "") => Cell("code", source, """, "execution_count": 1, "outputs": [{"text": ["caf\u00e9 \"x\"\n"]}]""" + members);

    public NotebookJson Cell(string type, string source, string members = "", bool? isList = null)
    {
        cells.Append(cells.Length == 0 ? "" : ",").Append(NewLine);
        cells.Append(CultureInfo.InvariantCulture, $$"""  {"id": "c{{cells.Length}}", "cell_type": "{{type}}", "metadata": {}{{members}}, "source": """);
        cells.Append((isList ?? (random is null || random.Next(3) > 0)) ? List(source) : Quoted(source)).Append('}');
        return this;
    }

    public override string ToString() => $$"""{"cells": [{{cells}}{{NewLine}} ], "metadata": {{Metadata}}, "nbformat": 4, "nbformat_minor": 5}""" + NewLine;

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    /// <summary>A string of JSON; with chance in a notation that nobody needs.</summary>
    public string Quoted(string text)
    {
        var json = new StringBuilder("\"");
        foreach (var unit in text)
        {
            _ = unit is '"' or '\\' or < ' ' or >= '\uD800' and < '\uE000' || random?.Next(9) == 0 ? json.Append(Escape(unit)) : json.Append(unit);
        }

        return json.Append('"').ToString();
    }

    private string Escape(char unit) => (unit, random?.Next(3)) switch
    {
        ('\n', not 0) => "\\n",
        ('"', not 0) => "\\\"",
        ('/', not 0) => "\\/",
        _ => $"\\u{(int)unit:X4}",
    };

    private string List(string source)
    {
        var lines = new List<string>();
        for (var start = 0; start < source.Length;)
        {
            var end = source.IndexOf('\n', start) is >= 0 and var found ? found + 1 : source.Length;
            end = random?.Next(12) == 0 ? Math.Min(end, start + 2) : end;
            lines.Add(Quoted(source[start..end]));
            start = end;
        }

        return lines.Count == 0 ? "[]" : $"[{NewLine}    {string.Join($",{NewLine}    ", lines)}{NewLine}   ]";
    }
}
