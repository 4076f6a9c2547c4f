using System.Text.Json;

namespace PyLint.Sharp.Reporting.Tests.Validation;

/// <summary>The validator itself: what it lets pass, no other test can find.</summary>
public class JsonSchemaTests
{
    [TestCase("""{"type": "integer"}""", "1", "1.5")]
    [TestCase("""{"type": ["string", "null"]}""", "null", "true")]
    [TestCase("""{"const": "a"}""", "\"a\"", "\"b\"")]
    [TestCase("""{"enum": [1, null]}""", "null", "2")]
    [TestCase("""{"minimum": 1, "maximum": 3}""", "3", "0")]
    [TestCase("""{"minimum": 1, "maximum": 3}""", "1", "4")]
    [TestCase("""{"minLength": 1, "maxLength": 2}""", "\"ab\"", "\"\"")]
    [TestCase("""{"minLength": 1, "maxLength": 2}""", "\"a\"", "\"abc\"")]
    [TestCase("""{"pattern": "^a+$"}""", "\"aa\"", "\"ab\"")]
    [TestCase("""{"items": {"type": "null"}, "minItems": 1, "maxItems": 2}""", "[null]", "[1]")]
    [TestCase("""{"items": {"type": "null"}, "minItems": 1, "maxItems": 2}""", "[null]", "[]")]
    [TestCase("""{"items": {"type": "null"}, "minItems": 1, "maxItems": 2}""", "[null]", "[null, null, null]")]
    [TestCase("""{"uniqueItems": true}""", "[1, 2]", "[1, 1]")]
    [TestCase("""{"required": ["a"], "properties": {"a": {"type": "null"}}}""", """{"a": null, "b": 1}""", "{}")]
    [TestCase("""{"required": ["a"], "properties": {"a": {"type": "null"}}}""", """{"a": null}""", """{"a": 1}""")]
    [TestCase("""{"properties": {"a": {}}, "additionalProperties": false}""", """{"a": 1}""", """{"b": 1}""")]
    [TestCase("""{"oneOf": [{"type": "integer"}, {"type": "number"}]}""", "1.5", "1")]
    [TestCase("""{"anyOf": [{"type": "integer"}, {"type": "null"}]}""", "1", "\"\"")]
    [TestCase("""{"$ref": "#/$defs/x", "$defs": {"x": {"type": "null"}}}""", "null", "1")]
    public void A_keyword_accepts_and_refuses(string schema, string good, string bad)
    {
        var validator = new JsonSchema(Parse(schema));
        validator.Validate(Parse(good)).Should().BeEmpty();
        validator.Validate(Parse(bad)).Should().ContainSingle();
    }

    [Test]
    public void A_closed_schema_refuses_what_it_does_not_declare() =>
        new JsonSchema(Parse("""{"properties": {"a": {}}}"""), isClosed: true).Validate(Parse("""{"b": 1}""")).Should().ContainSingle();

    [Test]
    public void A_keyword_that_is_not_known_is_no_keyword_that_is_met()
    {
        var validate = () => new JsonSchema(Parse("""{"multipleOf": 2}""")).Validate(Parse("3"));
        validate.Should().Throw<NotSupportedException>();
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
