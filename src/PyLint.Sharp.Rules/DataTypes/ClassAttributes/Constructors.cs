using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes.ClassAttributes;

/// <summary>Methods that run only while an object is made.</summary>
internal static class Constructors
{
    private const int LongestChain = 4;

    /// <summary>
    /// True for <c>__init__</c> and its like, and for a helper whose name starts with an underscore and that only these call.
    /// </summary>
    public static bool Runs(ClassModel made, FunctionDefinition method) => Runs(made, method, 0);

    private static bool Runs(ClassModel made, FunctionDefinition method, int depth)
    {
        var name = method.Name.Text;
        if (name is "__init__" or "__new__" or "__post_init__" or "__setstate__" or "__init_subclass__" or "__set_name__")
        {
            return true;
        }

        if (depth == LongestChain || !name.StartsWith('_'))
        {
            return false;
        }

        var count = 0;
        foreach (var read in made.Model.Tree.All<Attribute>())
        {
            if (read is { Attr.Text: var called } && called == name)
            {
                if (read.Ancestor<FunctionDefinition>() is not { } caller || caller == method || !Runs(made, caller, depth + 1))
                {
                    return false;
                }

                count++;
            }
        }

        return count > 0;
    }
}
