using System.Text.Json;
using System.Text.RegularExpressions;
using PyLint.Sharp.Reporting.Tests.Validation;

namespace PyLint.Sharp.Reporting.Tests.Formats;

/// <summary>Each machine format against its checked-in schema: without findings, with very many, and with hostile ones.</summary>
public class SchemaTests
{
    private const string Published = "src/PyLint.Sharp.Reporting/Schemas/pylint-sharp-result-1.schema.json";
    private const string Folder = "tests/PyLint.Sharp.Reporting.Tests/Schemas/";

    private static readonly FileReport Clean = Make.Report(Make.Source("x = 1\n", "clean.py"));

    private static readonly FileReport[][] Runs =
    [
        [],
        [Clean],
        [Clean, .. Hostile.Files, Clean with { Text = Make.Source("", "/elsewhere/b c.py") }],
        [Hostile.Crowd(10_000)],
        [.. Hostile.Files.Select(file => file with { Known = file.Diagnostics[..(file.Diagnostics.Length / 2)], Diagnostics = file.Diagnostics[(file.Diagnostics.Length / 2)..] })],
    ];

    [Test]
    public void Documents_are_valid([Values("json", "sarif", "gitlab", "rdjson")] string name, [Range(0, 4)] int run)
    {
        var schema = name == "json" ? JsonSchema.Load(Published, isClosed: true) : JsonSchema.Load($"{Folder}{name}.schema.json");
        using var document = JsonDocument.Parse(Format.Of(name).Write(Runs[run]));
        schema.Validate(document.RootElement).Should().BeEmpty();
    }

    /// <summary>A report that has no room for all findings is as valid as any, and what it has keeps its name.</summary>
    [Test]
    public void Bounded_documents_are_valid([Values("json", "sarif", "gitlab", "rdjson")] string name, [Values(1, 3)] int most)
    {
        var schema = name == "json" ? JsonSchema.Load(Published, isClosed: true) : JsonSchema.Load($"{Folder}{name}.schema.json");
        var text = Make.Bytes(output => new LimitedReporter(Format.Of(name).Create(output), most), [.. Hostile.Files, Hostile.Crowd(10)]);
        using var document = JsonDocument.Parse(text);
        schema.Validate(document.RootElement).Should().BeEmpty();
        var complete = Format.Of(name).Write([.. Hostile.Files, Hostile.Crowd(10)]);
        Fingerprints(text).Should().HaveCountLessThan(Fingerprints(complete).Count).And.BeSubsetOf(Fingerprints(complete));

        static List<string> Fingerprints(string text) => [.. Regex.Matches(text, "[0-9a-f]{16}|\"severity\": \"WARNING\"").Select(match => match.Value)];
    }

    [Test]
    public void Bounded_xml_is_valid([Values("junit", "checkstyle")] string name)
    {
        var text = Make.Bytes(output => new LimitedReporter(Format.Of(name).Create(output), 3), [.. Hostile.Files, Hostile.Crowd(10)]);
        XmlValidator.Read(text, $"{Folder}{name}.xsd").Errors.Should().BeEmpty();
    }

    [Test]
    public void Each_line_is_valid([Values(0, 1, 2, 4)] int run)
    {
        var schema = JsonSchema.Load(Published, isClosed: true);
        foreach (var line in Format.Of("jsonl").Write(Runs[run]).TrimEnd('\n').Split('\n'))
        {
            schema.Validate(JsonDocument.Parse(line).RootElement).Should().BeEmpty();
        }
    }

    [Test]
    public void Xml_is_valid([Values("junit", "checkstyle")] string name, [Range(0, 4)] int run) =>
        XmlValidator.Read(Format.Of(name).Write(Runs[run]), $"{Folder}{name}.xsd").Errors.Should().BeEmpty();

    [TestCase("sarif", "\"ruleId\"", "\"rule\"")]
    [TestCase("sarif", "\"version\": \"2.1.0\"", "\"version\": \"2.0.0\"")]
    [TestCase("sarif", "\"level\": \"warning\"", "\"level\": \"fatal\"")]
    [TestCase("sarif", "\"startLine\": ", "\"startLine\": -")]
    [TestCase("sarif", "\"uriBaseId\"", "\"base\"")]
    [TestCase("gitlab", "\"severity\": \"minor\"", "\"severity\": \"warning\"")]
    [TestCase("gitlab", "\"fingerprint\"", "\"print\"")]
    [TestCase("rdjson", "\"severity\": \"WARNING\"", "\"severity\": \"warning\"")]
    [TestCase("rdjson", "\"diagnostics\"", "\"results\"")]
    public void Schemas_refuse_another_document(string name, string part, string other)
    {
        var document = Format.Of(name).Write(Hostile.Crowd(3));
        document.Should().Contain(part);
        using var changed = JsonDocument.Parse(document.Replace(part, other, StringComparison.Ordinal).Replace(": -1", ": 0", StringComparison.Ordinal));
        JsonSchema.Load($"{Folder}{name}.schema.json").Validate(changed.RootElement).Should().NotBeEmpty();
    }

    [TestCase("junit", " classname=", " class=")]
    [TestCase("junit", "<failure ", "<failed ")]
    [TestCase("checkstyle", " severity=\"warning\"", " severity=\"fatal\"")]
    [TestCase("checkstyle", " line=\"1\"", " line=\"one\"")]
    public void Schemas_refuse_other_xml(string name, string part, string other)
    {
        var document = Format.Of(name).Write(Hostile.Crowd(3));
        document.Should().Contain(part);
        var changed = document.Replace(part, other, StringComparison.Ordinal).Replace("</failure>", other == "<failed " ? "</failed>" : "</failure>", StringComparison.Ordinal);
        XmlValidator.Read(changed, $"{Folder}{name}.xsd").Errors.Should().NotBeEmpty();
    }

    [TestCase("suppressed", """{"by": "noqa"}""")]
    [TestCase("baseline", "\"unchanged\"")]
    [TestCase("severity", "\"fatal\"")]
    [TestCase("fingerprint", "\"\"")]
    [TestCase("line", "0")]
    public void The_published_schema_refuses_another_value(string field, string value)
    {
        using var document = JsonDocument.Parse(Format.Of("jsonl").Write(Hostile.Files[0]).Split('\n')[1]);
        var changed = document.RootElement.EnumerateObject()
            .ToDictionary(property => property.Name, property => property.Name == field ? JsonDocument.Parse(value).RootElement : property.Value);
        JsonSchema.Load(Published).Validate(JsonSerializer.SerializeToElement(changed)).Should().NotBeEmpty();
    }
}
