using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.StandardLibrary.Paths;

/// <summary>Places where a path must stay a string, because a <c>Path</c> there fails or, worse, means something else.</summary>
internal static class StringUse
{
    /// <summary>
    /// True for <c>dirname(p).replace(…)</c> (<c>Path.replace</c> renames the file), <c>if dirname(p):</c> (no <c>Path</c> is false),
    /// <c>join(a, b) + ".txt"</c>, <c>abspath(p)[1:]</c> and comparisons with anything that is not such a path itself.
    /// </summary>
    public static bool IsCertain(Expr path, SemanticModel model) => path.Parent switch
    {
        Attribute or BinOp or BoolOp or UnaryOp => true,
        Subscript subscript => subscript.Value == path,
        If choice => choice.Test == path,
        While loop => loop.Test == path,
        IfExp choice => choice.Test == path,
        Compare comparison => !ComparesPaths(comparison, model),
        _ => false,
    };

    private static bool ComparesPaths(Compare comparison, SemanticModel model)
    {
        foreach (var operand in comparison.Comparators)
        {
            if (!GivesPath(operand, model))
            {
                return false;
            }
        }

        return GivesPath(comparison.Left, model);
    }

    private static bool GivesPath(Expr operand, SemanticModel model) =>
        operand is Call { Func: var function }
        && model.QualifiedName(function) is { } name
        && PathlibEquivalents.Find(name) is { Result: PathResult.Path };
}
