using System.Security.Cryptography;
using System.Text;

namespace PyLint.Sharp.Dev;

/// <summary><c>dev generate-nodes</c>: writes the node classes again from their schema.</summary>
internal static class GenerateNodes
{
    public const string Schema = "grammars/PythonNodes.schema";

    public const string Output = "src/PyLint.Sharp.Syntax/Nodes/Generated/Nodes.cs";

    /// <summary>The text that <see cref="Output"/> should have.</summary>
    public static string Generate(string repository)
    {
        var schema = File.ReadAllText(Path.Combine(repository, Schema)).ReplaceLineEndings("\n");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schema)));
        return NodeGenerator.Generate(NodeSchema.Parse(schema.Split('\n')), hash);
    }

    public static void Run(string repository) => File.WriteAllText(Path.Combine(repository, Output), Generate(repository));
}
