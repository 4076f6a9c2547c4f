using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Syntax.Tests.Nodes;

/// <summary>
/// CPython 3.14 has recorded its tree of every file of the corpus (<c>Corpus/record.py</c>); ours must be the same: kinds, fields,
/// decoded constants and positions.
/// </summary>
[TestFixture]
public sealed class CorpusTests
{
    private const string Corpus = "tests/PyLint.Sharp.Syntax.Tests/Corpus";

    private static IEnumerable<string> Programs() => Repository.Files(Corpus, "*.py");

    private static IEnumerable<string> Recorded() => Programs().Where(path => !path.EndsWith("record.py", StringComparison.Ordinal));

    private static IEnumerable<string> AllPython() => Programs().Concat(Repository.Files("samples", "*.py"));

    [TestCaseSource(nameof(Recorded))]
    public void The_tree_is_CPythons(string path)
    {
        // No look at the errors: some of these programs parse in CPython but do not compile.
        var tree = Parse(path);
        var ours = JsonNode.Parse(ToJson(tree));
        var theirs = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(Repository.PathOf(path), ".json")));

        (FirstDifference(ours, theirs, "") ?? "none").Should().Be("none");
    }

    [TestCaseSource(nameof(AllPython))]
    public void Every_tree_keeps_its_invariants(string path) => TreeInvariants.Check(Parse(path));

    [TestCaseSource(nameof(Recorded))]
    public void The_parser_starts_afresh_with_every_file(string path)
    {
        var before = ToJson(Parse(path));
        SyntaxTree.Parse(SourceText.From("f'{x:{y \nclass (: match x:\n  case [ else:"));

        ToJson(Parse(path)).Should().Be(before);
    }

    private static SyntaxTree Parse(string path) => SyntaxTree.Parse(SourceText.Decode(File.ReadAllBytes(Repository.PathOf(path)), path));

    private static string ToJson(SyntaxTree tree)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            AstJsonWriter.Write(writer, tree);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Where two documents differ first, in words; null when they are equal.</summary>
    private static string? FirstDifference(JsonNode? ours, JsonNode? theirs, string at)
    {
        switch (ours, theirs)
        {
            case (JsonObject left, JsonObject right):
                return left.Select(pair => pair.Key).Union(right.Select(pair => pair.Key))
                    .Select(key => left.ContainsKey(key) != right.ContainsKey(key)
                        ? $"{at}.{key} is only in {(left.ContainsKey(key) ? "ours" : "theirs")}"
                        : FirstDifference(left[key], right[key], $"{at}.{key}"))
                    .FirstOrDefault(found => found != null);
            case (JsonArray left, JsonArray right):
                return left.Zip(right).Select((pair, i) => FirstDifference(pair.First, pair.Second, $"{at}[{i}]")).FirstOrDefault(found => found != null)
                    ?? (left.Count == right.Count ? null : $"{at} has {left.Count} items, not {right.Count}");
            default:
                return JsonNode.DeepEquals(ours, theirs) ? null : $"{at} is {ours?.ToJsonString() ?? "null"}, not {theirs?.ToJsonString() ?? "null"}";
        }
    }
}
