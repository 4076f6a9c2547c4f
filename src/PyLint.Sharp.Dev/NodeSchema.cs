using System.Text.RegularExpressions;

namespace PyLint.Sharp.Dev;

/// <summary>One field of a node kind, as the schema states it.</summary>
/// <param name="Type">The schema's type without its modifier.</param>
/// <param name="Modifier">Empty, <c>?</c>, <c>*</c> or <c>?*</c>.</param>
/// <param name="PythonName">The name in Python's <c>ast</c>.</param>
/// <param name="Name">The C# property.</param>
internal sealed record SchemaField(string Type, string Modifier, string PythonName, string Name);

/// <summary>An abstract class of the tree.</summary>
/// <param name="Name">The C# class.</param>
/// <param name="Parent">What it derives from; null for the classes that are written by hand.</param>
/// <param name="Fields">The fields that all its kinds have, in source order.</param>
/// <param name="PythonOrder">The same fields in Python's order.</param>
internal sealed record SchemaBase(string Name, string? Parent, IReadOnlyList<SchemaField> Fields, IReadOnlyList<SchemaField> PythonOrder);

/// <summary>A concrete node kind.</summary>
/// <param name="PythonName">The class of Python's <c>ast</c>.</param>
/// <param name="Name">The C# class.</param>
/// <param name="Base">Its abstract class.</param>
/// <param name="Fields">All fields, in source order.</param>
/// <param name="PythonOrder">All fields in Python's order.</param>
/// <param name="Interleaved">True when two lists alternate in the source.</param>
internal sealed record SchemaKind(
    string PythonName,
    string Name,
    SchemaBase Base,
    IReadOnlyList<SchemaField> Fields,
    IReadOnlyList<SchemaField> PythonOrder,
    bool Interleaved);

/// <summary>The parsed <c>grammars/PythonNodes.schema</c>; its head comment explains the notation.</summary>
internal sealed partial class NodeSchema
{
    private NodeSchema(IReadOnlyList<SchemaBase> bases, IReadOnlyList<SchemaKind> kinds)
    {
        Bases = bases;
        Kinds = kinds;
    }

    public IReadOnlyList<SchemaBase> Bases { get; }

    public IReadOnlyList<SchemaKind> Kinds { get; }

    /// <exception cref="FormatException">A line is not of the schema's notation.</exception>
    public static NodeSchema Parse(IEnumerable<string> lines)
    {
        var bases = new List<SchemaBase>();
        var kinds = new List<SchemaKind>();
        var startsSection = true;
        foreach (var line in lines)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (string.IsNullOrWhiteSpace(line))
            {
                startsSection = true;
                continue;
            }

            var match = LinePattern().Match(line);
            if (!match.Success)
            {
                throw new FormatException($"not a schema line: {line}");
            }

            var fields = ParseFields(match.Groups["fields"].Value);
            var python = match.Groups["python"].Success ? Reorder(fields, match.Groups["python"].Value) : fields;
            var name = match.Groups["name"].Value;
            if (startsSection)
            {
                bases.Add(new SchemaBase(name, match.Groups["parent"] is { Success: true } parent ? parent.Value : null, fields, python));
                startsSection = false;
                continue;
            }

            var inherits = !match.Groups["fields"].Success;
            kinds.Add(new SchemaKind(
                name,
                match.Groups["csharp"] is { Success: true } csharp ? csharp.Value : name,
                bases[^1],
                inherits ? bases[^1].Fields : fields,
                inherits ? bases[^1].PythonOrder : python,
                match.Groups["interleaved"].Success));
        }

        return new NodeSchema(bases, kinds);
    }

    private static List<SchemaField> ParseFields(string text)
    {
        var fields = new List<SchemaField>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var match = FieldPattern().Match(part);
            if (!match.Success)
            {
                throw new FormatException($"not a schema field: {part}");
            }

            var python = match.Groups["name"].Value;
            var name = match.Groups["csharp"] is { Success: true } csharp ? csharp.Value : PascalCase(python);
            fields.Add(new SchemaField(match.Groups["type"].Value, match.Groups["modifier"].Value, python, name));
        }

        return fields;
    }

    private static List<SchemaField> Reorder(List<SchemaField> fields, string names)
    {
        var order = names.Split(',', StringSplitOptions.TrimEntries).ToList();
        if (order.Count != fields.Count)
        {
            throw new FormatException($"python({names}) does not name every field once");
        }

        return [.. order.Select(name => fields.Single(field => field.PythonName == name))];
    }

    private static string PascalCase(string name) =>
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    [GeneratedRegex(@"^(?<name>\w+)(=(?<csharp>\w+))?( : (?<parent>\w+))? ?(\((?<fields>[^)]*)\))?( python\((?<python>[^)]*)\))?(?<interleaved> interleaved)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"^(?<type>\w+)(?<modifier>\?\*|\?|\*)? (?<name>\w+)(=(?<csharp>\w+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex FieldPattern();
}
