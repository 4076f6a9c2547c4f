using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Reporting.Tests.Validation;

/// <summary>
/// Checks documents against the part of JSON Schema that our schemas use. A keyword that it does not know is an exception: nothing in a
/// schema is passed over in silence.
/// </summary>
/// <param name="root">The schema.</param>
/// <param name="isClosed">True to refuse properties that a schema does not declare, even where it allows more.</param>
internal sealed class JsonSchema(JsonElement root, bool isClosed = false)
{
    private const int MostErrors = 20;

    private static readonly HashSet<string> Annotations = ["$schema", "$id", "$defs", "title", "description"];

    private static readonly HashSet<string> Known =
    [
        "pattern", "minLength", "maxLength", "minimum", "maximum", "items", "minItems", "maxItems", "uniqueItems", "required", "properties",
        "additionalProperties",
    ];

    private readonly List<string> errors = [];

    public static JsonSchema Load(string path, bool isClosed = false) => new(JsonDocument.Parse(Repository.ReadText(path)).RootElement, isClosed);

    /// <summary>What is wrong with a document; nothing if it is valid.</summary>
    public IReadOnlyList<string> Validate(JsonElement document)
    {
        errors.Clear();
        Check(root, document, "$");
        return [.. errors];
    }

    private bool Check(JsonElement schema, JsonElement value, string path)
    {
        var before = errors.Count;
        foreach (var keyword in schema.EnumerateObject())
        {
            if (errors.Count < MostErrors && !Annotations.Contains(keyword.Name) && Problem(schema, keyword.Name, keyword.Value, value, path) is { } problem)
            {
                errors.Add($"{path}: {problem}");
            }
        }

        return errors.Count == before;
    }

    private string? Problem(JsonElement schema, string keyword, JsonElement argument, JsonElement value, string path)
    {
        switch (keyword)
        {
            case "$ref":
                Check(Resolve(argument.GetString()!), value, path);
                return null;
            case "type":
                return Words(argument).Any(type => IsOf(type, value)) ? null : $"is {value.ValueKind}, not {argument}";
            case "const":
                return JsonElement.DeepEquals(argument, value) ? null : $"is not {argument}";
            case "enum":
                return argument.EnumerateArray().Any(item => JsonElement.DeepEquals(item, value)) ? null : $"{value} is none of {argument}";
            case "oneOf":
                return Matching(argument, value, path) == 1 ? null : $"matches {Matching(argument, value, path)} of oneOf";
            case "anyOf":
                return Matching(argument, value, path) > 0 ? null : "matches none of anyOf";
            default:
                return value.ValueKind switch
                {
                    JsonValueKind.Object => ProblemOfObject(schema, keyword, argument, value, path),
                    JsonValueKind.Array => ProblemOfArray(keyword, argument, value, path),
                    _ => ProblemOfScalar(keyword, argument, value),
                };
        }
    }

    private string? ProblemOfObject(JsonElement schema, string keyword, JsonElement argument, JsonElement value, string path)
    {
        switch (keyword)
        {
            case "required":
                var missing = Words(argument).Where(name => !value.TryGetProperty(name, out _)).ToList();
                return missing.Count == 0 ? null : $"lacks {string.Join(", ", missing)}";
            case "properties":
                foreach (var property in value.EnumerateObject())
                {
                    if (argument.TryGetProperty(property.Name, out var inner))
                    {
                        Check(inner, property.Value, $"{path}.{property.Name}");
                    }
                }

                return isClosed ? Undeclared(argument, value) : null;
            case "additionalProperties" when argument.ValueKind == JsonValueKind.False:
                return Undeclared(schema.GetProperty("properties"), value);
            default:
                return Inapplicable(keyword);
        }
    }

    private string? ProblemOfArray(string keyword, JsonElement argument, JsonElement value, string path)
    {
        switch (keyword)
        {
            case "items":
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    Check(argument, item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"));
                }

                return null;
            case "minItems":
                return value.GetArrayLength() >= argument.GetInt32() ? null : "has too few items";
            case "maxItems":
                return value.GetArrayLength() <= argument.GetInt32() ? null : "has too many items";
            case "uniqueItems":
                return value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() == value.GetArrayLength() ? null : "has an item twice";
            default:
                return Inapplicable(keyword);
        }
    }

    private static string? ProblemOfScalar(string keyword, JsonElement argument, JsonElement value) => (keyword, value.ValueKind) switch
    {
        ("pattern", JsonValueKind.String) => Regex.IsMatch(value.GetString()!, argument.GetString()!) ? null : $"{value} does not match {argument}",
        ("minLength", JsonValueKind.String) => value.GetString()!.Length >= argument.GetInt32() ? null : "is too short",
        ("maxLength", JsonValueKind.String) => value.GetString()!.Length <= argument.GetInt32() ? null : "is too long",
        ("minimum", JsonValueKind.Number) => value.GetDouble() >= argument.GetDouble() ? null : $"{value} is below {argument}",
        ("maximum", JsonValueKind.Number) => value.GetDouble() <= argument.GetDouble() ? null : $"{value} is above {argument}",
        _ => Inapplicable(keyword),
    };

    /// <summary>A keyword says nothing about values of a kind that it is not made for.</summary>
    private static string? Inapplicable(string keyword) => Known.Contains(keyword) ? null : throw new NotSupportedException(keyword);

    private int Matching(JsonElement schemas, JsonElement value, string path)
    {
        var (before, matching) = (errors.Count, 0);
        foreach (var schema in schemas.EnumerateArray())
        {
            matching += new JsonSchema(root, isClosed).Check(schema, value, path) ? 1 : 0;
        }

        errors.Count.Should().Be(before);
        return matching;
    }

    private JsonElement Resolve(string reference)
    {
        var element = root;
        foreach (var part in reference.Split('/')[1..])
        {
            element = element.GetProperty(part);
        }

        return element;
    }

    private static string? Undeclared(JsonElement properties, JsonElement value)
    {
        var unknown = value.EnumerateObject().Select(property => property.Name).Where(name => !properties.TryGetProperty(name, out _)).ToList();
        return unknown.Count == 0 ? null : $"has {string.Join(", ", unknown)}";
    }

    private static IEnumerable<string> Words(JsonElement argument) =>
        argument.ValueKind == JsonValueKind.String ? [argument.GetString()!] : argument.EnumerateArray().Select(item => item.GetString()!);

    private static bool IsOf(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("null", JsonValueKind.Null) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
        _ => false,
    };
}
