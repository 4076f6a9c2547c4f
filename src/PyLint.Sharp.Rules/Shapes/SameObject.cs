using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Expressions that name one and the same object: a variable, or attributes of one.</summary>
internal static class SameObject
{
    /// <summary>True when both are the same variable, or the same attributes of it.</summary>
    public static bool Are(Expr one, Expr other, SemanticModel model) => (one, other) switch
    {
        (Name first, Name second) => first.Id == second.Id && model.SymbolOf(first) is { } symbol && symbol == model.SymbolOf(second),
        (Attribute first, Attribute second) => first.Attr.Text == second.Attr.Text && Are(first.Value, second.Value, model),
        _ => false,
    };

    /// <summary>The variable at the start of the expression; null when it is no variable and no attributes of one.</summary>
    public static Name? RootOf(Expr expression)
    {
        while (expression is Attribute attribute)
        {
            expression = attribute.Value;
        }

        return expression as Name;
    }

    /// <summary>True when some statement below a node binds the variable or one of the attributes anew; changes in place don't count.</summary>
    public static bool IsBoundIn(Node around, Expr expression, SemanticModel model)
    {
        foreach (var node in model.Tree.Subtree(around))
        {
            if (node is Name { Ctx: not ExprContext.Load } or Attribute { Ctx: not ExprContext.Load } && node.Parent is not AugAssign)
            {
                for (var part = expression; ; part = ((Attribute)part).Value)
                {
                    if (Are(part, (Expr)node, model))
                    {
                        return true;
                    }

                    if (part is not Attribute)
                    {
                        break;
                    }
                }
            }
        }

        return false;
    }
}
