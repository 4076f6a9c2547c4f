using System.Text.Json;
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
