using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Functions that unittest or pytest run.</summary>
internal static class TestFunction
{
    /// <summary>True inside a function whose name starts with <c>test</c>: it may call only to see that nothing is raised.</summary>
    public static bool Holds(Node node) =>
        node.Ancestor<FunctionDefinition>() is { } function && function.Name.Text.StartsWith("test", StringComparison.OrdinalIgnoreCase);
}
