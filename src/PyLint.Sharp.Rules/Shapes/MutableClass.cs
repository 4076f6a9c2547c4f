using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Classes of the file whose instances are seen to change.</summary>
internal static class MutableClass
{
    /// <summary>True when a method other than the constructor sets an attribute, or the constructor sets one to a mutable container.</summary>
    public static bool Is(ClassModel made)
    {
        foreach (var attribute in made.OwnAttributes)
        {
            foreach (var binding in attribute.Bindings)
            {
                if (binding.Kind == AttributeBindingKind.Outside
                    || (binding is { Kind: AttributeBindingKind.Self, Method: { } method }
                        && (method.Name.Text is not ("__init__" or "__new__" or "__post_init__") || binding.Value is List or Dict or Set)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
