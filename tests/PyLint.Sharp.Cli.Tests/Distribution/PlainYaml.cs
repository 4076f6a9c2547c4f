using System.Globalization;

namespace PyLint.Sharp.Cli.Tests.Distribution;

/// <summary>
/// Reads the YAML that our own files for other tools are written in: mappings, lists of mappings, one-line scalars, lists in brackets and
/// texts behind <c>|</c>. It throws on everything else, so that no file says more than the tests see.
/// </summary>
internal sealed class PlainYaml
{
    private readonly string[] lines;
    private int at;

    private PlainYaml(string text) => lines = text.Split('\n');

    /// <summary>Mappings are dictionaries, lists are lists, scalars are strings.</summary>
    public static object Read(string text)
    {
        var reader = new PlainYaml(text);
        var value = reader.Block(0);
        return reader.at == reader.lines.Length ? value : throw reader.Problem();
    }

    private object Block(int indent)
    {
        SkipBlank();
        return lines[at][indent..].StartsWith("- ", StringComparison.Ordinal) ? List(indent) : Mapping(indent);
    }

    private List<object> List(int indent)
    {
        var list = new List<object>();
        for (SkipBlank(); IsAt(indent) && lines[at][indent..].StartsWith("- ", StringComparison.Ordinal); SkipBlank())
        {
            // What stands behind the hyphen begins a mapping there.
            lines[at] = $"{lines[at][..indent]}  {lines[at][(indent + 2)..]}";
            list.Add(Mapping(indent + 2));
        }

        return list;
    }

    private Dictionary<string, object> Mapping(int indent)
    {
        var mapping = new Dictionary<string, object>(StringComparer.Ordinal);
        for (SkipBlank(); IsAt(indent) && lines[at][indent] != '-'; SkipBlank())
        {
            var line = lines[at][indent..];
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || line[..colon].Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
            {
                throw Problem();
            }

            var value = line[(colon + 1)..].Trim();
            at++;
            mapping.Add(line[..colon], value switch
            {
                "" => Block(IndentOf(NextLine())),
                "|" => Text(indent + 2),
                _ => Scalar(value),
            });
        }

        return mapping;
    }

    private string Text(int indent)
    {
        var text = new List<string>();
        for (; at < lines.Length && (lines[at].Length == 0 || IndentOf(lines[at]) >= indent); at++)
        {
            text.Add(lines[at].Length == 0 ? "" : lines[at][indent..]);
        }

        return string.Join('\n', text).TrimEnd('\n') + "\n";
    }

    private object Scalar(string value)
    {
        if (value[0] == '[' && value[^1] == ']')
        {
            return value[1..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Scalar).ToList();
        }

        if (value[0] == '"')
        {
            return value.Length > 1 && value[^1] == '"' && !value[1..^1].AsSpan().ContainsAny('"', '\\') ? value[1..^1] : throw Problem();
        }

        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        var plain = comment < 0 ? value : value[..comment].TrimEnd();
        return plain.Contains(": ", StringComparison.Ordinal) || plain[^1] == ':' || "!&*?|>{}[],'%@`".Contains(plain[0], StringComparison.Ordinal) ? throw Problem() : plain;
    }

    private void SkipBlank()
    {
        while (at < lines.Length && (lines[at].Length == 0 || lines[at].TrimStart().StartsWith('#')))
        {
            at++;
        }
    }

    private string NextLine()
    {
        SkipBlank();
        return at < lines.Length ? lines[at] : throw Problem();
    }

    private bool IsAt(int indent) => at < lines.Length && IndentOf(lines[at]) == indent;

    private static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;

    private FormatException Problem() => new(string.Create(CultureInfo.InvariantCulture, $"line {at + 1} is no YAML that we write: {(at < lines.Length ? lines[at] : "the end")}"));
}
