using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Shadowing;

/// <summary>The names that a module publishes in <c>__all__</c>.</summary>
internal static class PublicNames
{
    /// <summary>True when the name stands in what is assigned or added to <c>__all__</c>.</summary>
    public static bool Contains(Scope module, string name)
    {
        if (module.OwnSymbol("__all__") is not { } all)
        {
            return false;
        }

        foreach (var binding in all.Bindings)
        {
            if (Mentions(binding.Node, name))
            {
                return true;
            }
        }

        foreach (var reference in all.References)
        {
            if (reference.Parent is Attribute { Parent: Call call } && Mentions(call, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mentions(Node node, string name)
    {
        foreach (var part in node.Tree.Subtree(node))
        {
            if (part is Constant { StringValue: { } text } && text == name)
            {
                return true;
            }
        }

        return false;
    }
}
