using System.Text.Json;
using System.Text.RegularExpressions;
using PyLint.Sharp.Reporting.Tests.Validation;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Tests.Formats;

/// <summary>What a reader of a format gets back is what was found, but for characters that the format can't hold.</summary>
public class ParseBackTests
{
    private static readonly FileReport[] Files = [.. Hostile.Files.Take(Hostile.Texts.Count)];

    [Test]
    public void Json()
    {
        var findings = Parse("json").GetProperty("findings").EnumerateArray().ToList();
        Texts(findings, finding => finding.GetProperty("message")).Should().Equal(Hostile.Texts.Select(Paired));
        Texts(findings, finding => finding.GetProperty("symbol")).Should().Equal(Hostile.Texts.Select(Paired));
        Texts(findings, finding => finding.GetProperty("path")).Should().Equal(Files.Select(file => Paired(file.Path)));
        Texts(findings, finding => finding.GetProperty("labels")[0].GetProperty("text")).Should().Equal(Hostile.Texts.Select(Paired));
        Texts(findings, finding => finding.GetProperty("fix").GetProperty("edits")[1].GetProperty("newText")).Should().Equal(Hostile.Texts.Select(Paired));
    }

    [Test]
    public void Json_lists_what_is_silenced_and_says_by_what()
    {
        var finding = JsonDocument.Parse(Format.Of("jsonl").Write(Hostile.Silenced("# noqa", Hostile.Texts[5])).Split('\n')[1]).RootElement;
        finding.GetProperty("suppressed").GetProperty("by").GetString().Should().Be("noqa");
        finding.GetProperty("suppressed").GetProperty("reason").GetString().Should().Be(Hostile.Texts[5]);
    }

    [Test]
    public void GitLab()
    {
        var entries = Parse("gitlab").EnumerateArray().ToList();
        Texts(entries, entry => entry.GetProperty("description")).Should().Equal(Hostile.Texts.Select(text => "PLS201: " + Paired(text)));
        Texts(entries, entry => entry.GetProperty("location").GetProperty("path")).Should().Equal(Files.Select(file => Paired(file.Path)));
    }

    [Test]
    public void Reviewdog()
    {
        var diagnostics = Parse("rdjson").GetProperty("diagnostics").EnumerateArray().ToList();
        Texts(diagnostics, diagnostic => diagnostic.GetProperty("message")).Should().Equal(Hostile.Texts.Select(Paired));
        Texts(diagnostics, diagnostic => diagnostic.GetProperty("location").GetProperty("path")).Should().Equal(Files.Select(file => Paired(file.Path)));
    }

    [Test]
    public void Sarif()
    {
        var results = Parse("sarif").GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        Texts(results, result => result.GetProperty("message").GetProperty("text")).Select(text => text.Split(" See [")[0].Replace(@"\](", "](", StringComparison.Ordinal))
            .Should().Equal(Hostile.Texts.Select(text => Paired(text) + "."));
        Texts(results, result => Physical(result).GetProperty("artifactLocation").GetProperty("uri")).Select(Uri.UnescapeDataString)
            .Should().Equal(Files.Select(file => Paired(file.Path)));
        Texts(results, result => result.GetProperty("relatedLocations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("snippet").GetProperty("text"))
            .Should().Equal(Hostile.Texts.Select(Paired));

        static JsonElement Physical(JsonElement result) => result.GetProperty("locations")[0].GetProperty("physicalLocation");
    }

    [Test]
    public void Checkstyle()
    {
        var document = XmlValidator.Read(Format.Of("checkstyle").Write(Files), "tests/PyLint.Sharp.Reporting.Tests/Schemas/checkstyle.xsd").Document;
        document.Descendants("error").Select(error => error.Attribute("message")!.Value).Should().Equal(Hostile.Texts.Select(Xml));
        document.Descendants("file").Select(file => file.Attribute("name")!.Value).Should().Equal(Files.Select(file => Xml(file.Path)));
    }

    [Test]
    public void JUnit()
    {
        var document = XmlValidator.Read(Format.Of("junit").Write(Files), "tests/PyLint.Sharp.Reporting.Tests/Schemas/junit.xsd").Document;
        document.Descendants("failure").Select(failure => failure.Attribute("message")!.Value).Should().Equal(Hostile.Texts.Select(Xml));
        document.Descendants("failure").Select(failure => failure.Value[failure.Value.IndexOf("\n\nwhy: ", StringComparison.Ordinal)..])
            .Should().Equal(Hostile.Texts.Select(text => $"\n\nwhy: {Xml(text)}\nhelp: {Xml(text)}\n"));
        document.Descendants("testcase").Select(test => test.Attribute("classname")!.Value).Should().Equal(Files.Select(file => Xml(file.Path)));
    }

    [Test]
    public void GitHub()
    {
        foreach (var file in Files)
        {
            var command = Regex.Match(Format.Of("github").Write(file), @"\A::(\w+) ([^\n]*?)::([^\n]*)\n\z");
            command.Success.Should().BeTrue();
            var properties = command.Groups[2].Value.Split(',').Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => Unescaped(pair[1]));
            properties["title"].Should().Be("pylint-sharp (PLS201)");
            properties["file"].Should().Be(Seen(file.Path));
            Unescaped(command.Groups[3].Value).Should().Be(Seen($"{file.Diagnostics[0].Message}\n  help: {file.Diagnostics[0].Help}"));
        }
    }

    private static JsonElement Parse(string name) => JsonDocument.Parse(Format.Of(name).Write(Files)).RootElement;

    private static IEnumerable<string> Texts(IEnumerable<JsonElement> elements, Func<JsonElement, JsonElement> field) =>
        elements.Select(element => field(element).GetString()!);

    private static string Paired(string text) => string.Concat(text.EnumerateRunes());

    private static string Xml(string text) => Regex.Replace(Paired(text), "[\0-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]", "\uFFFD");

    /// <summary>As a log shows it: controls as pictures, all line ends alike.</summary>
    private static string Seen(string text) => string.Join('\n', Lines(text).Select(TerminalText.Sanitize));

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.EnumerateLines())
        {
            lines.Add(line.ToString());
        }

        return lines;
    }

    private static string Unescaped(string text) => Regex.Replace(text, "%(0A|0D|25|2C|3A)", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
}
