using System.Text.Json.Nodes;
using PyLint.Sharp.Configuration.Documents;

namespace PyLint.Sharp.Configuration.Tests.Toml;

/// <summary>
/// The public suite toml-test, which is not part of this repository: PYLINT_SHARP_TOML_TEST names its folder <c>tests</c>. The list
/// <c>files-toml-1.0.0</c> in there says which cases are meant for TOML 1.0.
/// </summary>
[Explicit("needs the public suite in PYLINT_SHARP_TOML_TEST")]
public class PublicSuiteTests
{
    private static string? Folder => Environment.GetEnvironmentVariable("PYLINT_SHARP_TOML_TEST");

    [Test]
    public void Valid_files_mean_what_the_suite_says()
    {
        var files = Files("valid/");
        var wrong = files.Where(file => MeaningOf(file) != ExpectedOf(file)).ToList();
        TestContext.Out.WriteLine($"right: {files.Count - wrong.Count} of {files.Count}");
        wrong.Should().BeEmpty();
    }

    [Test]
    public void Invalid_files_are_refused_at_a_place_in_the_file()
    {
        var files = Files("invalid/");
        var wrong = new List<string>();
        foreach (var file in files)
        {
            var document = Read(file);
            if (document.Error is not { } error || error.Span.End > document.Text.Length || error.Span.Start > error.Span.End)
            {
                wrong.Add(file);
                continue;
            }

            TestContext.Out.WriteLine($"{file}:{document.Text.PositionOf(error.Span.Start)}: {error.Message}");
        }

        TestContext.Out.WriteLine($"refused: {files.Count - wrong.Count} of {files.Count}");
        wrong.Should().BeEmpty();
    }

    private static List<string> Files(string kind)
    {
        Assume.That(Folder, Is.Not.Null);
        var files = File.ReadLines(Path.Combine(Folder!, "files-toml-1.0.0"))
            .Where(line => line.StartsWith(kind, StringComparison.Ordinal) && line.EndsWith(".toml", StringComparison.Ordinal))
            .ToList();
        files.Should().NotBeEmpty();
        return files;
    }

    private static TomlDocument Read(string file) => TomlDocument.Read(File.ReadAllBytes(Path.Combine(Folder!, file)), file);

    private static string MeaningOf(string file)
    {
        var document = Read(file);
        return document.Error is { } error ? $"{file}: {document.Text.PositionOf(error.Span.Start)}: {error.Message}" : Sorted(TaggedJson.Of(document.Root));
    }

    private static string ExpectedOf(string file)
    {
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder!, Path.ChangeExtension(file, ".json"))))!;
        return Sorted(expected);
    }

    private static string Sorted(JsonNode node)
    {
        TaggedJson.Normalize(node);
        return Order(node)!.ToJsonString();
    }

    private static JsonNode? Order(JsonNode? node) => node switch
    {
        JsonObject table => new JsonObject(table.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, Order(entry.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Order)]),
        _ => node?.DeepClone(),
    };
}
