using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow.Indexing;

/// <summary>A name for one element of a sequence that the file doesn't use yet.</summary>
internal static class ElementName
{
    private const int ShortestPlural = 4;

    private static readonly Remembered<SyntaxTree, HashSet<string>> Names = new(NamesIn);

    /// <summary><c>price</c> for <c>prices</c>, or else <c>item</c>; null when both are taken.</summary>
    public static string? For(string sequence, SyntaxTree tree)
    {
        var singular = sequence.Length < ShortestPlural || !sequence.EndsWith('s') || sequence.EndsWith("ss", StringComparison.Ordinal) ? "item"
            : sequence.EndsWith("ies", StringComparison.Ordinal) ? sequence[..^3] + "y"
            : sequence.EndsWith("xes", StringComparison.Ordinal) || sequence.EndsWith("shes", StringComparison.Ordinal) ? sequence[..^2]
            : sequence[..^1];
        return IsFree(singular, tree) ? singular : IsFree("item", tree) ? "item" : null;
    }

    private static bool IsFree(string name, SyntaxTree tree) => !Names.Of(tree).Contains(name) && !Builtins.Contains(name) && !IsKeyword(name);

    private static HashSet<string> NamesIn(SyntaxTree tree)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in tree.Nodes)
        {
            var name = node switch
            {
                Name variable => variable.Id,
                Arg parameter => parameter.Name.Text,
                FunctionDefinition function => function.Name.Text,
                ClassDef definition => definition.Name.Text,
                Alias alias => (alias.AsName ?? alias.Name).Text,
                ExceptHandler handler => handler.Name?.Text,
                _ => null,
            };
            if (name != null)
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>The keywords that a plural may leave over: <c>elses</c>.</summary>
    private static bool IsKeyword(string name) => name is "assert" or "await" or "break" or "class" or "continue" or "def" or "elif" or "else" or "except" or "for"
        or "from" or "global" or "import" or "lambda" or "not" or "pass" or "raise" or "return" or "try" or "while" or "with" or "yield" or "and" or "del" or "True" or "False" or "None";
}
