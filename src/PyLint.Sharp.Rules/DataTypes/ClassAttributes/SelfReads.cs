using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes.ClassAttributes;

/// <summary>The attributes that a method reads of its own instance.</summary>
internal static class SelfReads
{
    private const int Deepest = 3;

    /// <summary>In source order; those of methods and properties of the same class that it uses stand in their place.</summary>
    /// <param name="method">The method.</param>
    /// <param name="made">Its class.</param>
    /// <param name="visited">Gets the method and all those that it uses.</param>
    public static List<Attribute> Of(FunctionDefinition method, ClassModel made, List<FunctionDefinition> visited)
    {
        var found = new List<Attribute>();
        Collect(method, made, found, visited, 0);
        return found;
    }

    private static void Collect(FunctionDefinition method, ClassModel made, List<Attribute> found, List<FunctionDefinition> visited, int depth)
    {
        visited.Add(method);
        if (depth == Deepest || method is not { Body: [var first, ..], Args.Args: [var self, ..] } || made.Model.ScopeOf(first).OwnSymbol(self.Name.Text) is not { SoleBinding: not null } symbol)
        {
            return;
        }

        foreach (var reference in symbol.References)
        {
            if (reference.Parent is not Attribute { Ctx: ExprContext.Load } read)
            {
                continue;
            }

            if (InnerOf(made.Model.AttributeName(read), made) is { } inner)
            {
                Collect(inner, made, found, visited, depth + 1);
            }
            else
            {
                found.Add(read);
            }
        }
    }

    private static FunctionDefinition? InnerOf(string name, ClassModel made) =>
        made.Property(name) is { Node: FunctionDefinition getter } ? getter : made.Method(name)?.Node;
}
