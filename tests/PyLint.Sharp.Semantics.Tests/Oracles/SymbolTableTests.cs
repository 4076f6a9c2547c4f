using System.Text.Json;
using System.Text.Json.Nodes;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Semantics.Tests.Oracles;

/// <summary>Our scopes against CPython's own, as <c>record_symtable.py</c> recorded them.</summary>
public class SymbolTableTests
{
    private const string Folder = "tests/PyLint.Sharp.Semantics.Tests/Oracles";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static IEnumerable<string> Files => Repository.Files($"{Folder}/Scopes", "*.py").Select(path => Path.GetFileName(path));

    [TestCaseSource(nameof(Files))]
    public void Scopes_and_names_are_those_of_CPython(string file)
    {
        var tree = SyntaxTree.Parse(SourceText.From(Repository.ReadText($"{Folder}/Scopes/{file}"), file));
        tree.HasParseErrors.Should().BeFalse();
        var recorded = JsonNode.Parse(Repository.ReadText($"{Folder}/symtable.json"))![file];
        recorded.Should().NotBeNull("record_symtable.py should have run since {0} was added", file);
        Describe(SemanticModel.Create(tree)).ToJsonString(Indented).Should().Be(recorded!.ToJsonString(Indented));
    }

    private static JsonNode Describe(SemanticModel model)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            SymbolTableJsonWriter.Write(writer, model);
        }

        return JsonNode.Parse(buffer.ToArray())!;
    }
}
