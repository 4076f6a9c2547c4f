namespace PyLint.Sharp.Dev;

/// <summary><c>dev generate-nodes</c>: writes the node classes again from their schema.</summary>
internal static class GenerateNodes
{
    public const string Schema = "grammars/PythonNodes.schema";

    public const string Output = "src/PyLint.Sharp.Syntax/Nodes/Generated/Nodes.cs";

    /// <summary>The text that <see cref="Output"/> should have.</summary>
    public static string Generate(string repository) =>
        NodeGenerator.Generate(NodeSchema.Parse(File.ReadLines(Path.Combine(repository, Schema))));

    public static void Run(string repository) => File.WriteAllText(Path.Combine(repository, Output), Generate(repository));
}
