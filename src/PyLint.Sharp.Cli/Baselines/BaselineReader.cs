using System.Text.Json;

namespace PyLint.Sharp.Cli.Baselines;

/// <summary>
/// Reads the JSON of a baseline, strictly: what is misspelt would else be a finding that nobody sees. Keys that a later version adds
/// are the exception, in entries and beside them, as long as the schema is this one.
/// </summary>
internal sealed class BaselineReader(ReadOnlyMemory<byte> text)
{
    private readonly HashSet<(string Path, string Code, string Fingerprint)> seen = [];

    /// <exception cref="BaselineException">The JSON is no baseline.</exception>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public List<BaselineEntry> Read()
    {
        var reader = new Utf8JsonReader(text.Span);
        var (entries, schema) = (default(List<BaselineEntry>), default(string));
        reader.Read();
        Require(reader, JsonTokenType.StartObject, "an object with `schema` and `entries`");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString();
            reader.Read();
            switch (key)
            {
                case "schema":
                    schema = StringOf(reader, key);
                    if (schema != BaselineJson.Schema)
                    {
                        throw Problem(reader, $"this baseline is of the schema `{schema}`, but this version reads `{BaselineJson.Schema}`");
                    }

                    break;
                case "entries":
                    Require(reader, JsonTokenType.StartArray, "a list of entries");
                    entries = ReadEntries(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var missing = schema is null ? "schema" : entries is null ? "entries" : null;
        if (missing is not null)
        {
            throw Problem(reader, $"the baseline has no `{missing}`");
        }

        // What stands behind the object is no JSON, and reading it says so.
        reader.Read();
        return entries!;
    }

    private List<BaselineEntry> ReadEntries(ref Utf8JsonReader reader)
    {
        var entries = new List<BaselineEntry>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Require(reader, JsonTokenType.StartObject, "an entry, which is an object");
            var start = (int)reader.TokenStartIndex;
            var entry = ReadEntry(ref reader, start);
            if (!seen.Add((entry.Path, entry.Code, entry.Fingerprint)))
            {
                throw new BaselineException(start, "this entry is there twice; the first one has its `count`");
            }

            entries.Add(entry);
        }

        return entries;
    }

    private static BaselineEntry ReadEntry(ref Utf8JsonReader reader, int start)
    {
        var (path, code, fingerprint, count, line) = (default(string), default(string), default(string), default(int?), 1);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            switch (key)
            {
                case "path":
                    path = StringOf(reader, key) is { Length: > 0 } text && !text.Contains('\0', StringComparison.Ordinal)
                        ? text
                        : throw Problem(reader, "expected a path for `path`");
                    break;
                case "code":
                    code = StringOf(reader, key);
                    break;
                case "fingerprint":
                    fingerprint = StringOf(reader, key);
                    break;
                case "count":
                    count = CountOf(reader, key);
                    break;
                case "line-hint":
                    line = CountOf(reader, key);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var missing = path is null ? "path" : code is null ? "code" : fingerprint is null ? "fingerprint" : count is null ? "count" : null;
        return missing is null ? new BaselineEntry(path!, code!, fingerprint!, count!.Value, line) : throw new BaselineException(start, $"this entry has no `{missing}`");
    }

    private static string StringOf(in Utf8JsonReader reader, string key)
    {
        Require(reader, JsonTokenType.String, $"a string for `{key}`");
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Problem(reader, $"the string for `{key}` is no valid text");
        }
    }

    private static int CountOf(in Utf8JsonReader reader, string key) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var count) && count > 0
            ? count
            : throw Problem(reader, $"expected a whole number from 1 on for `{key}`");

    private static void Require(in Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (reader.TokenType != type)
        {
            throw Problem(reader, $"expected {what}");
        }
    }

    private static BaselineException Problem(in Utf8JsonReader reader, string message) => new((int)reader.TokenStartIndex, message);
}
